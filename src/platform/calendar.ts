import { addDays, type Day } from '../kernel/day.ts'
import type { Instant } from '../kernel/instant.ts'

/** An event of one whole day. */
export interface DayEvent {
  /** Stays the same whatever happens to the event: calendars know it by this. */
  readonly uid: string
  readonly day: Day
  /** One more each time the day moves or the event comes or goes. */
  readonly sequence: number
  /** Since when it is as it is. */
  readonly changedAt: Instant
  readonly summary: string
  readonly description: string
  readonly url: string
  readonly isCancelled: boolean
}

/** Octets of a line, its end aside (RFC 5545, 3.1). */
const LINE = 75

/** A calendar to follow (RFC 5545): whole days, hence no zone. Lines folded at 75 octets, CRLF. */
export function calendarOf(name: string, events: readonly DayEvent[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Maillage//Echeances//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    text('X-WR-CALNAME', name),
    'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
    ...events.flatMap(linesOf),
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('')
}

function linesOf(event: DayEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${stamp(event.changedAt)}`,
    `LAST-MODIFIED:${stamp(event.changedAt)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART;VALUE=DATE:${digits(event.day)}`,
    `DTEND;VALUE=DATE:${digits(addDays(event.day, 1))}`,
    text('SUMMARY', event.summary),
    text('DESCRIPTION', event.description),
    `URL:${event.url}`,
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
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
