import type { Day } from '../../../kernel/day.ts'
import { type LetterSentAct, type NoticeSentAct, nameOf, type WithdrawalAct } from './acts.ts'
import { settleNewLastDays } from './amendment-effects.ts'
import { type Course, flagged, isParty, type Outcome, outsideLife } from './course.ts'
import { monthsAfter } from './delays.ts'
import { receiptOf } from './letters.ts'
import { periodAt } from './periods.ts'
import type { Ranked } from './reading-order.ts'

/** Those in due form that nobody withdrew. */
export interface Denunciations {
  readonly standing: Map<string, Denunciation>
  /** The one whose notice runs out first. */
  governing: Denunciation | null
}

/** A denunciation in due form. Its dates stay null until the fact that triggers the notice is known. */
export interface Denunciation {
  readonly name: string
  readonly sentOn: Day
  /** As the clause said on the day of sending. */
  readonly anyTime: boolean
  readonly months: number
  triggeredOn: Day | null
  /** Last day of the notice, inclusive. */
  noticeEnd: Day | null
}

const REGISTERED_LETTER = 'registered_letter'

/** A letter, or a notice by another channel, that denounces. AGR-46, AGR-49, AGR-141. */
export function readDenunciation(course: Course, ranked: Ranked<LetterSentAct | NoticeSentAct>): Outcome {
  const { act, seq } = ranked
  if (!isParty(course, act.from)) return 'unknown_party'
  const outside = outsideLife(course, act.occurredOn)
  if (outside) return outside
  const clause = course.terms.denunciation
  if (clause === null) return flagged(course, 'no_denunciation_clause')
  if (!isInDueForm(act, clause.channel)) return flagged(course, 'wrong_channel')
  const denunciation: Denunciation = {
    name: nameOf(act, seq),
    sentOn: act.occurredOn,
    anyTime: clause.anyTime,
    months: clause.months,
    triggeredOn: null,
    noticeEnd: null,
  }
  course.denunciations.standing.set(denunciation.name, denunciation)
  const runsFromSending = clause.from === 'sending' || act.type === 'notice_sent'
  return runsFromSending ? runNotice(course, denunciation, act.occurredOn) : null
}

/** Where the notice runs from receipt, starts it once the receipt is known. AGR-148. */
export function trackDenunciation(course: Course, name: string): void {
  const letter = course.letters.get(name)
  const denunciation = course.denunciations.standing.get(name)
  if (!letter || !denunciation || denunciation.triggeredOn !== null) return
  const receipt = receiptOf(letter, course.readings)
  if (receipt === null || outsideLife(course, receipt.on)) return
  if (receipt.presumed) course.warnings.add('receipt_presumed_from_first_presentation')
  runNotice(course, denunciation, receipt.on)
}

/** Only all the parties together can undo a denunciation, on or before the end it brings. AGR-48. */
export function readWithdrawal(course: Course, { act }: Ranked<WithdrawalAct>): Outcome {
  const { standing } = course.denunciations
  if (!standing.has(act.letter)) {
    return course.letters.has(act.letter) ? 'no_denunciation_to_withdraw' : 'unknown_letter'
  }
  const outside = outsideLife(course, act.occurredOn)
  if (outside) return outside
  if (!course.terms.parties.every((party) => act.agreedBy.includes(party))) {
    return 'withdrawal_not_agreed_by_all'
  }
  standing.delete(act.letter)
  course.denunciations.governing = [...standing.values()].reduce<Denunciation | null>(firstToRunOut, null)
  settleNewLastDays(course, act.occurredOn)
  return null
}

/** A standing notice that outlives the period it was given in, or the term. AGR-47. */
export function flagLongNotices(course: Course): void {
  const { grid } = course
  if (grid === null) return
  for (const { noticeEnd, triggeredOn } of course.denunciations.standing.values()) {
    if (noticeEnd === null || triggeredOn === null) continue
    const limit = grid.tacit ? periodAt(grid, triggeredOn).lastDay : grid.term
    if (limit !== null && noticeEnd > limit) course.warnings.add('notice_runs_past_term')
  }
}

/** A registered letter is accepted where a lighter form would do. AGR-49. */
export function isInDueForm(act: LetterSentAct | NoticeSentAct, required: string): boolean {
  const channel = act.type === 'registered_letter_sent' ? REGISTERED_LETTER : act.channel
  return channel === required || channel === REGISTERED_LETTER
}

function runNotice(course: Course, denunciation: Denunciation, trigger: Day): Outcome {
  denunciation.triggeredOn = trigger
  denunciation.noticeEnd = monthsAfter(course, 'denunciation', trigger, denunciation.months)
  if (denunciation.noticeEnd === null) return 'ambiguous_date'
  course.denunciations.governing = firstToRunOut(course.denunciations.governing, denunciation)
  return null
}

function firstToRunOut(one: Denunciation | null, other: Denunciation): Denunciation | null {
  if (other.noticeEnd === null) return one
  return one?.noticeEnd && one.noticeEnd <= other.noticeEnd ? one : other
}
