import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { dueOn, urgencyOf } from './request.ts'

describe('the deadline of a request (art. 12 GDPR)', () => {
  it.each([
    ['2026-06-17', false, '2026-07-17'],
    ['2026-06-17', true, '2026-09-17'],
    ['2026-01-31', false, '2026-02-28'],
    ['2028-01-31', false, '2028-02-29'],
    ['2026-11-30', true, '2027-02-28'],
    ['2026-12-15', false, '2027-01-15'],
  ])('filed on %s, extended: %s, is %s', (filed, extended, due) => {
    expect(dueOn(day(filed), { extended })).toBe(due)
  })

  it.each([
    ['2026-07-18', 'late'],
    ['2026-07-17', 'soon'],
    ['2026-07-10', 'soon'],
    ['2026-07-09', 'later'],
  ])('of 17 July is on %s: %s', (today, urgency) => {
    expect(urgencyOf(day('2026-07-17'), day(today))).toBe(urgency)
  })
})
