import { addDays, type Day, earliest, latest } from '../../../kernel/day.ts'

export interface Proof {
  readonly from: Day
  /** The last day covered. */
  readonly lastDay: Day
  readonly risks: readonly string[]
  readonly isVerified: boolean
}

export interface Gap {
  readonly from: Day
  readonly lastDay: Day
}

/**
 * The days of a loan that no verified proof covers against every risk asked for; empty: the whole loan is covered.
 * No risk asked for: nothing to prove. EQP-807.
 */
export function daysUninsured(
  { first, last }: { first: Day; last: Day },
  proofs: readonly Proof[],
  risks: readonly string[],
): Gap[] {
  if (risks.length === 0) return []
  const good = proofs
    .filter((proof) => proof.isVerified && risks.every((risk) => proof.risks.includes(risk)))
    .sort((one, other) => (one.from < other.from ? -1 : 1))
  const gaps: Gap[] = []
  let reached = first
  for (const { from, lastDay } of good) {
    if (lastDay < reached || from > last) continue
    if (from > reached) gaps.push({ from: reached, lastDay: addDays(from, -1) })
    reached = latest(reached, addDays(lastDay, 1)) ?? reached
  }
  return reached > last ? gaps : [...gaps, { from: earliest(reached, last) ?? reached, lastDay: last }]
}
