import { describe, expect, it } from 'vitest'
import { addDays, day } from '../../../../kernel/day.ts'
import { type Stay, type UnitLife, useOf } from './use-days.ts'

const march = { first: day('2027-03-01'), last: day('2027-03-31') }
const today = day('2028-01-01')

function stay(lineId: string, from: string, until: string | null, isOwn = true): Stay {
  return { lineId, from: day(from), until: until === null ? null : day(until), isOwn }
}

function unit(change: Partial<UnitLife> = {}): UnitLife {
  return {
    isLentAlone: true,
    acquiredOn: day('2020-01-01'),
    lifecycle: [{ day: day('2020-01-01'), isInService: true }],
    stays: [],
    ...change,
  }
}

const changes = (...list: [string, boolean][]) =>
  list.map(([on, isInService]) => ({ day: day(on), isInService }))

describe('days lent and days lendable (EQP-1402)', () => {
  it.each<[string, UnitLife, [lendable: number, lent: Record<string, number>]]>([
    ['never lent', unit(), [31, {}]],
    ['first and last day included', unit({ stays: [stay('a', '2027-03-02', '2027-03-05')] }), [31, { a: 4 }]],
    [
      'the clock change takes no day',
      unit({ stays: [stay('a', '2027-03-27', '2027-03-29')] }),
      [31, { a: 3 }],
    ],
    [
      'across both edges of the period',
      unit({ stays: [stay('a', '2027-02-20', '2027-03-03'), stay('b', '2027-03-30', '2027-04-08')] }),
      [31, { a: 3, b: 2 }],
    ],
    [
      'a day that two loans share is the first one’s',
      unit({ stays: [stay('a', '2027-03-01', '2027-03-05'), stay('b', '2027-03-05', '2027-03-06')] }),
      [31, { a: 5, b: 1 }],
    ],
    ['still away', unit({ stays: [stay('a', '2027-03-29', null)] }), [31, { a: 3 }]],
    [
      'retired in the middle: that day counts, the next does not',
      unit({ lifecycle: changes(['2020-01-01', true], ['2027-03-10', false]) }),
      [10, {}],
    ],
    [
      'lost while it is lent: days lent stop with the days lendable',
      unit({
        lifecycle: changes(['2020-01-01', true], ['2027-03-10', false]),
        stays: [stay('a', '2027-03-08', null)],
      }),
      [10, { a: 3 }],
    ],
    [
      'in repair: the days it goes and comes back count',
      unit({ lifecycle: changes(['2020-01-01', true], ['2027-03-10', false], ['2027-03-20', true]) }),
      [22, {}],
    ],
    [
      'acquired in the middle, though written down later',
      unit({ acquiredOn: day('2027-03-22'), lifecycle: changes(['2027-06-01', true]) }),
      [10, {}],
    ],
    [
      'lent before it was written down',
      unit({
        acquiredOn: null,
        lifecycle: changes(['2027-06-01', true]),
        stays: [stay('a', '2027-03-30', '2027-04-02')],
      }),
      [2, { a: 2 }],
    ],
    [
      'a part away with its kit: neither lent nor lendable',
      unit({
        stays: [stay('kit', '2027-03-01', '2027-03-10', false), stay('a', '2027-03-10', '2027-03-11')],
      }),
      [22, { a: 2 }],
    ],
    [
      'a part that never leaves alone has no day of its own',
      unit({ isLentAlone: false, stays: [stay('kit', '2027-03-01', '2027-03-10', false)] }),
      [0, {}],
    ],
    [
      'partial return: the kit is back though a part is not',
      unit({ stays: [stay('kit', '2027-03-01', '2027-03-04')] }),
      [31, { kit: 4 }],
    ],
  ])('%s', (_case, life, [lendable, lent]) => {
    const use = useOf(life, march, today)
    expect({ lendable: use.lendable, lent: Object.fromEntries(use.lentByLine) }).toEqual({ lendable, lent })
  })

  it('counts no day that is not there yet', () => {
    const use = useOf(unit({ stays: [stay('a', '2027-03-03', null)] }), march, day('2027-03-05'))
    expect({ lendable: use.lendable, lent: use.lent }).toEqual({ lendable: 5, lent: 3 })
    expect(useOf(unit(), march, day('2027-02-01')).lendable).toBe(0)
  })

  it('the days of the loans add up to those of the unit, never more than the lendable ones', () => {
    let seed = 20_270_301
    const next = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    for (let run = 0; run < 300; run += 1) {
      let from = addDays(march.first, -20 + next(10))
      const stays: Stay[] = []
      for (let loan = 0; loan < 8; loan += 1) {
        const until = addDays(from, next(9))
        stays.push({ lineId: `${loan}`, from, until, isOwn: next(4) > 0 })
        from = addDays(until, next(4))
      }
      const lifecycle = [0, 1, 2, 3].map((index) => ({
        day: addDays(march.first, -10 + index * 9 + next(9)),
        isInService: index % 2 === 0,
      }))
      const use = useOf(unit({ stays, lifecycle }), march, addDays(march.last, 10 - next(20)))
      const sum = [...use.lentByLine.values()].reduce((total, days) => total + days, 0)
      expect(sum).toBe(use.lent)
      expect(use.lent).toBeLessThanOrEqual(use.lendable)
      expect(use.lendable).toBeLessThanOrEqual(31)
    }
  })
})
