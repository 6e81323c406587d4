import ical from 'node-ical'
import { describe, expect, it } from 'vitest'
import { instant } from '../kernel/instant.ts'
import { calendarOf, type TimedEvent } from './calendar.ts'

function event(startsAt: string, endsAt: string, zone = 'Europe/Paris'): TimedEvent {
  return {
    uid: `${startsAt}@maillage`,
    startsAt: instant(startsAt),
    endsAt: instant(endsAt),
    zone,
    location: '2, rue des Écoles ; rez-de-chaussée',
    sequence: 3,
    changedAt: instant('2027-01-04T11:00:00Z'),
    summary: 'Retrait : VR-1, Val de Mer',
    description: 'Convention de prêt\nà présenter',
    url: 'https://exemple.fr/prets/1',
    isCancelled: false,
  }
}

/** What a calendar reads back. */
function readBack(text: string) {
  return Object.values(ical.sync.parseICS(text)).flatMap((one) => (one?.type === 'VEVENT' ? [one] : []))
}

describe('a calendar of appointments (STK-82)', () => {
  it.each([
    [
      '2027-10-29T12:00:00Z',
      '2027-10-29T12:30:00Z',
      'Europe/Paris',
      'DTSTART;TZID=Europe/Paris:20271029T140000',
    ],
    [
      '2027-11-05T09:00:00Z',
      '2027-11-05T09:30:00Z',
      'Europe/Paris',
      'DTSTART;TZID=Europe/Paris:20271105T100000',
    ],
    [
      '2027-03-26T08:00:00Z',
      '2027-03-30T07:30:00Z',
      'Europe/Paris',
      'DTSTART;TZID=Europe/Paris:20270326T090000',
    ],
    [
      '2027-06-01T05:00:00Z',
      '2027-06-01T05:30:00Z',
      'Indian/Reunion',
      'DTSTART;TZID=Indian/Reunion:20270601T090000',
    ],
    [
      '2027-06-01T13:00:00Z',
      '2027-06-01T14:00:00Z',
      'America/Cayenne',
      'DTSTART;TZID=America/Cayenne:20270601T100000',
    ],
    [
      '2027-06-01T13:00:00Z',
      '2027-06-01T14:00:00Z',
      'America/Miquelon',
      'DTSTART;TZID=America/Miquelon:20270601T110000',
    ],
  ])('%s to %s in %s is told locally, and read back as the same instant', (from, until, zone, line) => {
    const text = calendarOf('Prêts', [event(from, until, zone)])
    expect(text).toContain(`${line}\r\n`)
    const [read] = readBack(text)
    expect(read?.start.toISOString()).toBe(instant(from).replace('Z', '.000Z'))
    expect(read?.end?.toISOString()).toBe(instant(until).replace('Z', '.000Z'))
    expect(read?.location).toBe('2, rue des Écoles ; rez-de-chaussée')
  })

  it('tells each zone once, from 1970 and every year', () => {
    const events = [
      event('2027-10-29T12:00:00Z', '2027-10-29T13:00:00Z'),
      event('2028-01-05T12:00:00Z', '2028-01-05T13:00:00Z'),
    ]
    const text = calendarOf('Prêts', events)
    expect(text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1)
    expect(text).toContain(
      'DTSTART:19700329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
    )
    expect(text).toContain('DTSTART:19701025T030000')
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  it('has no zone when it tells whole days only', () => {
    expect(calendarOf('Échéances', [])).not.toContain('VTIMEZONE')
  })
})
