import type { PlaceListedAct } from './acts.ts'
import { type Course, endingOf, type Outcome } from './course.ts'
import type { Ranked } from './reading-order.ts'

/** A label held through the agreement. Ended with it, whatever ended it (AGR-56). */
export interface PlaceLabel {
  readonly place: string
  readonly status: 'active' | 'ended'
}

/** A place of the annex. Undated, it holds from the start; dated after the end, it lists nothing. AGR-99. */
export function readListing(course: Course, ranked: Ranked<PlaceListedAct>): Outcome {
  const { place, occurredOn } = ranked.act
  const ending = occurredOn === undefined ? null : endingOf(course)
  if (ending && occurredOn && occurredOn > ending.lastDay) return 'after_end'
  course.places.add(place)
  return null
}

/** From entry, and only where the terms tie labels to the agreement. AGR-105. */
export function labelsOf(course: Course, ended: boolean): PlaceLabel[] {
  if (course.terms.labelLoss === null) return []
  return Array.from(course.places, (place) => ({ place, status: ended ? 'ended' : 'active' }))
}
