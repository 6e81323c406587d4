import { addDays } from '../../../../../kernel/day.ts'
import { dayOf, type Instant, secondsBetween } from '../../../../../kernel/instant.ts'
import type { FormState, Problem } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import type { Progress as ProgressFigures } from '../../../../../platform/jobs/progress.ts'
import { Button, ButtonLink } from '../../../../../ui/button.tsx'
import { Confirmation } from '../../../../../ui/confirmation.tsx'
import { Actions, Form } from '../../../../../ui/form.tsx'
import { formatDay, formatNumber, plural } from '../../../../../ui/french.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { Progress } from '../../../../../ui/progress.tsx'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import {
  changesSomething,
  type Import,
  type ImportCounts,
  ROWS_DAYS,
  stepOf,
} from '../../../domain/imports/import.ts'
import { homePaths } from '../../home/home.paths.ts'
import { paths } from '../../paths.ts'
import { policy } from '../../policy.ts'
import { importActPaths } from '../import-acts.paths.ts'
import { appliedSentence, nothingToPublish, paceText, publishLabel } from '../import-wording.ts'
import { importQueuePaths } from '../queues.paths.ts'
import { Abandon } from './abandon-form.tsx'
import { ChangesSection, type ChangesShown } from './changes-section.tsx'
import { FindingsSection, type FindingsShown } from './import-findings-section.tsx'
import { StepTag } from './imports-page.tsx'
import { Review, SentByOrganisation, ToSubmit } from './own-file-sections.tsx'

interface ImportPageProps {
  view: View
  run: Import
  progress: ProgressFigures | null
  now: Instant
  /** No later file of its source is published: it may be undone. */
  isLast: boolean
  findings: FindingsShown
  changes: ChangesShown
  problems?: readonly Problem[]
  values?: FormState['values']
}

/** One import, from the reading of its file to its publication: the same address all along. */
export function ImportPage(props: ImportPageProps) {
  const { view, run, progress, now, isLast, findings, changes, problems = [], values = {} } = props
  const step = stepOf(run)
  const { base } = view.network
  const mayDecide = opensTo(view, policy.importPlaces)
  const maySend = opensTo(view, policy.sendFiles)
  const waiting = step === 'checking' || step === 'applying'
  return (
    <Frame
      view={view}
      space="member"
      width="full"
      title={`Import «\u00a0${run.source}\u00a0»`}
      kicker={run.fileName}
      breadcrumb={[
        { label: 'Lieux', href: homePaths.home(base) },
        {
          label: opensTo(view, policy.readImports) ? 'Imports' : 'Mes fichiers',
          href: paths.imports(base),
        },
      ]}
      problems={problems}
    >
      <p>
        <StepTag run={run} />
      </p>
      {run.organisation && <SentByOrganisation view={view} run={run} />}
      {step === 'mapping' && <ColumnsToSay base={base} run={run} mayImport={maySend} />}
      {waiting && <Waiting base={base} run={run} progress={progress} now={now} mayStop={maySend} />}
      {run.waitsBecause !== null && step === 'checked' && (
        <Notice state="warning" title="Cette récolte attend votre accord">
          <p>{run.waitsBecause}</p>
        </Notice>
      )}
      {run.refusal !== null && <Unreadable base={base} refusal={run.refusal} mayImport={maySend} />}
      {step === 'applied' && run.counts && (
        <Confirmation done={appliedSentence(run.counts)}>
          <a href={paths.places(base)}>Voir les lieux publiés</a>
        </Confirmation>
      )}
      {(step === 'applied' || step === 'undone') && mayDecide && (
        <AfterPublication base={base} run={run} isLast={isLast} />
      )}
      {step === 'checked' && run.counts && mayDecide && !run.organisation && (
        <Decision base={base} run={run} counts={run.counts} />
      )}
      {step === 'checked' && run.counts && run.organisation && opensTo(view, policy.submitFiles) && (
        <ToSubmit base={base} run={run} counts={run.counts} />
      )}
      {step === 'submitted' && run.counts && mayDecide && (
        <Review base={base} run={run} counts={run.counts} problems={problems} values={values} />
      )}
      {(step === 'checked' || step === 'submitted') && run.counts && (
        <ChangesSection base={base} run={run} counts={run.counts} changes={changes} />
      )}
      {!waiting && run.counts && <KeptUntil run={run} />}
      {!waiting && run.counts && (
        <Report
          base={base}
          run={run}
          counts={run.counts}
          findings={findings}
          mayAccept={step === 'checked' && maySend && run.fileSha256 !== null}
        />
      )}
    </Frame>
  )
}

/** How long its rows are kept, and why; or that they are gone. */
function KeptUntil({ run }: { run: Import }) {
  if (run.emptiedAt !== null)
    return (
      <Notice
        state="info"
        title={`Les lignes et le rapport de cet import sont effacés depuis le ${formatDay(dayOf(run.emptiedAt))}`}
      >
        <p>
          Un an après, il n’en reste que le bilan{'\u00a0'}: il ne s’annule plus. Les lieux, eux, sont gardés.
        </p>
      </Notice>
    )
  const until = addDays(dayOf(run.appliedAt ?? run.abandonedAt ?? run.returnedAt ?? run.createdAt), ROWS_DAYS)
  return (
    <p class="muted">
      Le rapport, les lignes en attente et de quoi revenir en arrière sont gardés jusqu’au {formatDay(until)}
      {'\u00a0'}: des lignes peuvent nommer des personnes, nous ne les gardons pas plus longtemps.
    </p>
  )
}

function ColumnsToSay({ base, run, mayImport }: { base: string; run: Import; mayImport: boolean }) {
  return (
    <>
      <Notice state="warning" title="Les colonnes de ce fichier ne sont pas celles du standard national">
        <p>Nous avons cherché à quoi elles servent. Vérifiez-le{'\u00a0'}: le contrôle commencera ensuite.</p>
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

interface WaitingProps {
  base: string
  run: Import
  progress: ProgressFigures | null
  now: Instant
  mayStop: boolean
}

function Waiting({ base, run, progress, now, mayStop }: WaitingProps) {
  const { done = 0, total = null, step = '' } = progress ?? {}
  const figures = total ? ` : ${plural(done, 'ligne', 'lignes')} sur ${formatNumber(total)} environ` : ''
  const pace = paceText({ done, total, seconds: secondsBetween(run.confirmedAt ?? run.createdAt, now) })
  return (
    <>
      <div data-island="client/progress">
        <Progress
          label={stepOf(run) === 'checking' ? 'Contrôle du fichier' : 'Publication des lieux'}
          done={Math.min(done, total ?? done)}
          total={total}
          sentence={`${step || 'Le travail va commencer'}${figures}.${pace}`}
          refreshHref={paths.import(base, run.id)}
        />
        <p>
          Vous pouvez quitter cette page{'\u00a0'}: le travail continue, et son résultat vous attendra ici.
        </p>
      </div>
      {mayStop && (
        <Form action={importActPaths.stop(base, run.id)} label="Arrêt">
          <Actions>
            <Button look="quiet">Arrêter cet import</Button>
          </Actions>
        </Form>
      )}
    </>
  )
}

/** What is left to decide once it is published, and the way back. DIR-39. */
function AfterPublication({ base, run, isLast }: { base: string; run: Import; isLast: boolean }) {
  const isUndone = run.undoneAt !== null
  const shown = { source: run.source }
  return (
    <section aria-labelledby="suites">
      <h2 id="suites">Suites</h2>
      {isUndone && (
        <Notice state="info" title="Cet import a été annulé">
          <p>
            Les champs que quelqu’un a modifiés depuis sont dans les{' '}
            <a href={importQueuePaths.proposals(base, shown)}>propositions</a>.
          </p>
        </Notice>
      )}
      {!isUndone && (
        <ul>
          {(run.counts?.held ?? 0) > 0 && (
            <li>
              <a href={importQueuePaths.held(base, shown)}>Décider des lignes en attente</a>
            </li>
          )}
          <li>
            <a href={importQueuePaths.proposals(base, shown)}>Propositions de cette source</a>
          </li>
          {(run.counts?.missing ?? 0) > 0 && (
            <li>
              <a href={importQueuePaths.missing(base, shown)}>Lieux que ce fichier ne donne plus</a>
            </li>
          )}
        </ul>
      )}
      {run.emptiedAt !== null ? null : isLast ? (
        <Form
          action={isUndone ? importActPaths.redo(base, run.id) : importActPaths.undo(base, run.id)}
          label={isUndone ? 'Rétablissement' : 'Annulation'}
        >
          <p>
            {isUndone
              ? 'Rétablir remet les lieux et les champs comme cet import les avait faits.'
              : 'Annuler retire les lieux que cet import a créés et rend leurs anciens champs aux autres. Ce que quelqu’un a modifié depuis reste.'}
          </p>
          <Actions>
            <Button look={isUndone ? 'plain' : 'danger'}>
              {isUndone ? 'Rétablir cet import' : 'Annuler cet import'}
            </Button>
          </Actions>
        </Form>
      ) : (
        <p>Un fichier plus récent de cette source est publié{'\u00a0'}: cet import ne s’annule plus.</p>
      )}
    </section>
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
            Les lignes refusées ne seront pas publiées{'\u00a0'}; celles en attente le seront si vous le
            décidez ensuite. Les autres seront visibles de tous aussitôt.
          </p>
          <Actions>
            <Button>{publishLabel(counts)}</Button>
          </Actions>
        </Form>
      ) : (
        <Notice state="info" title={nothingToPublish(counts)} />
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

function Report({
  base,
  run,
  counts,
  findings,
  mayAccept,
}: {
  base: string
  run: Import
  counts: ImportCounts
  findings: FindingsShown
  mayAccept: boolean
}) {
  const published = run.appliedAt !== null
  const rows: [string, number, string?][] = [
    ['Lignes lues', counts.read],
    [published ? 'Lieux créés' : 'Lieux à créer', counts.created],
    [published ? 'Lieux mis à jour' : 'Lieux à mettre à jour', counts.updated],
    ['Lieux inchangés', counts.unchanged],
    ['Lignes réunies à une autre', counts.grouped, 'elles ajoutent un service au même lieu'],
    [
      'Lignes en attente',
      counts.held,
      'leur identifiant est celui d’une autre, ou elles ressemblent à un lieu connu',
    ],
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
      {run.emptiedAt === null && (
        <FindingsSection base={base} run={run} findings={findings} mayAccept={mayAccept} />
      )}
    </>
  )
}
