import { isRefusal } from '../../kernel/refusal.ts'
import type { Context } from '../../platform/context.ts'
import { findAgreement } from './data/agreements.store.ts'
import { addRemark, sharedAt } from './data/negotiation.store.ts'
import type { AgreementId } from './domain/agreement.ts'
import { targetOf } from './testing.ts'
import { approveDraft } from './use-cases/drafting/approve-draft.ts'
import { contentOf } from './use-cases/drafting/draft-content.ts'
import { shareDraft } from './use-cases/drafting/share-draft.ts'

/** A line of a thread, whatever the agreement became since: for addresses that name one. */
export function aProposal(context: Context, id: AgreementId) {
  const proposed = 'Les Parties se réunissent une fois par an.'
  const texts = { proposed, replaced: 'Les Parties se réunissent.', version: 0 }
  const remark = { kind: 'text' as const, clause: 'objet', party: 'cocontractant', words: '', ...texts }
  return addRemark(context.db, id, remark, { at: context.now, by: null })
}

/** Shown to the partner, when it was not. */
export async function asShared(context: Context, id: AgreementId): Promise<AgreementId> {
  if (!(await sharedAt(context.db, id))) got(await shareDraft(context, await targetOf(context, id)))
  return id
}

/** Shown to the partner and approved for signature by every party, as it reads now. */
export async function asApproved(context: Context, id: AgreementId): Promise<AgreementId> {
  await asShared(context, id)
  const agreement = await findAgreement(context.db, context.reach, id)
  if (!agreement) throw new Error('no such agreement')
  const { fingerprint: seenContent } = await contentOf(context.db, context.network, agreement)
  for (const party of agreement.terms.parties) {
    got(await approveDraft(context, await targetOf(context, id), { party, seenContent }))
  }
  return id
}

function got(outcome: unknown): void {
  if (isRefusal(outcome)) throw new Error(`refused: ${JSON.stringify(outcome)}`)
}
