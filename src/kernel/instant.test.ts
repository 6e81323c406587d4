import { describe, expect, it } from 'vitest'
import { day } from './day.ts'
import {
  dayOf,
  type Instant,
  instant,
  isInstant,
  laterBy,
  secondsBetween,
  startOfDay,
  timeOf,
} from './instant.ts'

describe('the civil day of an instant (AGR-91)', () => {
  it.each([
    ['2026-06-30T22:30:00Z', '2026-07-01'],
    ['2026-06-30T21:59:59Z', '2026-06-30'],
    ['2026-12-31T23:10:00Z', '2027-01-01'],
    ['2026-03-15T23:20:00Z', '2026-03-16'],
  ])('%s is %s in Paris', (moment, expected) => expect(dayOf(instant(moment))).toBe(expected))

  it('depends on the zone of the place, never of the machine', () => {
    expect(dayOf(instant('2026-06-30T22:30:00Z'), 'America/Guadeloupe')).toBe('2026-06-30')
    expect(dayOf(instant('2026-06-30T13:30:00Z'), 'Pacific/Noumea')).toBe('2026-07-01')
  })

  it('starts a day at local midnight, through both clock changes', () => {
    expect(startOfDay(day('2026-03-29'))).toBe('2026-03-28T23:00:00Z')
    expect(startOfDay(day('2026-03-30'))).toBe('2026-03-29T22:00:00Z')
    expect(startOfDay(day('2026-10-26'))).toBe('2026-10-25T23:00:00Z')
  })

  it('is UTC and exists', () => {
    expect(isInstant('2026-06-30T22:30:00Z')).toBe(true)
    expect(isInstant('2026-06-31T22:30:00Z')).toBe(false)
    expect(isInstant('2026-06-30T22:30:00+02:00' as Instant)).toBe(false)
  })
})

it('an instant has the time of day of its zone, winter and summer', () => {
  expect(timeOf(instant('2026-01-17T13:30:00Z'))).toBe('14:30')
  expect(timeOf(instant('2026-06-17T13:30:59Z'))).toBe('15:30')
  expect(timeOf(instant('2026-06-17T13:30:00Z'), 'UTC')).toBe('13:30')
})

describe('the instant so many seconds later', () => {
  it.each([
    ['2026-06-17T08:50:00.361Z', 60, '2026-06-17T08:51:00.361Z'],
    ['2026-06-17T08:50:00.361Z', -60, '2026-06-17T08:49:00.361Z'],
    ['2026-06-17T08:50:00Z', 0.361, '2026-06-17T08:50:00.361Z'],
    ['2026-06-17T08:50:00Z', 0.3609999999998763, '2026-06-17T08:50:00.361Z'],
  ])('%s and %d: %s', (moment, seconds, later) => {
    expect(laterBy(instant(moment), seconds)).toBe(later)
  })

  it('is what `secondsBetween` tells, fractions too', () => {
    const [one, other] = [instant('2026-06-17T08:50:00.361Z'), instant('2026-06-18T17:30:00Z')]
    expect(laterBy(one, secondsBetween(one, other))).toBe('2026-06-18T17:30:00.000Z')
    expect(laterBy(other, secondsBetween(other, one))).toBe(one)
  })
})
