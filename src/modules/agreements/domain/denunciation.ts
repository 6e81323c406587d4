import { addMonths, type Day } from '../../../kernel/day.ts'
import { type LetterSentAct, type NoticeSentAct, nameOf, type WithdrawalAct } from './acts.ts'
import { type Course, isParty, type Outcome, outsideLife } from './course.ts'
import { receiptOf } from './letters.ts'
import { periodAt } from './periods.ts'
import type { Ranked } from './reading-order.ts'
import type { DenunciationTerms } from './terms.ts'

/** A denunciation in due form. Its dates stay null until the fact that triggers the notice is known. */
export interface Denunciation {
  readonly name: string
  readonly sentOn: Day
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
  if (!isInDueForm(act, clause)) return flagged(course, 'wrong_channel')
  const name = nameOf(act, seq)
  const denunciation: Denunciation = { name, sentOn: act.occurredOn, triggeredOn: null, noticeEnd: null }
  course.denunciations.set(name, denunciation)
  const runsFromSending = clause.from === 'sending' || act.type === 'notice_sent'
  if (runsFromSending) runNotice(course, denunciation, act.occurredOn)
  return null
}

/** Where the notice runs from receipt, starts it once the receipt is known. AGR-148. */
export function trackReceipt(course: Course, name: string): void {
  const letter = course.letters.get(name)
  const denunciation = course.denunciations.get(name)
  if (!letter || !denunciation || denunciation.triggeredOn !== null) return
  const receipt = receiptOf(letter)
  if (receipt === null || outsideLife(course, receipt.on)) return
  if (receipt.presumed) course.warnings.add('receipt_presumed_from_first_presentation')
  runNotice(course, denunciation, receipt.on)
}

/** Only all the parties together can undo a denunciation, on or before the end it brings. AGR-48. */
export function readWithdrawal(course: Course, ranked: Ranked<WithdrawalAct>): Outcome {
  const { act } = ranked
  if (!course.denunciations.has(act.letter)) {
    return course.letters.has(act.letter) ? 'no_denunciation_to_withdraw' : 'unknown_letter'
  }
  const outside = outsideLife(course, act.occurredOn)
  if (outside) return outside
  if (!course.terms.parties.every((party) => act.agreedBy.includes(party))) {
    return 'withdrawal_not_agreed_by_all'
  }
  course.denunciations.delete(act.letter)
  course.governing = [...course.denunciations.values()].reduce<Denunciation | null>(firstToRunOut, null)
  return null
}

/** A standing notice that outlives the period it was given in, or the term. AGR-47. */
export function flagLongNotices(course: Course): void {
  const { grid } = course
  if (grid === null) return
  for (const { noticeEnd, triggeredOn } of course.denunciations.values()) {
    if (noticeEnd === null || triggeredOn === null) continue
    const limit = grid.tacit ? periodAt(grid, triggeredOn).lastDay : grid.term
    if (limit !== null && noticeEnd > limit) course.warnings.add('notice_runs_past_term')
  }
}

function runNotice(course: Course, denunciation: Denunciation, trigger: Day): void {
  denunciation.triggeredOn = trigger
  denunciation.noticeEnd = addMonths(trigger, course.terms.denunciation?.months ?? 0)
  course.governing = firstToRunOut(course.governing, denunciation)
}

function firstToRunOut(one: Denunciation | null, other: Denunciation): Denunciation | null {
  if (other.noticeEnd === null) return one
  return one?.noticeEnd && one.noticeEnd <= other.noticeEnd ? one : other
}

function flagged(course: Course, code: 'no_denunciation_clause' | 'wrong_channel'): Outcome {
  course.warnings.add(code)
  return code
}

/** A registered letter is accepted where a lighter form would do. */
function isInDueForm(act: LetterSentAct | NoticeSentAct, clause: DenunciationTerms): boolean {
  const channel = act.type === 'registered_letter_sent' ? REGISTERED_LETTER : act.channel
  return channel === clause.channel || channel === REGISTERED_LETTER
}
