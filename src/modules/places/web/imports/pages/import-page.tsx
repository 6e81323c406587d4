import type { Instant } from '../../../../../kernel/instant.ts'
import type { FormState, Problem } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import { opensTo, type View } from '../../../../../platform/http/page.tsx'
import type { Progress as ProgressFigures } from '../../../../../platform/jobs/progress.ts'
import { Notice } from '../../../../../ui/notice.tsx'
import { type Import, stepOf } from '../../../domain/imports/import.ts'
import { homePaths } from '../../home/home.paths.ts'
import { paths } from '../../paths.ts'
import { policy } from '../../policy.ts'
import { AfterPublication, Published } from './after-publication-section.tsx'
import { ChangesSection, type ChangesShown } from './changes-section.tsx'
import { Decision } from './decision-section.tsx'
import type { FindingsShown } from './import-findings-section.tsx'
import { StepTag } from './imports-page.tsx'
import { Review, SentByOrganisation, ToSubmit } from './own-file-sections.tsx'
import { KeptUntil, Report } from './report-section.tsx'
import { ToSayHowToRead, Unreadable } from './unread-file-section.tsx'
import { Waiting } from './waiting-section.tsx'

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
      title={`Import « ${run.source} »`}
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
      {step === 'mapping' && <ToSayHowToRead base={base} run={run} mayImport={maySend} />}
      {waiting && <Waiting base={base} run={run} progress={progress} now={now} mayStop={maySend} />}
      {run.waitsBecause !== null && step === 'checked' && (
        <Notice state="warning" title="Cette récolte attend votre accord">
          <p>{run.waitsBecause}</p>
        </Notice>
      )}
      {step === 'unreadable' && run.refusal !== null && (
        <Unreadable base={base} refusal={run.refusal} mayImport={maySend} />
      )}
      {step === 'applied' && run.counts && <Published base={base} counts={run.counts} />}
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
