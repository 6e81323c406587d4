import { describe, expect, it } from 'vitest'
import { day } from './day.ts'
import { contains, lastDay, overlap, through } from './period.ts'

const year = through(day('2026-01-01'), day('2026-12-31'))
const open = through(day('2026-06-01'), null)

describe('a period', () => {
  it('is half-open inside and inclusive outside (AGR-89)', () => {
    expect(year.end).toBe('2027-01-01')
    expect(lastDay(year)).toBe('2026-12-31')
    expect(lastDay(open)).toBeNull()
  })

  it('contains its first and last day and no other neighbour', () => {
    expect(
      ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((d) => contains(year, day(d))),
    ).toEqual([false, true, true, false])
    expect(contains(open, day('2999-01-01'))).toBe(true)
  })

  it('does not overlap the one that starts when it ends', () => {
    expect(overlap(year, through(day('2027-01-01'), null))).toBe(false)
    expect(overlap(year, through(day('2026-12-31'), null))).toBe(true)
    expect(overlap(open, year)).toBe(true)
  })
})
