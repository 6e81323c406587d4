import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, day, fromEpochDay } from '../../../kernel/day.ts'
import { lastUsefulDay } from './deadlines.ts'
import { stateOn } from './state.ts'
import { denunciation, EXPRESS_TERMS, renewal, signedBy, TACIT_TERMS } from './testing.ts'

const deadlines = (acts: Parameters<typeof stateOn>[1], on: string, terms = TACIT_TERMS) =>
  stateOn(terms, acts, day(on)).nextDeadlines.map(({ kind, day: when }) => [kind, when])

describe('the last useful day to denounce (AGR-50)', () => {
  it.each([
    ['2026-02-28', '2025-11-30'],
    ['2028-02-29', '2027-11-30'],
    ['2026-08-31', '2026-05-31'],
    ['2026-04-30', '2026-01-31'],
    ['2027-04-07', '2027-01-07'],
    ['2027-05-30', '2027-02-28'],
  ])('for a period that ends on %s is %s', (end, expected) =>
    expect(lastUsefulDay(day(end), 3)).toBe(expected),
  )

  it('is the greatest day whose notice runs out in time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 24 }), (count, months) => {
        const end = fromEpochDay(count)
        const found = lastUsefulDay(end, months)
        expect(addMonths(found, months) <= end).toBe(true)
        expect(addMonths(addDays(found, 1), months) > end).toBe(true)
      }),
    )
  })
})

it('a notice that a holiday lengthens has to start earlier, by that reading (AGR-77)', () => {
  const terms = { ...TACIT_TERMS, profile: { weekendHolidayShift: 'next_working_day' } as const }
  // 28 February 2026 is a Saturday: the notice has to run out on the Friday at the latest.
  expect(deadlines(signedBy(terms, '2023-03-01'), '2025-06-01', terms)).toContainEqual([
    'last_day_to_denounce_before_renewal',
    '2025-11-27',
  ])
})

describe('what is to come', () => {
  const signed = signedBy(TACIT_TERMS, '2023-03-01')

  it('under tacit renewal, soonest first', () => {
    expect(deadlines(signed, '2025-11-28')).toEqual([
      ['last_day_to_request_amendment', '2025-11-28'],
      ['last_day_to_denounce_before_renewal', '2025-11-30'],
      ['period_end', '2026-02-28'],
    ])
  })

  it('still counts the last useful day on that very day', () => {
    expect(deadlines(signed, '2025-11-30')[0]).toEqual(['last_day_to_denounce_before_renewal', '2025-11-30'])
  })

  it('moves to the renewal after when the coming one can no longer be prevented', () => {
    expect(deadlines(signed, '2025-12-01')).toEqual([
      ['period_end', '2026-02-28'],
      ['last_day_to_denounce_before_renewal', '2026-11-30'],
    ])
  })

  it('is the end alone once denounced', () => {
    expect(deadlines([...signed, denunciation('2025-10-14')], '2025-10-15')).toEqual([
      ['agreement_end', '2026-01-14'],
    ])
  })

  it('includes the period that ends while a long notice runs', () => {
    expect(deadlines([...signed, denunciation('2026-01-15')], '2026-01-15')).toEqual([
      ['period_end', '2026-02-28'],
      ['agreement_end', '2026-04-15'],
    ])
  })

  it('follows the renewed end of an express renewal (AGR-40)', () => {
    const acts = [...signed, renewal('region', '2025-10-01', 2), renewal('commune', '2025-10-02', 2)]
    expect(deadlines(acts, '2025-12-01', EXPRESS_TERMS)).toEqual([
      ['period_end', '2026-02-28'],
      ['last_day_to_request_amendment', '2027-11-29'],
      ['agreement_end', '2028-02-29'],
    ])
  })

  it('is nothing after the end', () => {
    expect(deadlines([...signed, denunciation('2025-10-14')], '2026-01-15')).toEqual([])
  })
})
