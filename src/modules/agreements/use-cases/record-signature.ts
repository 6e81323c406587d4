import { addDays, type Day } from '../../../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db/database.ts'
import { enqueue } from '../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import type { Capacity, CapacityRef } from '../../identity/index.ts'
import { recordActs } from '../data/agreements.store.ts'
import type { Act, SignatureAct } from '../domain/acts.ts'
import { type Agreement, isDraft } from '../domain/agreement.ts'
import { stateOn } from '../domain/state.ts'
import type { Party } from '../domain/terms.ts'
import { tellParties } from '../jobs/tell-parties.ts'
import { actOnAgreement, recordedBy, type Target, type TargetRefusal } from './act-on-agreement.ts'
import { type AgreementText, textOf } from './agreement-text.ts'
import { powerOfParty } from './signing-powers.ts'

export interface PaperSignature {
  party: Party
  /** The day written on the paper: it counts, not the day it is recorded. AGR-23. */
  signedOn: Day
  signatory: string
  capacity: string
  /** The mandate or delegation signed by: it gives the two texts above. Left out: somebody whose power is not recorded. */
  power?: CapacityRef | null
}

export type SignatureRefusal =
  | TargetRefusal
  | 'dated-in-the-future'
  | 'already-signed'
  | 'unknown-party'
  | 'texts-incomplete'
  | 'no-place-listed'
  | 'not-their-power'

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
    const { party, signedOn } = signature
    const signed = await signatureAct(tx, agreement, signature)
    if (isRefusal(signed)) return signed
    const listed = isDraft(agreement)
      ? text.places.map(
          ({ id, subList }): Act => ({ type: 'place_listed', place: id, ...(subList && { subList }) }),
        )
      : []
    const after = await recordActs(tx, agreement, [...listed, signed], recordedBy(context))
    await writeJournal(
      tx,
      context,
      'agreement.signed',
      agreement.id,
      { party, signedOn },
      { mandateId: signature.power?.mandateId ?? null, delegationId: signature.power?.delegationId ?? null },
    )
    await enqueue(tx, tellParties, { agreement: agreement.id, act: after.acts.at(-1)?.id ?? '' })
    return after
  })
}

/** A power outside its days still signs (AGR-17): the act keeps what it rested on, and reading it says the rest. */
async function signatureAct(
  tx: Database,
  agreement: Agreement,
  { party, signedOn, signatory, capacity, power }: PaperSignature,
): Promise<SignatureAct | Refusal<'not-their-power'>> {
  const dated = { type: 'signature', party, occurredOn: signedOn } as const
  if (!power) return { ...dated, capacity: `${signatory}, ${capacity}` }
  const found = await powerOfParty(tx, agreement, party, power, signedOn)
  if (!found || found.capacity.moment === 'withdrawn') return refuse('not-their-power')
  return { ...dated, ...wordsOf(found.capacity) }
}

function wordsOf({ delegationId, from, until, giver, ...held }: Capacity): Partial<SignatureAct> {
  const named = `${held.holderName}, ${held.quality}`
  return {
    capacity: giver ? `${named}, par délégation de ${giver.name}, ${giver.quality}` : named,
    signatory: {
      name: held.holderName,
      quality: held.quality,
      organisation: held.organisationId,
      mandate: held.mandateId,
      ...(held.personId && { person: held.personId }),
      ...(delegationId && { delegationId }),
    },
    ...(delegationId && { delegation: { from, ...(until && { until: addDays(until, -1) }) } }),
    ...(giver && { onBehalfOf: `${giver.name}, ${giver.quality}` }),
  }
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
