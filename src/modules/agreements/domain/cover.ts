import { addDays, type Day, earliest } from '../../../kernel/day.ts'
import type { Agreement, PlaceId } from './agreement.ts'
import { placeStandings } from './standing.ts'
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

/** EQP-203. */
export function coverOn({ terms, acts }: Agreement, on: Day, place: PlaceId | null = null): Cover {
  const state = stateOn(terms, acts, on)
  const own = place === null ? null : placeStandings(terms, acts).find((one) => one.place === place)
  const isPlaceOutside =
    place !== null && (!own?.from || own.from > on || (own.until !== null && own.until <= on))
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
