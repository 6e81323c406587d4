import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { Network } from '../../../../platform/session/actor.ts'
import { lockAgreement } from '../../data/agreements.store.ts'
import { cancelOtherApprovals } from '../../data/negotiation.store.ts'
import type { Agreement, AgreementId } from '../../domain/agreement.ts'
import { tellNegotiation } from '../../jobs/tell-negotiation.ts'
import { textToSign } from '../signing/signing-text.ts'
import { type AgreementText, textOf } from './agreement-text.ts'

/** What the parties approve: the text with its blanks filled, the terms, the places. */
export interface DraftContent {
  text: AgreementText
  fingerprint: string
}

export async function contentOf(db: Database, network: Network, agreement: Agreement): Promise<DraftContent> {
  const text = await textOf(db, network, agreement)
  return { text, fingerprint: approvedFingerprint(network, agreement, text) }
}

/** The order of signing is chosen when the signing opens, after the approvals: it is no part of what they approve. */
export function approvedFingerprint(network: Network, agreement: Agreement, text: AgreementText): string {
  const { signingRanks: _order, ...terms } = agreement.terms
  return textToSign(network, { ...agreement, terms }, text).fingerprint
}

/**
 * To be called after any change of a held draft: an approval is of one content, so those of another are undone and
 * both parties told. A change that changes nothing undoes nothing. AGR-18.
 */
export async function contentChanged(tx: Database, context: Context, id: AgreementId): Promise<void> {
  const agreement = await lockAgreement(tx, context.reach, id)
  if (!agreement) return
  const { fingerprint } = await contentOf(tx, context.network, agreement)
  const parties = await cancelOtherApprovals(tx, id, fingerprint, context.now)
  if (parties.length === 0) return
  await writeJournal(tx, context, 'draft.approvals-cancelled', id, { parties })
  await enqueue(tx, tellNegotiation, {
    agreement: id,
    event: { kind: 'approvals-cancelled', at: context.now },
  })
}
