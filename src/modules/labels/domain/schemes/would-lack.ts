import type { Day } from '../../../../kernel/day.ts'
import { type Answers, asked, type Held, verdictOf } from '../applications/answers.ts'
import type { Criterion, SchemeContent } from './scheme.ts'
import { criterionChanges } from './scheme-changes.ts'

export interface Lack {
  readonly criterion: Criterion
  /** What the file says already, or nothing: to be looked at with its holder. */
  readonly verdict: 'not_met' | 'unknown'
}

/**
 * What a holder would lack of a newer version, as far as its file says: nothing was asked of it by what did not change.
 * `before` null: judged before there were versions. No label falls by it. LAB-4, LAB-86.
 */
export function wouldLack(
  before: SchemeContent | null,
  next: SchemeContent,
  { answers, held }: { answers: Answers; held: readonly Held[] },
  today: Day,
): Lack[] {
  const changes = criterionChanges(before?.criteria ?? [], next.criteria)
  const asksMore = new Set(
    changes.filter(({ kind }) => kind === 'added' || kind === 'stricter_or_looser').map(({ code }) => code),
  )
  return asked(next.criteria, answers)
    .filter(({ code }) => asksMore.has(code))
    .flatMap((criterion) => {
      const verdict = verdictOf(criterion, answers, held, today)
      return verdict === 'met' ? [] : [{ criterion, verdict }]
    })
}
