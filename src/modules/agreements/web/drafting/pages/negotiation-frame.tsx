import type { Child } from 'hono/jsx'
import type { FormState } from '../../../../../platform/http/form.ts'
import { Frame } from '../../../../../platform/http/frame.tsx'
import type { View } from '../../../../../platform/http/page.tsx'
import { Notice } from '../../../../../ui/notice.tsx'
import { type Agreement, lastSeq } from '../../../domain/agreement.ts'
import type { Negotiation } from '../../../use-cases/drafting/negotiation.ts'
import { paths } from '../../paths.ts'
import { negotiationPaths } from '../negotiation-paths.ts'
import { lockSentence } from '../negotiation-wording.ts'

interface NegotiationFrameProps {
  view: View
  agreement: Agreement
  negotiation?: Negotiation
  title: string
  intro?: string
  act?: Parameters<typeof Frame>[0]['act']
  /** A page under that of the negotiation. */
  isInside?: boolean
  state: FormState
  children: Child
}

/** What is around every page of a negotiation: where one is, and why the text no longer changes. */
export function NegotiationFrame(props: NegotiationFrameProps) {
  const { view, agreement, negotiation, title, intro, act, isInside = false, state, children } = props
  const { base } = view.network
  return (
    <Frame
      view={view}
      space="member"
      title={title}
      breadcrumb={[
        { label: 'Conventions', href: paths.agreements(base) },
        { label: agreement.reference, href: paths.agreement(base, agreement.id) },
        ...(isInside
          ? [{ label: 'Négocier le texte', href: negotiationPaths.negotiation(base, agreement.id) }]
          : []),
      ]}
      {...(intro && { intro })}
      act={act}
      problems={state.problems}
    >
      {negotiation?.locked && (
        <Notice state="info" title="Ce texte ne change plus">
          <p>{lockSentence(negotiation.locked)}</p>
        </Notice>
      )}
      {children}
    </Frame>
  )
}

/** The rank of the last act the page shows. */
export function Seen({ agreement }: { agreement: Agreement }) {
  return <input type="hidden" name="vu" value={String(lastSeq(agreement))} />
}
