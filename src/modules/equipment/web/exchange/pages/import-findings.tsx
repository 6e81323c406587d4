import { ButtonLink } from '../../../../../ui/button.tsx'
import { Pagination } from '../../../../../ui/pagination.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { InventoryId } from '../../../domain/equipment.ts'
import type { ImportRun } from '../../../domain/exchange/import.ts'
import type { ImportCounts } from '../../../domain/exchange/judge.ts'
import type { Finding } from '../../../domain/exchange/read-rows.ts'
import { SHEET_NAMES, TABLES } from '../../../domain/exchange/tables.ts'
import { exchangePaths } from '../exchange.paths.ts'
import { TABLE_WORDS } from '../exchange-wording.ts'

export interface FindingsShown {
  /** From 1. */
  page: number
  pageSize: number
  total: number
  list: readonly Finding[]
}

interface FindingsProps {
  base: string
  inventory: InventoryId
  run: ImportRun
  counts: ImportCounts
  findings: FindingsShown
}

/** Every wrong cell: where, what it says, what is awaited. */
export function ImportFindings({ base, inventory, run, counts, findings }: FindingsProps) {
  const { page, pageSize, total, list } = findings
  if (total === 0) return null
  const wrong = TABLES.filter((table) => (counts[table]?.wrong ?? 0) > 0)
  return (
    <section aria-labelledby="constats">
      <h2 id="constats">Ce qui est faux</h2>
      <p>Corrigez ces lignes dans un fichier à part : il ne contient qu’elles, chacune avec ses motifs.</p>
      <ul>
        {wrong.map((table) => (
          <li>
            <ButtonLink look="plain" href={exchangePaths.wrongLines(base, inventory, run.id, table)} download>
              Télécharger les lignes fausses : {TABLE_WORDS[table].toLowerCase()}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <Table
        caption="Cases fausses"
        silentCaption
        columns={[
          { label: 'Ligne', numeric: true, cell: ({ line }) => line },
          ...(Object.keys(counts).length > 1
            ? [{ label: 'Feuille', cell: ({ table }: Finding) => SHEET_NAMES[table] }]
            : []),
          { label: 'Colonne', header: true, cell: ({ column }) => <code>{column}</code> },
          { label: 'Valeur', cell: ({ value }) => (value === '' ? 'case vide' : shortened(value)) },
          { label: 'Ce qui est attendu', cell: ({ expected }) => expected },
        ]}
        rows={list}
      />
      <Pagination
        page={page}
        pageSize={pageSize}
        total={total}
        href={(number) => exchangePaths.import(base, inventory, run.id, number)}
        unit="cases"
      />
    </section>
  )
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
