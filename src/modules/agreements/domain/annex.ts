import type { Day } from '../../../kernel/day.ts'
import type { PlaceListedAct, PlaceUpdatedAct } from './acts.ts'
import { type Course, endingOf, type Outcome, outsideLife } from './course.ts'
import type { Ranked } from './reading-order.ts'

/** The places the agreement lists, by name. */
export type Annex = Map<string, ListedPlace>

export interface ListedPlace {
  readonly place: string
  /** Null: it holds from the start. */
  readonly listedOn: Day | null
  /** Its last day in the agreement, when it left before the others. */
  leftAfter: Day | null
  leftBy: 'termination' | 'amendment' | null
  /** Days on which its information was confirmed, within the life of the agreement. */
  readonly updates: Day[]
}

/** A label held through the agreement. AGR-56. */
export interface PlaceLabel {
  readonly place: string
  readonly status: 'active' | 'withdrawn' | 'ended'
}

/** A place of the annex. Undated, it holds from the start; dated after the end, it lists nothing. AGR-99. */
export function readListing(course: Course, { act }: Ranked<PlaceListedAct>): Outcome {
  const { place, occurredOn } = act
  const ending = occurredOn === undefined ? null : endingOf(course)
  if (ending && occurredOn && occurredOn > ending.lastDay) return 'after_end'
  listPlace(course, place, occurredOn ?? null)
  return null
}

/** AGR-74, AGR-147. */
export function readPlaceUpdate(course: Course, { act }: Ranked<PlaceUpdatedAct>): Outcome {
  const outside = outsideLife(course, act.occurredOn)
  if (outside === 'after_end') course.warnings.add('activity_after_end')
  if (outside) return outside
  const listed = course.annex.get(act.place)
  if (!listed) return 'unknown_place'
  if (listed.leftAfter !== null && act.occurredOn > listed.leftAfter) return 'place_has_left'
  listed.updates.push(act.occurredOn)
  return null
}

export function listPlace(course: Course, place: string, on: Day | null): void {
  if (!course.annex.has(place)) {
    course.annex.set(place, { place, listedOn: on, leftAfter: null, leftBy: null, updates: [] })
  }
}

/** The place leaves the agreement the next day; one already out stays as it left. AGR-55, AGR-147. */
export function leaveAnnex(
  course: Course,
  place: string,
  lastDay: Day,
  by: 'termination' | 'amendment',
): void {
  const listed = course.annex.get(place)
  if (!listed || listed.leftAfter !== null) return
  listed.leftAfter = lastDay
  listed.leftBy = by
}

/** From entry, and only where the terms tie labels to the agreement; active on the last day. AGR-56, AGR-105. */
export function labelsOn(course: Course, onDate: Day): PlaceLabel[] {
  if (course.terms.labelLoss === null) return []
  const isEnded = isPast(endingOf(course)?.lastDay ?? null, onDate)
  const fallsWhole = course.readings.labelScopeOnPartialTermination === 'all_places'
  const allFall = fallsWhole && course.terminations.some(({ lastDay }) => isPast(lastDay, onDate))
  return Array.from(course.annex.values(), (listed) => ({
    place: listed.place,
    status: allFall ? 'withdrawn' : statusOf(course, listed, isEnded, onDate),
  }))
}

function statusOf(course: Course, listed: ListedPlace, isEnded: boolean, onDate: Day): PlaceLabel['status'] {
  if (isPast(listed.leftAfter, onDate)) return listed.leftBy === 'termination' ? 'withdrawn' : 'ended'
  if (!isEnded) return 'active'
  const isTerminated = endingOf(course)?.reason === 'terminated'
  return isTerminated ? 'withdrawn' : course.readings.labelAfterOtherEnd
}

function isPast(lastDay: Day | null, onDate: Day): boolean {
  return lastDay !== null && onDate > lastDay
}
