import { addDays, type Day } from '../kernel/day.ts'
import { dayOf, type Instant, timeOf } from '../kernel/instant.ts'
import { zoneLines } from './calendar-zone.ts'

interface CalendarEvent {
  /** Stays the same whatever happens to the event: calendars know it by this. */
  readonly uid: string
  /** One more each time it moves, comes or goes. */
  readonly sequence: number
  /** Since when it is as it is. */
  readonly changedAt: Instant
  readonly summary: string
  readonly description: string
  readonly url: string
  readonly isCancelled: boolean
}

/** An event of one whole day. */
export interface DayEvent extends CalendarEvent {
  readonly day: Day
}

/** An appointment, told in the time of the place where it is held. */
export interface TimedEvent extends CalendarEvent {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly zone: string
  readonly location: string
}

/** Octets of a line, its end aside (RFC 5545, 3.1). */
const LINE = 75

/** A calendar to follow (RFC 5545), with the zones its hours are told in. Lines folded at 75 octets, CRLF. STK-82. */
export function calendarOf(name: string, events: readonly (DayEvent | TimedEvent)[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Maillage//Agendas//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    text('X-WR-CALNAME', name),
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...zonesOf(events).flatMap(([zone, year]) => zoneLines(zone, year)),
    ...events.flatMap(linesOf),
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('')
}

/** Each zone that is used, with the first year its hours are told of. */
function zonesOf(events: readonly (DayEvent | TimedEvent)[]): [string, number][] {
  const timed = events.filter((event) => 'zone' in event)
  const years = Map.groupBy(timed, ({ zone }) => zone)
  return [...years].map(([zone, group]) => [
    zone,
    Math.min(...group.map(({ startsAt }) => Number(startsAt.slice(0, 4)))),
  ])
}

function linesOf(event: DayEvent | TimedEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${stamp(event.changedAt)}`,
    `LAST-MODIFIED:${stamp(event.changedAt)}`,
    `SEQUENCE:${event.sequence}`,
    ...timesOf(event),
    text('SUMMARY', event.summary),
    text('DESCRIPTION', event.description),
    `URL:${event.url}`,
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function timesOf(event: DayEvent | TimedEvent): string[] {
  if ('day' in event)
    return [`DTSTART;VALUE=DATE:${digits(event.day)}`, `DTEND;VALUE=DATE:${digits(addDays(event.day, 1))}`]
  const { zone, startsAt, endsAt, location } = event
  return [
    `DTSTART;TZID=${zone}:${localStamp(startsAt, zone)}`,
    `DTEND;TZID=${zone}:${localStamp(endsAt, zone)}`,
    ...(location === '' ? [] : [text('LOCATION', location)]),
  ]
}

/** `20271029T140000`: what clocks show there. */
function localStamp(moment: Instant, zone: string): string {
  return `${digits(dayOf(moment, zone))}T${timeOf(moment, zone).replace(':', '')}00`
}

function text(name: string, value: string): string {
  const escaped = value.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')
  return `${name}:${escaped}`
}

/** `20261121T084500Z`. */
function stamp(instant: Instant): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`
}

function digits(day: Day): string {
  return day.replaceAll('-', '')
}

/** Cut where 75 octets are reached, never inside a character; what follows begins with a space. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= LINE) return `${line}\r\n`
  let [out, size] = ['', 0]
  for (const character of line) {
    const octets = character < '\x80' ? 1 : Buffer.byteLength(character)
    if (size + octets > LINE) {
      out += '\r\n '
      size = 1
    }
    out += character
    size += octets
  }
  return `${out}\r\n`
}
