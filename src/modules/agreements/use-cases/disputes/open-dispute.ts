import type { Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { recordActs } from '../../data/agreements.store.ts'
import { linkLetterToAct } from '../../data/prepared-letters.store.ts'
import type { Act } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { stateOn } from '../../domain/state.ts'
import type { Party, Terms } from '../../domain/terms.ts'
import { tellParties } from '../../jobs/tell-parties.ts'
import { actOnAgreement, recordedBy, type Target, type TargetRefusal } from '../act-on-agreement.ts'

export interface Disagreement {
  /** The most diligent party. */
  from: Party
  /** The deposit of the registered letter where the clause gives a delay; else the day the other party was told. */
  openedOn: Day
  /** Delivery of the letter, when it is known already: the delay runs from it. */
  receivedOn: Day | null
  object: string
}

export type DisputeRefusal =
  | TargetRefusal
  | 'dated-in-the-future'
  | 'received-in-the-future'
  | 'received-before-sending'
  | 'unknown-party'
  | 'dispute-before-entry'

/** Opens a dispute. It stays possible after the end of the agreement. AGR-65, AGR-100. */
export function openDispute(
  context: Context,
  target: Target,
  disagreement: Disagreement,
): Promise<Agreement | Refusal<DisputeRefusal>> {
  return actOnAgreement<Agreement | Refusal<DisputeRefusal>>(context, target, async (tx, agreement) => {
    const refusal = whyNot(agreement, disagreement, context.today)
    if (refusal) return refusal
    const id = newId<'act'>()
    const after = await recordActs(
      tx,
      agreement,
      openingActs(agreement, disagreement, id),
      recordedBy(context),
    )
    if (target.prepared) {
      await linkLetterToAct(tx, agreement.id, target.prepared, {
        act: id,
        depositedOn: disagreement.openedOn,
      })
    }
    await writeJournal(tx, context, 'dispute.opened', agreement.id, { ...disagreement, act: id })
    await enqueue(tx, tellParties, { agreement: agreement.id, act: id })
    return after
  })
}

/** With a delay, only a registered letter starts it. */
export function asksForLetter({ dispute }: Terms): boolean {
  return dispute !== null && dispute.amicableDays !== null
}

function openingActs(
  { terms, acts }: Agreement,
  { from, openedOn, receivedOn, object }: Disagreement,
  id: string,
): Act[] {
  if (!asksForLetter(stateOn(terms, acts, openedOn).termsInForce)) {
    return [{ type: 'dispute_opened', id, from, occurredOn: openedOn, object }]
  }
  const purpose = 'dispute'
  const letter: Act = {
    type: 'registered_letter_sent',
    id,
    purpose,
    from,
    occurredOn: openedOn,
    grounds: object,
  }
  const delivery: Act[] = receivedOn
    ? [{ type: 'registered_letter_received', letter: id, occurredOn: receivedOn }]
    : []
  return [letter, ...delivery]
}

function whyNot(
  { terms, acts }: Agreement,
  { from, openedOn, receivedOn }: Disagreement,
  today: Day,
): Refusal<DisputeRefusal> | null {
  if (openedOn > today) return refuse('dated-in-the-future', { day: openedOn })
  if (receivedOn !== null && receivedOn > today) return refuse('received-in-the-future', { day: receivedOn })
  if (receivedOn !== null && receivedOn < openedOn) {
    return refuse('received-before-sending', { sentOn: openedOn, receivedOn })
  }
  if (!terms.parties.includes(from)) return refuse('unknown-party')
  return stateOn(terms, acts, openedOn).enteredIntoForceOn === null ? refuse('dispute-before-entry') : null
}
