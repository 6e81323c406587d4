import { describe, expect, it } from 'vitest'
import { day } from './day.ts'
import { holidaysOf, workingDayFrom } from './working-day.ts'

describe('French public holidays (AGR-92)', () => {
  it('of 2026: eight fixed ones, and three that follow Easter', () => {
    const year = holidaysOf(2026)
    expect(year.size).toBe(11)
    for (const on of ['2026-04-06', '2026-05-14', '2026-05-25', '2026-07-14']) expect(year).toContain(on)
  })

  it.each([
    [2008, '2008-03-24'],
    [2011, '2011-04-25'],
    [2024, '2024-04-01'],
    [2038, '2038-04-26'],
  ])('Easter Monday of %i is %s', (year, expected) => expect(holidaysOf(year)).toContain(expected))

  it('Alsace and Moselle add Good Friday and 26 December', () => {
    const year = holidaysOf(2026, 'alsace_moselle')
    expect([year.has(day('2026-04-03')), year.has(day('2026-12-26')), year.size]).toEqual([true, true, 13])
  })

  it('overseas add the day slavery was abolished', () => {
    expect(holidaysOf(2026, 'reunion')).toContain('2026-12-20')
    expect(holidaysOf(2026)).not.toContain('2026-12-20')
  })
})

describe('the next working day', () => {
  it.each([
    ['2026-05-01', '2026-05-04'],
    ['2027-01-01', '2027-01-04'],
    ['2025-03-08', '2025-03-10'],
    ['2026-04-04', '2026-04-07'],
    ['2026-06-17', '2026-06-17'],
  ])('from %s is %s', (from, expected) => expect(workingDayFrom(day(from))).toBe(expected))
})
