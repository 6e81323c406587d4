import type { Child } from 'hono/jsx'
import type { Problem } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import type { PlaceSummary } from '../../../../places/index.ts'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import type { DraftedAmendment } from '../../../domain/amendment-draft.ts'
import type { AmendmentState } from '../../../domain/amendments.ts'
import type { AgreementState } from '../../../domain/state.ts'
import type { Clause } from '../../../templates/template.ts'
import { paths } from '../../paths.ts'
import { amendmentPaths } from '../amendment.paths.ts'

/** What every page about one amendment knows. */
export interface AmendmentView {
  view: View
  agreement: Agreement
  draft: DraftedAmendment
  /** What its signatures say of it; null while nobody has signed. */
  signed: AmendmentState | null
  today: AgreementState
  /** The clauses as they are written today. */
  clauses: readonly Clause[]
  /** The places it names. */
  places: ReadonlyMap<string, PlaceSummary>
}

interface AmendmentFrameProps {
  about: AmendmentView
  title: string
  intro?: string
  act?: { label: string; href: string } | undefined
  problems?: readonly Problem[]
  children: Child
}

export function AmendmentFrame({ about, title, intro, act, problems = [], children }: AmendmentFrameProps) {
  const { view, agreement, draft } = about
  const { base } = view.network
  const name = `Avenant n° ${draft.number}`
  return (
    <Frame
      view={view}
      space="member"
      title={title}
      kicker={`Convention ${agreement.reference} avec ${agreement.partner.name}`}
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
        ...(title === name
          ? []
          : [{ label: name, href: amendmentPaths.amendment(base, agreement.id, draft.number) }]),
      ]}
      problems={problems}
      {...(intro && { intro })}
      {...(act && { act })}
    >
      {children}
    </Frame>
  )
}

/** The facts and the writing that the page shows: a page behind either changes nothing. */
export function SeenFields({ about: { agreement, draft } }: { about: AmendmentView }) {
  return (
    <>
      <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
      <input type="hidden" name="redaction" value={String(draft.version)} />
    </>
  )
}
