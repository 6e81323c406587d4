import { addDays, type Day, earliest } from '../../../kernel/day.ts'
import type { Agreement, PlaceId } from './agreement.ts'
import { type PlaceStanding, placeStandings } from './standing.ts'
import { type AgreementStatus, stateOn } from './state.ts'
import type { Terms } from './terms.ts'

/** What an agreement gives on one day, to its partner or to one of its places: for modules that rely on it. */
export interface Cover {
  readonly status: AgreementStatus
  /** The agreement has effect that day, and covers the place when one is named. */
  readonly isOpen: boolean
  /** The last day it is known to last, for that place when one is named. */
  readonly lastDay: Day | null
  /** The place is not, or no longer, one of its own. */
  readonly isPlaceOutside: boolean
  readonly hasFormalNoticeRunning: boolean
  /** With the amendments in effect that day, and the articles that write them. */
  readonly terms: Terms
}

/** The places that an agreement lists or listed, under the ids that it was signed with. */
export function coveredPlaces({ terms, acts }: Agreement): PlaceId[] {
  return placeStandings(terms, acts).map(({ place }) => place as PlaceId)
}

/**
 * `placeNow`: the place that an id names today, since the agreement and whoever asks may know the same one under two ids
 * (`places.current_place`). EQP-203, DIR-47.
 */
export function coverOn(
  { terms, acts }: Agreement,
  on: Day,
  place: PlaceId | null = null,
  placeNow: (id: PlaceId) => PlaceId = (id) => id,
): Cover {
  const state = stateOn(terms, acts, on)
  const named = place === null ? [] : ownStandings({ terms, acts }, place, placeNow)
  const own = named.find((one) => standsOn(one, on)) ?? named[0]
  const isPlaceOutside = place !== null && !(own && standsOn(own, on))
  const placeLastDay = own?.until ? addDays(own.until, -1) : null
  return {
    status: state.status,
    isOpen: state.inForce && !isPlaceOutside,
    lastDay: earliest(state.lastDayInForce, placeLastDay),
    isPlaceOutside,
    hasFormalNoticeRunning: state.formalNotices.some(({ status }) => status === 'running'),
    terms: state.termsInForce,
  }
}

/** Two when both sheets of one place were listed. */
function ownStandings(
  { terms, acts }: Pick<Agreement, 'terms' | 'acts'>,
  asked: PlaceId,
  placeNow: (id: PlaceId) => PlaceId,
): PlaceStanding[] {
  return placeStandings(terms, acts).filter(({ place }) => placeNow(place as PlaceId) === placeNow(asked))
}

function standsOn({ from, until }: PlaceStanding, on: Day): boolean {
  return from !== null && from <= on && (until === null || until > on)
}
