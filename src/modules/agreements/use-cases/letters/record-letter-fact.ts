import type { Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { LetterFactAct } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import type { Letter } from '../../domain/letters.ts'
import { stateOn } from '../../domain/state.ts'
import type { Target } from '../act-on-agreement.ts'
import { recordAct } from '../record-act.ts'

export type LetterFactType = LetterFactAct['type']

export interface LetterFact {
  letter: string
  type: LetterFactType
  on: Day
}

export type LetterFactRefusal =
  | 'dated-in-the-future'
  | 'no-such-letter'
  | 'before-deposit'
  | 'letter-fact-known'
  | 'letter-facts-out-of-order'

/** Records what the post says of a registered letter, each fact with its own day. AGR-41, AGR-44. */
export function recordLetterFact(context: Context, target: Target, fact: LetterFact) {
  return recordAct(context, target, 'letter.tracked', (agreement) =>
    letterFactAct(agreement, fact, context.today),
  )
}

export function letterFactAct(
  { terms, acts }: Agreement,
  { letter: name, type, on }: LetterFact,
  today: Day,
): LetterFactAct | Refusal<LetterFactRefusal> {
  if (on > today) return refuse('dated-in-the-future', { day: on })
  const letter = stateOn(terms, acts, today).letters.find((one) => one.name === name)
  if (!letter) return refuse('no-such-letter')
  if (on < letter.sentOn) return refuse('before-deposit', { day: on, sent: letter.sentOn })
  const known = knownDay(letter, type)
  if (known) return refuse('letter-fact-known', { day: known })
  const { presentedOn } = letter
  const last = letter.receivedOn ?? letter.returnedOn
  const isPresentation = type === 'registered_letter_first_presented'
  if (isPresentation && last && on > last)
    return refuse('letter-facts-out-of-order', { day: on, other: last })
  if (!isPresentation && presentedOn && on < presentedOn) {
    return refuse('letter-facts-out-of-order', { day: on, other: presentedOn })
  }
  return { type, letter: name, occurredOn: on, id: newId<'act'>() }
}

/** A letter is delivered or it comes back: one day answers for both. */
function knownDay({ presentedOn, receivedOn, returnedOn }: Letter, type: LetterFactType): Day | null {
  return type === 'registered_letter_first_presented' ? presentedOn : (receivedOn ?? returnedOn)
}
