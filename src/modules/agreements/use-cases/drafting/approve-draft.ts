import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addApproval, approvalsOf, sharedAt } from '../../data/negotiation.store.ts'
import { openSigningOf } from '../../data/signings.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { approvalOf, unapprovedBy } from '../../domain/draft-approval.ts'
import { stateOn } from '../../domain/state.ts'
import type { Party } from '../../domain/terms.ts'
import { tellNegotiation } from '../../jobs/tell-negotiation.ts'
import { actOnAgreement, recordedBy, type Target, type TargetRefusal } from '../act-on-agreement.ts'
import { type TextRefusal, whyTextNotReady } from '../signing/signature-act.ts'
import { contentChanged, contentOf } from './draft-content.ts'

export type ApprovalRefusal =
  | TargetRefusal
  | TextRefusal
  | 'not-shared'
  | 'signing-is-open'
  | 'party-has-signed'
  | 'content-changed'
  | 'already-approved'
  | 'not-in-their-place'

export interface Approved {
  /** The parties that have still to approve. */
  missing: Party[]
}

/**
 * A party approves the content its page showed for signature. The agreement is held, and the content read again: an
 * approval never lands on a text that changed meanwhile. AGR-18.
 */
export function approveDraft(
  context: Context,
  target: Target,
  { party, seenContent }: { party: Party; seenContent: string },
): Promise<Approved | Refusal<ApprovalRefusal>> {
  return actOnAgreement<Approved | Refusal<ApprovalRefusal>>(context, target, async (tx, agreement) => {
    const { actor, network, today } = context
    if (actor.kind === 'member' && actor.impersonator) return refuse('not-in-their-place')
    if (!(await sharedAt(tx, agreement.id))) return refuse('not-shared')
    if (await openSigningOf(tx, agreement.id)) return refuse('signing-is-open')
    const { missingSignatures } = stateOn(agreement.terms, agreement.acts, today)
    if (!missingSignatures.includes(party)) return refuse('party-has-signed')
    const { text, fingerprint } = await contentOf(tx, network, agreement)
    if (fingerprint !== seenContent) return refuse('content-changed')
    const notReady = whyTextNotReady(text)
    if (notReady) return notReady
    if (approvalOf(await approvalsOf(tx, agreement.id), party, fingerprint)) return refuse('already-approved')
    await contentChanged(tx, context, agreement.id)
    const approval = await addApproval(tx, agreement.id, { party, fingerprint }, recordedBy(context))
    await writeJournal(tx, context, 'draft.approved', agreement.id, { party, fingerprint })
    await enqueue(tx, tellNegotiation, { agreement: agreement.id, event: { kind: 'approved', approval } })
    return { missing: unapprovedBy(agreement, await approvalsOf(tx, agreement.id), fingerprint) }
  })
}

/** For a signature on paper, where nothing is refused: who was shown the draft and did not approve it as it reads. */
export async function unapprovedParties(
  { db, network }: Pick<Context, 'db' | 'network'>,
  agreement: Agreement,
): Promise<Party[]> {
  if (!(await sharedAt(db, agreement.id))) return []
  const { fingerprint } = await contentOf(db, network, agreement)
  return unapprovedBy(agreement, await approvalsOf(db, agreement.id), fingerprint)
}
