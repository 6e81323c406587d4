import type { Problem } from '../../../../platform/http/form.ts'
import { Frame } from '../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../platform/http/page.tsx'
import type { Progress as ProgressFigures } from '../../../../platform/jobs/progress.ts'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { Confirmation } from '../../../../ui/confirmation.tsx'
import { Actions, Form } from '../../../../ui/form.tsx'
import { formatNumber, plural } from '../../../../ui/french.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { Progress } from '../../../../ui/progress.tsx'
import { SummaryList } from '../../../../ui/summary-list.tsx'
import { changesSomething, type Import, type ImportCounts, stepOf } from '../../domain/import.ts'
import { appliedSentence, publishLabel } from '../import-wording.ts'
import { paths } from '../paths.ts'
import { policy } from '../policy.ts'
import { FindingsSection, type FindingsShown } from './import-findings-section.tsx'
import { StepTag } from './imports-page.tsx'

interface ImportPageProps {
  view: View
  run: Import
  progress: ProgressFigures | null
  findings: FindingsShown
  problems?: readonly Problem[]
}

/** One import, from the reading of its file to its publication: the same address all along. */
export function ImportPage({ view, run, progress, findings, problems = [] }: ImportPageProps) {
  const step = stepOf(run)
  const { base } = view.network
  const mayDecide = opensTo(view, policy.importPlaces)
  const waiting = step === 'checking' || step === 'applying'
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title={`Import « ${run.source} »`}
      kicker={run.fileName}
      breadcrumb={[{ label: 'Imports de lieux', href: paths.imports(base) }]}
      problems={problems}
    >
      <p>
        <StepTag run={run} />
      </p>
      {step === 'mapping' && <ColumnsToSay base={base} run={run} mayImport={mayDecide} />}
      {waiting && <Waiting base={base} run={run} progress={progress} />}
      {run.refusal !== null && <Unreadable base={base} refusal={run.refusal} mayImport={mayDecide} />}
      {step === 'applied' && run.counts && (
        <Confirmation done={appliedSentence(run.counts)}>
          <a href={paths.places(base)}>Voir les lieux publiés</a>
        </Confirmation>
      )}
      {step === 'checked' && run.counts && mayDecide && (
        <Decision base={base} run={run} counts={run.counts} />
      )}
      {!waiting && run.counts && <Report base={base} run={run} counts={run.counts} findings={findings} />}
    </Frame>
  )
}

function ColumnsToSay({ base, run, mayImport }: { base: string; run: Import; mayImport: boolean }) {
  return (
    <>
      <Notice state="warning" title="Les colonnes de ce fichier ne sont pas celles du standard national">
        <p>Nous avons cherché à quoi elles servent. Vérifiez-le : le contrôle commencera ensuite.</p>
      </Notice>
      {mayImport && (
        <>
          <ButtonLink href={paths.importColumns(base, run.id)}>Vérifier les colonnes</ButtonLink>
          <Abandon base={base} run={run} />
        </>
      )}
    </>
  )
}

function Waiting({ base, run, progress }: { base: string; run: Import; progress: ProgressFigures | null }) {
  const { done = 0, total = null, step = '' } = progress ?? {}
  const figures = total ? ` : ${plural(done, 'ligne', 'lignes')} sur ${formatNumber(total)} environ` : ''
  return (
    <div data-island="client/progress">
      <Progress
        label={stepOf(run) === 'checking' ? 'Contrôle du fichier' : 'Publication des lieux'}
        done={Math.min(done, total ?? done)}
        total={total}
        sentence={`${step || 'Le travail va commencer'}${figures}.`}
        refreshHref={paths.import(base, run.id)}
      />
      <p>Vous pouvez quitter cette page : le travail continue, et son résultat vous attendra ici.</p>
    </div>
  )
}

function Unreadable({ base, refusal, mayImport }: { base: string; refusal: string; mayImport: boolean }) {
  return (
    <>
      <Notice state="danger" title="Ce fichier ne peut pas être importé">
        <p>{refusal}</p>
        <p>Aucun lieu n’a été changé.</p>
      </Notice>
      {mayImport && <ButtonLink href={paths.newImport(base)}>Importer un autre fichier</ButtonLink>}
    </>
  )
}

function Decision({ base, run, counts }: { base: string; run: Import; counts: ImportCounts }) {
  return (
    <section aria-labelledby="decision">
      <h2 id="decision">Votre décision</h2>
      {changesSomething(counts) ? (
        <Form action={paths.importPublication(base, run.id)} label="Publication">
          <p>
            Les lignes refusées ou en attente ne seront pas publiées. Les autres seront visibles de tous
            aussitôt.
          </p>
          <Actions>
            <Button>{publishLabel(counts)}</Button>
          </Actions>
        </Form>
      ) : (
        <Notice state="info" title="Ce fichier n’apporte rien de nouveau : il n’y a rien à publier." />
      )}
      {run.fileSha256 !== null && (
        <p>
          <a href={paths.importColumns(base, run.id)}>Revoir à quoi servent les colonnes</a>
        </p>
      )}
      <Abandon base={base} run={run} />
    </section>
  )
}

function Abandon({ base, run }: { base: string; run: Import }) {
  return (
    <Form action={paths.importAbandon(base, run.id)} label="Abandon">
      <Actions>
        <Button look="quiet">Abandonner cet import</Button>
      </Actions>
    </Form>
  )
}

function Report({
  base,
  run,
  counts,
  findings,
}: {
  base: string
  run: Import
  counts: ImportCounts
  findings: FindingsShown
}) {
  const published = run.appliedAt !== null
  const rows: [string, number, string?][] = [
    ['Lignes lues', counts.read],
    [published ? 'Lieux créés' : 'Lieux à créer', counts.created],
    [published ? 'Lieux mis à jour' : 'Lieux à mettre à jour', counts.updated],
    ['Lieux inchangés', counts.unchanged],
    ['Lignes réunies à une autre', counts.grouped, 'elles ajoutent un service au même lieu'],
    ['Lignes en attente', counts.held, 'leur identifiant est déjà celui d’une autre ligne'],
    ['Lignes refusées', counts.rejected, 'elles ne peuvent pas devenir un lieu'],
    ['Lignes corrigées', counts.corrected, 'réparées sans aucun doute possible'],
    ['Lignes à corriger', counts.warnings, 'le lieu est gardé, la case fautive laissée vide'],
    ['Lieux absents de ce fichier', counts.missing, 'ils restent publiés'],
  ]
  return (
    <>
      <section aria-labelledby="bilan">
        <h2 id="bilan">Bilan du contrôle</h2>
        <SummaryList
          rows={rows
            .filter(([, count], index) => count > 0 || index < 2)
            .map(([term, count, note]) => ({
              term,
              value: note ? `${formatNumber(count)} (${note})` : formatNumber(count),
            }))}
        />
      </section>
      <FindingsSection base={base} id={run.id} findings={findings} />
    </>
  )
}
