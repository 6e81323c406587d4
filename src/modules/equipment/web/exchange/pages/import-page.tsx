import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import type { Progress as ProgressFigures } from '../../../../../platform/jobs/progress.ts'
import { ButtonLink } from '../../../../../ui/button.tsx'
import { Confirmation } from '../../../../../ui/confirmation.tsx'
import { formatNumber } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { Progress } from '../../../../../ui/progress.tsx'
import { Table } from '../../../../../ui/table.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import { type ImportRun, stepOf } from '../../../domain/exchange/import.ts'
import type { ImportCounts } from '../../../domain/exchange/judge.ts'
import { TABLES } from '../../../domain/exchange/tables.ts'
import { managingPaths } from '../../managing/managing.paths.ts'
import { trail } from '../../managing/pages/trail.ts'
import { exchangePaths } from '../exchange.paths.ts'
import { appliedSentence, progressSentence, TABLE_WORDS } from '../exchange-wording.ts'
import { StepTag } from './exchange-page.tsx'
import { ImportDecisionForm } from './import-decision-form.tsx'
import { type FindingsShown, ImportFindings } from './import-findings.tsx'

export const FINDINGS_PER_PAGE = 50

interface ImportProps {
  view: View
  inventory: Inventory
  run: ImportRun
  progress: ProgressFigures | null
  findings: Omit<FindingsShown, 'pageSize'>
  state: FormState
}

/** One file, from its check to its writing: the same address all along. */
export function ImportPage({ view, inventory, run, progress, findings, state }: ImportProps) {
  const { base } = view.network
  const step = stepOf(run)
  const isWaiting = step === 'checking' || step === 'applying'
  const again = exchangePaths.newImport(base, inventory.id)
  const home = { label: 'Imports et exports', href: exchangePaths.exchange(base, inventory.id) }
  return (
    <Frame
      view={view}
      space="member"
      title={`Import de « ${run.fileName} »`}
      breadcrumb={[...trail(base, inventory), home]}
      problems={state.problems}
    >
      <p>
        <StepTag run={run} />
      </p>
      {isWaiting && <Waiting href={exchangePaths.import(base, inventory.id, run.id)} progress={progress} />}
      {run.refusal !== null && (
        <>
          <Notice state="danger" title="Ce fichier n’a pas été importé">
            <p>{run.refusal}</p>
          </Notice>
          <ButtonLink href={again}>Importer un autre fichier</ButtonLink>
        </>
      )}
      {step === 'applied' && run.counts && (
        <Confirmation done={appliedSentence(run.counts)}>
          <a href={managingPaths.stock(base, inventory.id)}>Voir le catalogue de l’inventaire</a>
        </Confirmation>
      )}
      {step === 'checked' && run.counts && (
        <ImportDecisionForm base={base} inventory={inventory} run={run} counts={run.counts} state={state} />
      )}
      {!isWaiting && run.counts && <Report counts={run.counts} isWritten={step === 'applied'} />}
      {!isWaiting && run.counts && (
        <ImportFindings
          base={base}
          inventory={inventory.id}
          run={run}
          counts={run.counts}
          findings={{ ...findings, pageSize: FINDINGS_PER_PAGE }}
        />
      )}
    </Frame>
  )
}

function Waiting({ href, progress }: { href: string; progress: ProgressFigures | null }) {
  const { done = 0, total = null, step = '' } = progress ?? {}
  return (
    <div data-island="client/progress">
      <Progress
        label="Travail en cours"
        done={Math.min(done, total ?? done)}
        total={total}
        sentence={progressSentence(step || 'Le travail va commencer', done, total)}
        refreshHref={href}
      />
      <p>Vous pouvez quitter cette page : le travail continue, et son résultat vous attendra ici.</p>
    </div>
  )
}

function Report({ counts, isWritten }: { counts: ImportCounts; isWritten: boolean }) {
  const rows = TABLES.flatMap((table) => {
    const found = counts[table]
    return found ? [{ table, ...found }] : []
  })
  return (
    <Table
      caption={isWritten ? 'Ce qui a été écrit' : 'Ce que le fichier ferait'}
      columns={[
        { label: 'Tableau', header: true, cell: ({ table }) => TABLE_WORDS[table] },
        { label: 'Lignes lues', numeric: true, cell: ({ read }) => formatNumber(read) },
        {
          label: isWritten ? 'Ajoutées' : 'À ajouter',
          numeric: true,
          cell: ({ created }) => formatNumber(created),
        },
        {
          label: isWritten ? 'Mises à jour' : 'À mettre à jour',
          numeric: true,
          cell: ({ updated }) => formatNumber(updated),
        },
        { label: 'Inchangées', numeric: true, cell: ({ unchanged }) => formatNumber(unchanged) },
        { label: 'Fausses', numeric: true, cell: ({ wrong }) => formatNumber(wrong) },
      ]}
      rows={rows}
    />
  )
}
