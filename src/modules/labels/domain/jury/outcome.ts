import type { Grading } from '../schemes/scheme.ts'
import { type JuryResult, proposedLevel } from './jury-result.ts'

export interface Vote {
  readonly for: number
  readonly against: number
  readonly abstentions: number
}

/** The levels a jury may choose among; « none » is always possible. */
export function levelsOf(grading: Grading): number[] {
  return grading.kind === 'levels' ? grading.levels.map(({ level }) => level) : [1]
}

/** What the thresholds say of a result; a binary label has none. LAB-28. */
export function proposalOf({ median }: Pick<JuryResult, 'median'>, grading: Grading): number | null {
  return grading.kind === 'levels' ? proposedLevel(median, grading.levels) : null
}

export type VoteFault = 'more_votes_than_present' | 'no_majority'

/** Those present vote once, and the majority of the votes cast decides. */
export function voteFault(vote: Vote, present: number): VoteFault | null {
  if (vote.for + vote.against + vote.abstentions > present) return 'more_votes_than_present'
  return vote.for > vote.against ? null : 'no_majority'
}
