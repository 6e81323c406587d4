import { addDays, type Day, earliest, latest } from '../../../kernel/day.ts'
import type { Act } from './acts.ts'
import { labelsOn } from './annex.ts'
import { endingOf } from './course.ts'
import { readActs } from './read-acts.ts'
import type { Terms } from './terms.ts'

/** The days on which the agreement produces effect: `until` is the first day without, null when none is known. */
export interface Standing {
  readonly from: Day | null
  readonly until: Day | null
}

export interface PlaceStanding extends Standing {
  readonly place: string
}

/**
 * The agreement's life as its acts tell it, whatever the day: an index of it answers "in force on that day?"
 * without a nightly job. `from` null: it has not entered into force.
 */
export function standing(terms: Terms, acts: readonly Act[]): Standing {
  const course = readActs(terms, acts, null)
  const ending = endingOf(course)
  return { from: course.entry, until: ending === null ? null : addDays(ending.lastDay, 1) }
}

/** The same for each place the agreement lists: it may come later, and leave before the others. AGR-55, AGR-60. */
export function placeStandings(terms: Terms, acts: readonly Act[]): PlaceStanding[] {
  const course = readActs(terms, acts, null)
  const lastDay = endingOf(course)?.lastDay ?? null
  return Array.from(course.annex.values(), ({ place, listedOn, leftAfter }) => {
    const last = earliest(leftAfter, lastDay)
    return {
      place,
      from: course.entry && latest(course.entry, listedOn),
      until: last && addDays(last, 1),
    }
  })
}

/** The first day a place no longer bears the labels of the agreement, and in which words: see `PlaceLabel`. */
export interface LabelEnd {
  readonly place: string
  readonly until: Day | null
  readonly outcome: 'withdrawn' | 'ended' | null
}

/**
 * When the labels of each listed place stop, as far as the acts tell. A place leaves with its labels; where a partial
 * termination is read as "all places", the labels fall before the places leave. AGR-55, AGR-56, LAB-35.
 */
export function labelEnds(terms: Terms, acts: readonly Act[]): LabelEnd[] {
  const course = readActs(terms, acts, null)
  const fallsWhole =
    terms.labelLoss !== null && course.readings.labelScopeOnPartialTermination === 'all_places'
  const fall = fallsWhole
    ? course.terminations.reduce<Day | null>((first, { lastDay }) => earliest(first, lastDay), null)
    : null
  const lastDay = earliest(endingOf(course)?.lastDay ?? null, fall)
  return Array.from(course.annex.values(), ({ place, leftAfter }) => {
    const last = earliest(leftAfter, lastDay)
    if (last === null) return { place, until: null, outcome: null }
    const until = addDays(last, 1)
    const status = labelsOn(course, until).find((label) => label.place === place)?.status
    return { place, until, outcome: status === 'withdrawn' ? 'withdrawn' : 'ended' }
  })
}
