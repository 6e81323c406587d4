import type { Day } from '../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { recordActs } from '../data/agreements.store.ts'
import type { Act } from '../domain/acts.ts'
import { type Agreement, isDraft } from '../domain/agreement.ts'
import { stateOn } from '../domain/state.ts'
import type { Party } from '../domain/terms.ts'
import { tellParties } from '../jobs/tell-parties.ts'
import { actOnAgreement, recordedBy, type Target, type TargetRefusal } from './act-on-agreement.ts'
import { type AgreementText, textOf } from './agreement-text.ts'

export interface PaperSignature {
  party: Party
  /** The day written on the paper: it counts, not the day it is recorded. AGR-23. */
  signedOn: Day
  signatory: string
  capacity: string
}

export type SignatureRefusal =
  | TargetRefusal
  | 'dated-in-the-future'
  | 'already-signed'
  | 'unknown-party'
  | 'texts-incomplete'
  | 'no-place-listed'

/** Records a signature made on paper. The first one freezes the text, the terms and the annex. */
export function recordSignature(
  context: Context,
  target: Target,
  signature: PaperSignature,
): Promise<Agreement | Refusal<SignatureRefusal>> {
  return actOnAgreement<Agreement | Refusal<SignatureRefusal>>(context, target, async (tx, agreement) => {
    const text = await textOf(tx, context.network, agreement)
    const refusal = whyNot(agreement, signature, context.today, text)
    if (refusal) return refusal
    const { party, signedOn, signatory, capacity } = signature
    const signed: Act = {
      type: 'signature',
      party,
      occurredOn: signedOn,
      capacity: `${signatory}, ${capacity}`,
    }
    const listed = isDraft(agreement)
      ? text.places.map(
          ({ id, subList }): Act => ({ type: 'place_listed', place: id, ...(subList && { subList }) }),
        )
      : []
    const after = await recordActs(tx, agreement, [...listed, signed], recordedBy(context))
    await writeJournal(tx, context, 'agreement.signed', agreement.id, { party, signedOn })
    await enqueue(tx, tellParties, { agreement: agreement.id, act: after.acts.at(-1)?.id ?? '' })
    return after
  })
}

function whyNot(
  agreement: Agreement,
  { party, signedOn }: PaperSignature,
  today: Day,
  text: AgreementText,
): Refusal<SignatureRefusal> | null {
  const { terms, acts } = agreement
  if (signedOn > today) return refuse('dated-in-the-future', { day: signedOn })
  if (!terms.parties.includes(party)) return refuse('unknown-party')
  if (!stateOn(terms, acts, today).missingSignatures.includes(party)) return refuse('already-signed')
  if (text.missing.length > 0) {
    return refuse('texts-incomplete', { missing: text.missing.map(({ label }) => label).join(' ; ') })
  }
  if (text.places.length === 0) return refuse('no-place-listed')
  return null
}
