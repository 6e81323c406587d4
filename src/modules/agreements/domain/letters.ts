import type { Day } from '../../../kernel/day.ts'
import { type LetterFactAct, type LetterPurpose, type LetterSentAct, nameOf } from './acts.ts'
import type { Course, Outcome } from './course.ts'
import type { Readings } from './profile.ts'
import type { Ranked } from './reading-order.ts'
import type { Party } from './terms.ts'

/** A registered letter and the facts known of it, each with its own proof. AGR-41. */
export interface Letter {
  readonly name: string
  readonly purpose: LetterPurpose
  readonly from: Party
  readonly sentOn: Day
  presentedOn: Day | null
  receivedOn: Day | null
  returnedOn: Day | null
}

/** The day a receipt-triggered rule counts from. */
export interface Receipt {
  readonly on: Day
  /** True when nobody took the letter: another day stands for the receipt. AGR-44. */
  readonly presumed: boolean
}

export function readDeposit(course: Course, { act, seq }: Ranked<LetterSentAct>): void {
  const name = nameOf(act, seq)
  course.letters.set(name, {
    name,
    purpose: act.purpose,
    from: act.from,
    sentOn: act.occurredOn,
    presentedOn: null,
    receivedOn: null,
    returnedOn: null,
  })
}

export function readLetterFact(course: Course, { act }: Ranked<LetterFactAct>): Outcome {
  const letter = course.letters.get(act.letter)
  if (!letter) return 'unknown_letter'
  if (act.type === 'registered_letter_first_presented') letter.presentedOn ??= act.occurredOn
  if (act.type === 'registered_letter_received') letter.receivedOn ??= act.occurredOn
  if (act.type === 'registered_letter_returned_unclaimed') letter.returnedOn ??= act.occurredOn
  return null
}

/** Null while the letter was neither received, nor presented then returned: nothing runs. AGR-44. */
export function receiptOf(letter: Letter, { unclaimedLetterReceipt }: Readings): Receipt | null {
  const { receivedOn, returnedOn, presentedOn } = letter
  if (receivedOn !== null) return { on: receivedOn, presumed: false }
  if (returnedOn === null || presentedOn === null || unclaimedLetterReceipt === 'none') return null
  return { on: unclaimedLetterReceipt === 'return_date' ? returnedOn : presentedOn, presumed: true }
}

/** The receipt of a letter by its name, flagged when it is presumed. */
export function receiptKnown(course: Course, name: string): Day | null {
  const letter = course.letters.get(name)
  const receipt = letter ? receiptOf(letter, course.readings) : null
  if (receipt?.presumed && course.readings.unclaimedLetterReceipt === 'first_presentation') {
    course.warnings.add('receipt_presumed_from_first_presentation')
  }
  return receipt?.on ?? null
}
