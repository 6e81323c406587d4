import type { Day } from '../../../kernel/day.ts'
import type { Act } from './acts.ts'
import type { RejectionReason } from './course.ts'
import { type LabelEnd, labelEnds } from './standing.ts'
import type { Terms } from './terms.ts'
import { type Simulation, whatIf } from './what-if.ts'

/** What one act would change, before anybody records it: the state read on `today`, and the labels to come. AGR-42. */
export interface Consequence extends Simulation {
  readonly act: Act
  /** Why it would be kept without effect; null when it counts. */
  readonly refused: RejectionReason | null
  /** The places whose labels would no longer stop as they do now. */
  readonly labels: readonly LabelEnd[]
}

export function consequenceOf(terms: Terms, acts: readonly Act[], act: Act, today: Day): Consequence {
  const simulation = whatIf(terms, acts, [act], today)
  const seq = acts.reduce((last, one, position) => Math.max(last, one.seq ?? position), -1) + 1
  const now = new Map(labelEnds(terms, acts).map((end) => [end.place, end]))
  return {
    ...simulation,
    act,
    refused: simulation.after.rejectedActs.find((one) => one.seq === seq)?.reason ?? null,
    labels: labelEnds(terms, [...acts, { ...act, seq }]).filter(({ place, until, outcome }) => {
      const before = now.get(place)
      return before?.until !== until || before?.outcome !== outcome
    }),
  }
}
