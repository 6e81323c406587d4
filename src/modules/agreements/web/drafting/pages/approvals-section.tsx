import type { View } from '../../../../../platform/http/page.tsx'
import { Button } from '../../../../../ui/button.tsx'
import { Form } from '../../../../../ui/form.tsx'
import { formatMoment } from '../../../../../ui/french.ts'
import { SummaryList } from '../../../../../ui/summary-list.tsx'
import { Tag } from '../../../../../ui/tag.tsx'
import type { Agreement } from '../../../domain/agreement.ts'
import { type Approval, approvalOf } from '../../../domain/draft-approval.ts'
import { shortFingerprint } from '../../../domain/signed-text.ts'
import type { Party } from '../../../domain/terms.ts'
import type { Negotiation } from '../../../use-cases/drafting/negotiation.ts'
import { partyName } from '../../parties.ts'
import { negotiationPaths } from '../negotiation-paths.ts'
import { Seen } from './negotiation-frame.tsx'

interface ApprovalsProps {
  view: View
  agreement: Agreement
  negotiation: Negotiation
  /** Whom the reader speaks for. */
  party: Party
}

/** Who approved which text, and when; what a change undid; and the reader's own approval. AGR-18. */
export function ApprovalsSection({ view, agreement, negotiation, party }: ApprovalsProps) {
  const { base, headName } = view.network
  const { unapproved, fingerprint } = negotiation
  return (
    <section aria-labelledby="approbations">
      <h2 id="approbations">Approuvé pour signature</h2>
      <SummaryList
        rows={agreement.terms.parties.map((one) => ({
          term: partyName(agreement, one, headName),
          value: <Standing agreement={agreement} party={one} negotiation={negotiation} />,
        }))}
      />
      {unapproved.includes(party) && !negotiation.locked && (
        <>
          <p>
            Vous approuvez le texte de cette page, ses termes, ses blancs remplis et sa liste de lieux :
            version {shortFingerprint(fingerprint)}. Toute modification annulera votre approbation, et les
            deux parties en seront prévenues.
          </p>
          <Form action={negotiationPaths.approval(base, agreement.id)}>
            <Seen agreement={agreement} />
            <input type="hidden" name="empreinte" value={fingerprint} />
            <Button>Approuver ce texte pour signature</Button>
          </Form>
        </>
      )}
    </section>
  )
}

interface StandingProps {
  agreement: Agreement
  party: Party
  negotiation: Negotiation
}

function Standing({ agreement, party, negotiation: { approvals, fingerprint, names } }: StandingProps) {
  const standing = approvalOf(approvals, party, fingerprint)
  if (agreement.acts.some((act) => act.type === 'signature' && act.party === party)) {
    return <Tag state="positive">A signé</Tag>
  }
  if (standing) {
    return (
      <>
        <Tag state="positive">Approuvé</Tag> {byWhom(standing, names)}, le {formatMoment(standing.approvedAt)}
        , version {shortFingerprint(standing.fingerprint)}
      </>
    )
  }
  const former = approvals.find((one) => one.party === party)
  if (!former) return <Tag state="pending">Pas encore approuvé</Tag>
  return (
    <>
      <Tag state="warning">Approbation annulée</Tag> Le texte approuvé {byWhom(former, names)}, le{' '}
      {formatMoment(former.approvedAt)}, a changé
      {former.cancelledAt && ` le ${formatMoment(former.cancelledAt)}`}.
    </>
  )
}

function byWhom({ approvedBy }: Approval, names: Negotiation['names']): string {
  const name = approvedBy && names.get(approvedBy)
  return name ? `par ${name}` : ''
}
