import type { Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { recordActs } from '../../data/agreements.store.ts'
import type { RenewalAct } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { nextRenewalName, openRenewal } from '../../domain/open-renewal.ts'
import { stateOn } from '../../domain/state.ts'
import { tellParties } from '../../jobs/tell-parties.ts'
import { actOnAgreement, recordedBy, type Target, type TargetRefusal } from '../act-on-agreement.ts'
import { type PaperSignature, signedBy } from '../signing/record-signature.ts'

export interface RenewalSignature extends PaperSignature {
  /** How long the agreement goes on: without it there is no renewal (001 art. 10). */
  years: number
}

export type RenewalRefusal =
  | TargetRefusal
  | 'dated-in-the-future'
  | 'unknown-party'
  | 'already-signed'
  | 'not-their-power'
  | 'signed-before-entry'
  | 'renewal-is-tacit'
  | 'renewal-durations-differ'

/** Records the signature of a renewal by one party, made on paper. Late, it is kept without effect. AGR-37. */
export function signRenewal(
  context: Context,
  target: Target,
  signature: RenewalSignature,
): Promise<Agreement | Refusal<RenewalRefusal>> {
  return actOnAgreement<Agreement | Refusal<RenewalRefusal>>(context, target, async (tx, agreement) => {
    const refusal = whyNotRenewed(agreement, signature, context.today)
    if (refusal) return refusal
    const signed = await signedBy(tx, agreement, signature)
    if (isRefusal(signed)) return signed
    const act = { ...renewalAct(agreement, signature, context.today), ...signed, id: newId<'act'>() }
    const after = await recordActs(tx, agreement, [act], recordedBy(context))
    const { party, signedOn, years, power } = signature
    await writeJournal(
      tx,
      context,
      'renewal.signed',
      agreement.id,
      { party, signedOn, years, act: act.id },
      { mandateId: power?.mandateId ?? null, delegationId: power?.delegationId ?? null },
    )
    await enqueue(tx, tellParties, { agreement: agreement.id, act: act.id })
    return after
  })
}

/** The same rules before anything is written: for the page that shows the consequence first. */
export function whyNotRenewed(
  agreement: Agreement,
  { party, signedOn, years }: RenewalSignature,
  today: Day,
): Refusal<RenewalRefusal> | null {
  const { terms, acts } = agreement
  const { enteredIntoForceOn, termsInForce } = stateOn(terms, acts, today)
  if (termsInForce.renewal.mode === 'tacit') return refuse('renewal-is-tacit')
  if (signedOn > today) return refuse('dated-in-the-future', { day: signedOn })
  if (!terms.parties.includes(party)) return refuse('unknown-party')
  if (enteredIntoForceOn === null || signedOn < enteredIntoForceOn) {
    return refuse('signed-before-entry', { day: enteredIntoForceOn ?? '' })
  }
  const open = openRenewal(agreement, today)
  if (open && !open.missing.includes(party)) return refuse('already-signed')
  return open && open.years !== years
    ? refuse('renewal-durations-differ', { years: String(open.years) })
    : null
}

/** The act itself, without who held the pen. */
export function renewalAct(
  agreement: Agreement,
  { party, signedOn, years }: Pick<RenewalSignature, 'party' | 'signedOn' | 'years'>,
  today: Day,
): RenewalAct {
  const renewal = nextRenewalName(agreement, today)
  return { type: 'renewal_signed', renewal, party, years, occurredOn: signedOn }
}
