import type { Day } from '../../../kernel/day.ts'
import type { Act } from './acts.ts'
import { type Difference, differences } from './differences.ts'
import { type Profile, READINGS, type Reading } from './profile.ts'
import { type AgreementState, type StateOptions, stateOn } from './state.ts'
import type { Terms } from './terms.ts'

/** The same day without and with the acts supposed. Nothing is written. AGR-79. */
export interface Simulation {
  readonly before: AgreementState
  readonly after: AgreementState
  readonly differences: readonly Difference[]
}

/** A reading that would change something for this agreement today. AGR-77. */
export interface OtherReading {
  readonly parameter: Reading
  readonly chosen: string | boolean | null
  readonly alternative: string | boolean
  readonly differences: readonly Difference[]
}

/** What acts that nobody recorded would change, as seen on `onDate`: they come after all the others. */
export function whatIf(
  terms: Terms,
  acts: readonly Act[],
  supposed: readonly Act[],
  onDate: Day,
  options: StateOptions = {},
): Simulation {
  const last = acts.reduce((highest, act, position) => Math.max(highest, act.seq ?? position), -1)
  const numbered = supposed.map((act, index): Act => ({ ...act, seq: last + 1 + index }))
  return simulation(
    stateOn(terms, acts, onDate, options),
    stateOn(terms, [...acts, ...numbered], onDate, options),
  )
}

/** The same acts by another reading of the clauses, side by side. */
export function underReadings(terms: Terms, acts: readonly Act[], suppose: Profile, onDate: Day): Simulation {
  return simulation(stateOn(terms, acts, onDate), stateOn(terms, acts, onDate, { suppose }))
}

/** The readings whose choice matters today, each with the difference it makes. The others change nothing yet. */
export function otherReadings(terms: Terms, acts: readonly Act[], onDate: Day): OtherReading[] {
  const { readings } = stateOn(terms, acts, onDate)
  const parameters = Object.keys(READINGS) as Reading[]
  return parameters.flatMap((parameter) =>
    READINGS[parameter]
      .filter((alternative) => alternative !== readings[parameter])
      .map((alternative) => {
        const suppose = { [parameter]: alternative } as Profile
        const changed = underReadings(terms, acts, suppose, onDate).differences
        return { parameter, chosen: readings[parameter], alternative, differences: changed }
      })
      .filter((other) => other.differences.length > 0),
  )
}

function simulation(before: AgreementState, after: AgreementState): Simulation {
  return { before, after, differences: differences(before, after) }
}
