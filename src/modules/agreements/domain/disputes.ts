import { addDays, type Day } from '../../../kernel/day.ts'
import {
  type DisputeOpenedAct,
  type DisputeSettledAct,
  type LetterSentAct,
  type NoticeSentAct,
  nameOf,
} from './acts.ts'
import { type Course, flagged, isParty, type Outcome } from './course.ts'
import { daysAfter } from './delays.ts'
import { isInDueForm } from './denunciation.ts'
import { receiptKnown } from './letters.ts'
import type { Ranked } from './reading-order.ts'
import type { DisputeTerms, Party } from './terms.ts'

/** A dispute, and the amicable phase the clause asks for before a court. */
export interface Dispute {
  readonly name: string
  readonly from: Party
  readonly openedOn: Day
  readonly clause: DisputeTerms | null
  triggeredOn: Day | null
  /** Last day of the amicable phase, inclusive; null without a delay, or until it has started. */
  amicableLastDay: Day | null
  settledOn: Day | null
}

export interface DisputeState {
  readonly id: string
  readonly amicableLastDay: Day | null
  readonly courtAvailableFrom: Day | null
  readonly court: string | null
  readonly status: 'awaiting_receipt' | 'amicable' | 'court_available' | 'settled'
}

type OpeningAct = DisputeOpenedAct | LetterSentAct | NoticeSentAct

const REGISTERED_LETTER = 'registered_letter'

/** Opens whenever it does, after the end too. With a delay, only a registered letter starts it. AGR-65, AGR-100. */
export function readDispute(course: Course, ranked: Ranked<OpeningAct>): Outcome {
  const { act, seq } = ranked
  if (!isParty(course, act.from)) return 'unknown_party'
  const clause = course.terms.dispute
  const hasDelay = clause !== null && clause.amicableDays !== null
  if (hasDelay && act.type === 'notice_sent' && !isInDueForm(act, REGISTERED_LETTER)) {
    return flagged(course, 'wrong_channel')
  }
  const dispute: Dispute = {
    name: nameOf(act, seq),
    from: act.from,
    openedOn: act.occurredOn,
    clause,
    triggeredOn: null,
    amicableLastDay: null,
    settledOn: null,
  }
  course.disputes.set(dispute.name, dispute)
  const runsFromSending = clause?.from === 'sending' && act.type !== 'dispute_opened'
  if (runsFromSending || act.type === 'notice_sent') start(course, dispute, act.occurredOn)
  return null
}

/** The amicable phase runs from the receipt of the letter. AGR-65. */
export function trackDispute(course: Course, name: string): void {
  const dispute = course.disputes.get(name)
  if (!dispute || dispute.triggeredOn !== null || dispute.clause?.amicableDays === null) return
  const receipt = receiptKnown(course, name)
  if (receipt !== null) start(course, dispute, receipt)
}

export function readSettlement(course: Course, { act }: Ranked<DisputeSettledAct>): Outcome {
  const dispute = course.disputes.get(act.dispute)
  if (!dispute) return 'unknown_dispute'
  if (dispute.settledOn !== null) return 'already_settled'
  dispute.settledOn = act.occurredOn
  return null
}

/** AGR-65, AGR-105. */
export function disputesOn(course: Course, onDate: Day): DisputeState[] {
  return Array.from(course.disputes.values(), (dispute) => ({
    id: dispute.name,
    amicableLastDay: dispute.amicableLastDay,
    courtAvailableFrom: dispute.amicableLastDay && addDays(dispute.amicableLastDay, 1),
    court: dispute.clause?.court ?? null,
    status: statusOf(dispute, onDate),
  }))
}

function start(course: Course, dispute: Dispute, on: Day): void {
  const days = dispute.clause?.amicableDays ?? null
  if (days === null) return
  dispute.triggeredOn = on
  dispute.amicableLastDay = daysAfter(course.readings, on, days)
}

function statusOf({ settledOn, amicableLastDay, clause }: Dispute, onDate: Day): DisputeState['status'] {
  if (settledOn !== null) return 'settled'
  if (clause === null || clause.amicableDays === null) return 'amicable'
  if (amicableLastDay === null) return 'awaiting_receipt'
  return onDate <= amicableLastDay ? 'amicable' : 'court_available'
}
