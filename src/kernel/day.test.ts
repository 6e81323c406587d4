import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  type Day,
  day,
  daysBetween,
  earliest,
  firstOfNextMonth,
  fromEpochDay,
  isDay,
  lastDayOfTerm,
  latest,
  parseDay,
  toEpochDay,
  weekday,
} from './day.ts'

const anyDay = fc.integer({ min: -200_000, max: 400_000 }).map(fromEpochDay)

describe('a day', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '', '17/06/2026', '2026-6-1'])(
    'is not %j (AGR-113)',
    (text) => expect(isDay(text)).toBe(false),
  )

  it.each([
    ['17/06/2026', '2026-06-17'],
    [' 1/3/2026 ', '2026-03-01'],
    ['01.03.2026', '2026-03-01'],
    ['2028-02-29', '2028-02-29'],
    ['31/02/2026', null],
    ['06/17/2026', null],
    ['demain', null],
  ])('typed %j is read as %j', (typed, expected) => expect(parseDay(typed)).toBe(expected))

  it('agrees with the calendar of the machine on 600,000 days, both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 400_000 }), (count) => {
        const text = new Date(count * 86_400_000).toISOString().slice(0, 10)
        expect(fromEpochDay(count)).toBe(text)
        expect(toEpochDay(text as Day)).toBe(count)
      }),
    )
  })

  it('knows its weekday', () => {
    expect(weekday(day('2026-11-21'))).toBe(6)
    expect(weekday(day('1969-12-28'))).toBe(0)
  })
})

describe('sums of the conventions (AGR-90, AGR-91)', () => {
  it.each([
    ['2026-05-31', '2026-08-31'],
    ['2025-11-30', '2026-02-28'],
    ['2027-11-29', '2028-02-29'],
    ['2027-11-30', '2028-02-29'],
    ['2026-01-31', '2026-04-30'],
  ])('%s + 3 months = %s', (from, to) => expect(addMonths(day(from), 3)).toBe(to))

  it.each([
    ['2029-05-31', '2029-02-28'],
    ['2028-02-29', '2027-11-29'],
    ['2027-04-30', '2027-01-30'],
  ])('%s − 3 months = %s', (from, to) => expect(addMonths(day(from), -3)).toBe(to))

  it.each([
    ['2025-06-17', '2028-06-16'],
    ['2022-12-31', '2025-12-30'],
    ['2026-03-31', '2029-03-30'],
    ['2024-02-29', '2027-02-28'],
    ['2028-02-29', '2031-02-28'],
  ])('3 years from %s end on %s', (from, to) => expect(lastDayOfTerm(day(from), 3)).toBe(to))

  it('keeps the anchor of 29 February through tacit years (AGR-35)', () => {
    const anchor = day('2024-02-29')
    const ends = [3, 4, 5, 6].map((years) => lastDayOfTerm(anchor, years))
    expect(ends).toEqual(['2027-02-28', '2028-02-28', '2029-02-28', '2030-02-28'])
    expect(addDays(ends[1] as Day, 1)).toBe('2028-02-29')
  })

  it.each([
    ['2026-05-19', '2026-06-01'],
    ['2026-06-01', '2026-07-01'],
    ['2026-12-31', '2027-01-01'],
  ])('the month after %s starts on %s', (from, to) => expect(firstOfNextMonth(day(from))).toBe(to))

  it('never lands outside the calendar, and moves forward with the count', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 1200 }), (from, months) => {
        const to = addMonths(from, months)
        expect(isDay(to)).toBe(true)
        expect(to >= from).toBe(true)
        expect(addMonths(from, months + 1) > to).toBe(true)
      }),
    )
  })

  it('lastDayOfTerm is never later than the anniversary and leaves no hole between terms', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (start, years) => {
        const last = lastDayOfTerm(start, years)
        expect(last <= addYears(start, years)).toBe(true)
        expect(daysBetween(last, addYears(start, years))).toBeLessThanOrEqual(1)
        expect(lastDayOfTerm(start, years + 1) > addDays(last, 1)).toBe(true)
      }),
    )
  })

  it('finds the earliest and the latest among known days', () => {
    expect(earliest(day('2026-02-01'), null, day('2026-01-31'))).toBe('2026-01-31')
    expect(latest(day('2026-02-01'), undefined, day('2026-01-31'))).toBe('2026-02-01')
    expect(earliest()).toBeNull()
  })
})
