import type { Day } from '../../../kernel/day.ts'
import { type LetterFactAct, type LetterSentAct, nameOf } from './acts.ts'
import type { Course, Outcome } from './course.ts'
import type { Ranked } from './reading-order.ts'

/** A registered letter and the facts known of it, each with its own proof. AGR-41. */
export interface Letter {
  readonly name: string
  readonly sentOn: Day
  presentedOn: Day | null
  receivedOn: Day | null
  returnedOn: Day | null
}

/** The day a receipt-triggered rule counts from. */
export interface Receipt {
  readonly on: Day
  /** True when nobody took the letter: the day of its first presentation stands for the receipt. AGR-44. */
  readonly presumed: boolean
}

export function readDeposit(course: Course, { act, seq }: Ranked<LetterSentAct>): void {
  const name = nameOf(act, seq)
  course.letters.set(name, {
    name,
    sentOn: act.occurredOn,
    presentedOn: null,
    receivedOn: null,
    returnedOn: null,
  })
}

export function readLetterFact(course: Course, ranked: Ranked<LetterFactAct>): Outcome {
  const { act } = ranked
  const letter = course.letters.get(act.letter)
  if (!letter) return 'unknown_letter'
  if (act.type === 'registered_letter_first_presented') letter.presentedOn ??= act.occurredOn
  if (act.type === 'registered_letter_received') letter.receivedOn ??= act.occurredOn
  if (act.type === 'registered_letter_returned_unclaimed') letter.returnedOn ??= act.occurredOn
  return null
}

/** Null while the letter was neither received, nor presented then returned: nothing runs. AGR-44. */
export function receiptOf(letter: Letter): Receipt | null {
  if (letter.receivedOn !== null) return { on: letter.receivedOn, presumed: false }
  if (letter.returnedOn === null || letter.presentedOn === null) return null
  return { on: letter.presentedOn, presumed: true }
}
