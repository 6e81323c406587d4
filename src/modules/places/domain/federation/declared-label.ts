import type { Day } from '../../../../kernel/day.ts'

/** A label as the network that is a place's home declares it. */
export interface DeclaredLabel {
  code: string
  name: string
  level: number | null
  from: Day
  /** The first day without it; null: no end is known. */
  until: Day | null
  /** Its public proof, at home. */
  proof: string | null
}
