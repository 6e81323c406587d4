import { addMonths, type Day } from '../../../../kernel/day.ts'
import type { Criterion } from '../schemes/scheme.ts'

/** What was said of one criterion. A file, initiatives: their ids. */
export type Answer = string | number | boolean | readonly string[]
export type Answers = ReadonlyMap<string, Answer>

/** A proof held for a criterion, and the day it speaks of when its age counts. */
export interface Held {
  readonly code: string
  readonly kind: string
  readonly on: Day | null
}

export type Verdict = 'met' | 'not_met' | 'unknown'

/** The criteria a file has to answer, given what it already says. LAB-6. */
export function asked(criteria: readonly Criterion[], answers: Answers): Criterion[] {
  const open: Criterion[] = []
  for (const one of criteria) {
    const { condition } = one
    const isOpen =
      condition === null ||
      (open.some(({ code }) => code === condition.code) &&
        String(answers.get(condition.code)) === condition.is)
    if (isOpen) open.push(one)
  }
  return open
}

/** Is one criterion met, as far as the answer and the proofs held say? Never guessed: without an answer, unknown. LAB-7. */
export function verdictOf(
  criterion: Criterion,
  answers: Answers,
  held: readonly Held[],
  today: Day,
): Verdict {
  const answer = answers.get(criterion.code)
  if (answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0))
    return 'unknown'
  if (!meets(criterion, answer)) return 'not_met'
  return missingProofs(criterion, held, today).length === 0 ? 'met' : 'unknown'
}

function meets({ kind, choices, atLeast }: Criterion, answer: Answer): boolean {
  if (kind === 'yes_no') return answer === true
  if (kind === 'choice') return choices.some(({ value, meets }) => value === answer && meets)
  if (kind === 'number') return typeof answer === 'number' && (atLeast === null || answer >= atLeast)
  return true
}

/** The proofs asked that are not held, or are too old. LAB-9. A visit is made by those who instruct. */
export function missingProofs(
  { code, evidence }: Criterion,
  held: readonly Held[],
  today: Day,
): Criterion['evidence'][number][] {
  const own = held.filter((one) => one.code === code)
  return evidence.filter(({ kind, isRequired, maxAgeMonths }) => {
    if (!isRequired || kind === 'visit') return false
    const isRecent = ({ on }: Held) =>
      maxAgeMonths === null || (on !== null && addMonths(on, maxAgeMonths) >= today)
    return !own.some((one) => one.kind === kind && isRecent(one))
  })
}
