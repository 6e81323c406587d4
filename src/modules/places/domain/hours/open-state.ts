import { addDays, type Day } from '../../../../kernel/day.ts'
import type { DayHours } from './hours-on.ts'

/** A moment on the clocks of the place: a date, and minutes since its midnight. */
export interface CivilMoment {
  readonly day: Day
  readonly minute: number
}

export type OpenState =
  /** `until` null: it never closes within the days looked at. */
  | { readonly state: 'open'; readonly until: CivilMoment | null }
  /** `opens` null: it does not open within the days looked at. */
  | { readonly state: 'closed'; readonly opens: CivilMoment | null }
  /** It may be open: ask first. */
  | { readonly state: 'unsure'; readonly comment: string }

const DAYS_LOOKED_AT = 60

/** Is it open at that moment, until when, or when next? DIR-53. */
export function openState(hoursOf: (on: Day) => DayHours, { day, minute }: CivilMoment): OpenState {
  const eve = hoursOf(addDays(day, -1))
  const today = hoursOf(day)
  const isIn = ({ spans }: DayHours, at: number) => spans.some(({ start, end }) => start <= at && at < end)
  const isOpenSince = isIn(eve, minute + 1440) ? -1 : isIn(today, minute) ? 0 : null
  if (isOpenSince !== null) {
    const hours = isOpenSince === 0 ? today : eve
    if (hours.isUnsure) return { state: 'unsure', comment: hours.comment }
    return { state: 'open', until: closing(hoursOf, { day, minute }) }
  }
  if (today.isUnsure) return { state: 'unsure', comment: today.comment }
  return { state: 'closed', opens: nextOpening(hoursOf, { day, minute }) }
}

/** The first moment after it at which no span holds: spans that touch across midnight are one. */
function closing(hoursOf: (on: Day) => DayHours, { day, minute }: CivilMoment): CivilMoment | null {
  let end = minute
  for (let ahead = -1; ahead <= DAYS_LOOKED_AT; ahead += 1) {
    const midnight = ahead * 1440
    for (const span of hoursOf(addDays(day, ahead)).spans)
      if (midnight + span.start <= end && end < midnight + span.end) end = midnight + span.end
    if (end < midnight + 1440) break
  }
  if (end >= DAYS_LOOKED_AT * 1440) return null
  return { day: addDays(day, Math.floor(end / 1440)), minute: end % 1440 }
}

function nextOpening(hoursOf: (on: Day) => DayHours, { day, minute }: CivilMoment): CivilMoment | null {
  for (let ahead = 0; ahead <= DAYS_LOOKED_AT; ahead += 1) {
    const on = addDays(day, ahead)
    const { spans, isUnsure } = hoursOf(on)
    const next = spans.find(({ start }) => ahead > 0 || start > minute)
    if (next && !isUnsure) return { day: on, minute: next.start }
  }
  return null
}
