import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { JurorId } from './juror.ts'
import type { Vote } from './outcome.ts'

export type DeliberationId = Id<'deliberation'>
export type Seat = 'present' | 'recused' | 'absent'

export interface Deliberation {
  readonly id: DeliberationId
  readonly heldOn: Day
  readonly present: readonly JurorId[]
}

export interface GroupReasons {
  readonly group: string
  readonly text: string
}

/** What the jury decided of one file. */
export interface Deliberated {
  readonly id: Id<'deliberated'>
  readonly deliberationId: DeliberationId
  readonly applicationId: Id<'application'>
  readonly chairedBy: JurorId
  readonly median: number | null
  readonly proposedLevel: number | null
  /** Null: no level. */
  readonly level: number | null
  readonly deviation: string
  readonly reasons: readonly GroupReasons[]
  readonly vote: Vote
  readonly seats: readonly { readonly jurorId: JurorId; readonly seat: Seat }[]
}
