import { capital } from '../../../../../ui/french.ts'
import { Table } from '../../../../../ui/table.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import type { StockLine, StockResult } from '../../../use-cases/upkeep/sign-stock-taking.ts'
import { managingPaths } from '../../managing/managing.paths.ts'
import { DIFFERENCE_ACTS, DIFFERENCE_WORDS } from '../stock-taking-wording.ts'

interface ResultProps {
  base: string
  inventory: Inventory
  result: StockResult
  isOpen: boolean
}

/** Differences first: they are what one came for. EQP-1306. */
export function ResultTables({ base, inventory, result, isOpen }: ResultProps) {
  const { missing, misplaced, unknown, outOnLoan, seen } = result
  const lines = { base, inventory }
  return (
    <>
      {misplaced.length > 0 && <Lines {...lines} caption="Pas à leur place" rows={misplaced} withReason />}
      {unknown.length > 0 && (
        <Table
          caption="Numéros inconnus"
          columns={[
            { label: 'Lu', header: true, cell: ({ text }: { text: string }) => text },
            {
              label: 'Que faire',
              cell: () => 'Vérifiez l’étiquette : elle est mal lue, remplacée, ou d’un autre inventaire.',
            },
          ]}
          rows={unknown}
        />
      )}
      {missing.length > 0 && (
        <Lines {...lines} caption={isOpen ? 'Pas encore vus' : 'Non vus'} rows={missing} />
      )}
      {seen.length > 0 && <Lines {...lines} caption="Vus" rows={seen} />}
      {outOnLoan.length > 0 && <Lines {...lines} caption="En prêt, donc pas attendus" rows={outOnLoan} />}
    </>
  )
}

interface LinesProps {
  base: string
  inventory: Inventory
  caption: string
  rows: readonly StockLine[]
  withReason?: boolean
}

function Lines({ base, inventory, caption, rows, withReason = false }: LinesProps) {
  return (
    <Table
      caption={`${caption} (${rows.length})`}
      columns={[
        {
          label: 'Numéro',
          header: true,
          cell: ({ unit }) => (
            <a href={managingPaths.unit(base, inventory.id, unit.id)}>{unit.assetNumber}</a>
          ),
        },
        { label: 'Modèle', cell: ({ unit }) => unit.modelName },
        { label: 'Guichet', cell: ({ unit }) => unit.homeDeskName },
        ...(withReason
          ? [
              {
                label: 'Que faire',
                cell: ({ because }: StockLine) =>
                  because && `${capital(DIFFERENCE_WORDS[because])}. ${DIFFERENCE_ACTS[because]}`,
              },
            ]
          : []),
      ]}
      rows={rows}
    />
  )
}
