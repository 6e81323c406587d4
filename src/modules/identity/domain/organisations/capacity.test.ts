import { describe, expect, it } from 'vitest'
import { type Day, day } from '../../../../kernel/day.ts'
import { type CapacityFlag, capacityOn, type Delegation, momentOf, type Power } from './capacity.ts'

type Days = Pick<Power, 'from' | 'until' | 'withdrawn'>
const held = (from: string, until: string | null = null, withdrawn = false): Days => ({
  from: day(from),
  until: until ? day(until) : null,
  withdrawn,
})
const given = (subjects: Delegation['subjects'], from: string, until: string | null = null) => ({
  ...held(from, until),
  subjects,
})

const mandate = held('2024-01-01', '2026-01-01')
const all = given(['all'], '2024-06-01', '2025-06-01')

describe('a signature, on its day', () => {
  it.each<[string, string, Days | null, ReturnType<typeof given> | null, CapacityFlag[]]>([
    ['without a mandate', '2025-01-01', null, null, ['no-mandate']],
    ['under a mandate put aside', '2025-01-01', held('2024-01-01', null, true), null, ['no-mandate']],
    ['on the first day', '2024-01-01', mandate, null, []],
    ['on the eve', '2023-12-31', mandate, null, ['mandate-not-started']],
    ['on the last day', '2025-12-31', mandate, null, []],
    ['on the day after', '2026-01-01', mandate, null, ['mandate-ended']],
    ['without a known end', '2099-01-01', held('2024-01-01'), null, []],
    ['by delegation', '2025-01-01', mandate, all, []],
    ['by delegation, too early', '2024-02-01', mandate, all, ['delegation-not-started']],
    ['by delegation, too late', '2025-06-01', mandate, all, ['delegation-ended']],
    ['after both ended', '2026-02-01', mandate, all, ['giver-mandate-ended', 'delegation-ended']],
    [
      'by a delegation that outlives its mandate',
      '2026-02-01',
      mandate,
      given(['agreements'], '2024-06-01'),
      ['giver-mandate-ended'],
    ],
    [
      'for another subject',
      '2025-01-01',
      mandate,
      given(['labels'], '2024-06-01'),
      ['delegation-out-of-scope'],
    ],
    ['before everything', '2020-01-01', mandate, all, ['mandate-not-started', 'delegation-not-started']],
  ])('%s', (_what, on, power, delegation, flags) => {
    const found = capacityOn(day(on), power, delegation, 'agreements')
    expect(found.map(({ flag }) => flag)).toEqual(flags)
  })

  it('gives with each flag the day that explains it', () => {
    expect(capacityOn(day('2026-02-01'), mandate, null, 'all')).toEqual([
      { flag: 'mandate-ended', day: '2026-01-01' },
    ])
  })
})

describe('a power, seen from a day', () => {
  it.each<[Day, string]>([
    [day('2023-12-31'), 'to-come'],
    [day('2024-01-01'), 'in-force'],
    [day('2025-12-31'), 'in-force'],
    [day('2026-01-01'), 'past'],
  ])('%s: %s', (today, moment) => {
    expect(momentOf(mandate, today)).toBe(moment)
    expect(momentOf({ ...mandate, withdrawn: true }, today)).toBe('withdrawn')
  })
})
