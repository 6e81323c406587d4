import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { CapacityRef } from '../../../identity/index.ts'
import type { SignatureAct, Signed } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { stateOn } from '../../domain/state.ts'
import type { Party } from '../../domain/terms.ts'
import { actOnAgreement, type Target, type TargetRefusal } from '../act-on-agreement.ts'
import { type AgreementText, textOf } from '../drafting/agreement-text.ts'
import { keepOriginal, type SignedOriginal } from './keep-signature-document.ts'
import { appendSignature, signatureWords, type TextRefusal, whyTextNotReady } from './signature-act.ts'
import { powerOfParty } from './signing-powers.ts'

export interface PaperSignature {
  party: Party
  /** The day written on the paper: it counts, not the day it is recorded. AGR-23. */
  signedOn: Day
  signatory: string
  capacity: string
  /** The mandate or delegation signed by: it gives the two texts above. Left out: somebody whose power is not recorded. */
  power?: CapacityRef | null
  /** The scan of what was signed, and where each original is kept. AGR-23. */
  original?: SignedOriginal | null
}

export type SignatureRefusal =
  | TargetRefusal
  | 'dated-in-the-future'
  | 'already-signed'
  | 'unknown-party'
  | TextRefusal
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
    const signed = await signatureAct(tx, agreement, signature)
    if (isRefusal(signed)) return signed
    const power = signature.power ?? null
    const after = await appendSignature(tx, context, agreement, { text, act: signed, power })
    const act = after.acts.at(-1)?.id as Id<'act'>
    if (signature.original) await keepOriginal(tx, context, act, signature.original)
    return after
  })
}

async function signatureAct(
  tx: Database,
  agreement: Agreement,
  signature: PaperSignature,
): Promise<SignatureAct | Refusal<'not-their-power'>> {
  const signed = await signedBy(tx, agreement, signature)
  return isRefusal(signed) ? signed : { type: 'signature', ...signed }
}

/** A power outside its days still signs (AGR-17): the act keeps what it rested on, and reading it says the rest. */
export async function signedBy(
  tx: Database,
  agreement: Agreement,
  { party, signedOn, signatory, capacity, power }: PaperSignature,
): Promise<Signed | Refusal<'not-their-power'>> {
  const dated = { party, occurredOn: signedOn } as const
  if (!power) return { ...dated, capacity: `${signatory}, ${capacity}` }
  const found = await powerOfParty(tx, agreement, party, power, signedOn)
  if (!found || found.capacity.moment === 'withdrawn') return refuse('not-their-power')
  return { ...dated, ...signatureWords(found.capacity) }
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
  return whyTextNotReady(text)
}
