import { addDays, type Day } from '../../../kernel/day.ts'
import { workingDayFrom } from '../../../kernel/working-day.ts'
import { type LetterSentAct, type NoticeSentAct, nameOf, type RemedyAct } from './acts.ts'
import { type Course, flagged, isParty, type Outcome, outsideLife } from './course.ts'
import { daysAfter } from './delays.ts'
import { isInDueForm } from './denunciation.ts'
import { receiptKnown } from './letters.ts'
import type { Ranked } from './reading-order.ts'
import type { Party } from './terms.ts'

/** A formal notice. Its dates are null without the clause, in another form, or until its delay has started. */
export interface FormalNotice {
  readonly name: string
  readonly from: Party
  readonly sentOn: Day
  readonly scope: 'full' | 'partial' | null
  readonly places: readonly string[]
  /** Days of the clause on the day of sending; null: no contractual effect. */
  readonly days: number | null
  triggeredOn: Day | null
  /** Last day to remedy, inclusive. */
  cureLastDay: Day | null
  remediedOn: Day | null
  abandonedOn: Day | null
  isTerminated: boolean
}

export type FormalNoticeStatus =
  | 'running'
  | 'cured'
  | 'termination_available'
  | 'terminated'
  | 'recorded_without_contractual_effect'

export interface FormalNoticeState {
  readonly id: string
  readonly cureLastDay: Day | null
  /** The same day moved to the next working day: shown for prudence, not applied. AGR-52. */
  readonly cureLastDayIfShifted: Day | null
  readonly terminationAvailableFrom: Day | null
  readonly status: FormalNoticeStatus
}

const REGISTERED_LETTER = 'registered_letter'

/** AGR-51, AGR-142. */
export function readFormalNotice(course: Course, ranked: Ranked<LetterSentAct | NoticeSentAct>): Outcome {
  const { act, seq } = ranked
  if (!isParty(course, act.from)) return 'unknown_party'
  const outside = outsideLife(course, act.occurredOn)
  if (outside) return outside
  const clause = course.terms.formalNotice
  const isLetter = isInDueForm(act, REGISTERED_LETTER)
  const notice: FormalNotice = {
    name: nameOf(act, seq),
    from: act.from,
    sentOn: act.occurredOn,
    scope: act.scope ?? null,
    places: act.places ?? [],
    days: clause && isLetter ? clause.days : null,
    triggeredOn: null,
    cureLastDay: null,
    remediedOn: null,
    abandonedOn: null,
    isTerminated: false,
  }
  course.formalNotices.set(notice.name, notice)
  if (clause === null) return flagged(course, 'no_termination_clause')
  if (!isLetter) return flagged(course, 'wrong_channel')
  if (clause.from === 'sending' || act.type === 'notice_sent') startCure(course, notice, act.occurredOn)
  return null
}

/** Where the delay runs from receipt, starts it once the receipt is known. */
export function trackFormalNotice(course: Course, name: string): void {
  const notice = course.formalNotices.get(name)
  if (!notice || notice.days === null || notice.triggeredOn !== null) return
  const receipt = receiptKnown(course, name)
  if (receipt !== null) startCure(course, notice, receipt)
}

/** In time on the last cure day; later it is recorded and shown. Giving up has no delay. AGR-51. */
export function readRemedy(course: Course, { act }: Ranked<RemedyAct>): Outcome {
  const notice = course.formalNotices.get(act.formalNotice)
  if (!notice) return 'unknown_formal_notice'
  if (notice.days === null) return 'no_termination_clause'
  if (notice.isTerminated) return 'remedy_too_late'
  if (act.type === 'formal_notice_abandoned') {
    notice.abandonedOn ??= act.occurredOn
    return null
  }
  const isLate = notice.cureLastDay !== null && act.occurredOn > notice.cureLastDay
  if (isLate && course.readings.lateRemedy === 'recorded_only') return 'remedy_too_late'
  notice.remediedOn ??= act.occurredOn
  return null
}

/** May the agreement be terminated on that day on the strength of this notice? AGR-51, AGR-53. */
export function opensTermination(course: Course, notice: FormalNotice, on: Day): boolean {
  const { cureLastDay, remediedOn, abandonedOn } = notice
  if (abandonedOn !== null) return false
  const from = terminationFrom(course, notice)
  if (from === null || cureLastDay === null || on < from || remediedOn !== null) return false
  return course.readings.formalNoticeReading === 'cure_period' || on <= cureLastDay
}

/** AGR-51, AGR-105. */
export function formalNoticesOn(course: Course, onDate: Day): FormalNoticeState[] {
  const { holidayCalendar } = course.readings
  return Array.from(course.formalNotices.values(), (notice) => ({
    id: notice.name,
    cureLastDay: notice.cureLastDay,
    cureLastDayIfShifted: notice.cureLastDay && workingDayFrom(notice.cureLastDay, holidayCalendar),
    terminationAvailableFrom: terminationFrom(course, notice),
    status: statusOf(course, notice, onDate),
  }))
}

function startCure(course: Course, notice: FormalNotice, trigger: Day): void {
  notice.triggeredOn = trigger
  notice.cureLastDay = daysAfter(course.readings, trigger, notice.days ?? 0)
}

/** The day after the cure period; by the other reading the thirty days are those in which to terminate. */
function terminationFrom({ readings }: Course, { cureLastDay, triggeredOn }: FormalNotice): Day | null {
  const eve = readings.formalNoticeReading === 'window' ? triggeredOn : cureLastDay
  return eve && addDays(eve, 1)
}

function statusOf(course: Course, notice: FormalNotice, onDate: Day): FormalNoticeStatus {
  if (notice.days === null) return 'recorded_without_contractual_effect'
  if (notice.isTerminated) return 'terminated'
  if (notice.remediedOn !== null) return 'cured'
  if (notice.abandonedOn !== null) return 'recorded_without_contractual_effect'
  const from = terminationFrom(course, notice)
  if (from === null || onDate < from) return 'running'
  const isPast = course.readings.formalNoticeReading === 'window' && onDate > (notice.cureLastDay ?? onDate)
  return isPast ? 'recorded_without_contractual_effect' : 'termination_available'
}
