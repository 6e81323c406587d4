import { addDays, type Day } from '../../../kernel/day.ts'
import {
  compareInstants,
  dayOf,
  type Instant,
  instantAt,
  laterBy,
  secondsBetween,
  timeOf,
} from '../../../kernel/instant.ts'
import { type ClosedBecause, type DeskCalendar, type Hours, hoursOn } from './opening.ts'

/** A time to come to the desk. */
export interface Slot {
  readonly start: Instant
  readonly end: Instant
  readonly day: Day
  /** Local, `09:30`. */
  readonly time: string
}

/**
 * The slots of a day, cut from its hours in local time: each fits whole in its interval, and one that the change of
 * hour skips or repeats does not exist. The pages and the checks both ask here. EQP-303, EQP-305.
 */
export function slotsOn(calendar: DeskCalendar, day: Day, minutes: number): Slot[] {
  return hoursOn(calendar, day).hours.flatMap((hours) => cut(calendar, day, hours, minutes))
}

function cut({ zone }: DeskCalendar, day: Day, [opens, closes]: Hours, minutes: number): Slot[] {
  const [first, last] = [minutesOf(opens), minutesOf(closes)]
  const starts = Array.from(
    { length: Math.max(0, Math.floor((last - first) / minutes)) },
    (_, index) => first + index * minutes,
  )
  const [begin, end] = [instantAt(day, opens, zone), instantAt(day, closes, zone)]
  const isEven = begin && end && secondsBetween(begin, end) === 60 * (last - first)
  if (!isEven) return starts.map((from) => slotAt(zone, day, from, minutes)).filter((slot) => slot !== null)
  return starts.map((from) => ({
    start: laterBy(begin, 60 * (from - first)),
    end: laterBy(begin, 60 * (from - first + minutes)),
    day,
    time: textOf(from),
  }))
}

export type SlotProblem = { readonly closed: ClosedBecause; readonly reason: string } | 'off_grid'

/** Why nobody can come at that instant, or null when a slot starts then. EQP-303. */
export function slotProblem(calendar: DeskCalendar, at: Instant, minutes: number): SlotProblem | null {
  const day = dayOf(at, calendar.zone)
  const { closed, reason } = hoursOn(calendar, day)
  if (closed !== null) return { closed, reason }
  return findSlot(calendar, at, minutes) ? null : 'off_grid'
}

export function findSlot(calendar: DeskCalendar, at: Instant, minutes: number): Slot | null {
  const day = dayOf(at, calendar.zone)
  return slotsOn(calendar, day, minutes).find(({ start }) => compareInstants(start, at) === 0) ?? null
}

export interface NearSlots {
  readonly minutes: number
  readonly count: number
  readonly isFree: (slot: Slot) => boolean
  /** Days looked at on each side. */
  readonly within?: number
}

/** The free slots nearest to what was asked, in the order of the calendar. EQP-1601. */
export function slotsNear(calendar: DeskCalendar, at: Instant, near: NearSlots): Slot[] {
  const middle = dayOf(at, calendar.zone)
  const reach = near.within ?? 14
  const around = Array.from({ length: 2 * reach + 1 }, (_, index) => addDays(middle, index - reach))
  const distance = ({ start }: Slot) => Math.abs(Date.parse(start) - Date.parse(at))
  return around
    .flatMap((day) => slotsOn(calendar, day, near.minutes))
    .filter(near.isFree)
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, near.count)
    .sort((one, other) => compareInstants(one.start, other.start))
}

/** On a day whose clocks change, each slot on its own. */
function slotAt(zone: string, day: Day, from: number, minutes: number): Slot | null {
  const start = instantAt(day, textOf(from), zone)
  const end = start && laterBy(start, 60 * minutes)
  if (!end || timeOf(end, zone) !== textOf((from + minutes) % 1440)) return null
  return { start: laterBy(start, 0), end, day, time: textOf(from) }
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

function textOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
