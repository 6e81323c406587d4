import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { laterBy } from '../../../kernel/instant.ts'
import { alternatives, lastReturnSlot, nextFree, pickupSlots, type Stock, type Wish } from './alternatives.ts'
import { type Busy, blockerOf, daysOf, freeUnits, type Lendable, meets, widened } from './availability.ts'
import { aDesk, at, aUnit, days, span, taken } from './testing.ts'

const stock = (units: readonly Lendable[], busy: readonly Busy[] = []): Stock => ({
  units,
  busy,
  desk: aDesk(),
  slotMinutes: 30,
  isSlotOpen: () => true,
})
const wish = (change: Partial<Wish> = {}): Wish => ({
  modelId: 'VR',
  unitId: null,
  span: span('2027-09-06 09:00', '2027-09-10 10:00'),
  substitutes: [],
  ...change,
})

describe('what stands in the way (EQP-401, EQP-105)', () => {
  const kit = aUnit('KIT', { parts: [{ id: 'MIXER', name: 'Mixette' }] })
  const asked = span('2027-09-06 09:00', '2027-09-10 10:00')
  it.each([
    ['nothing', aUnit('A'), [], null],
    ['another unit’s loan', aUnit('A'), [taken('B', '2027-09-06 09:00', '2027-09-10 12:00')], null],
    [
      'a loan that ends when this begins',
      aUnit('A'),
      [taken('A', '2027-09-01 09:00', '2027-09-06 09:00')],
      null,
    ],
    [
      'a loan that begins within the turnaround',
      aUnit('A'),
      [taken('A', '2027-09-10 11:30', '2027-09-12 10:00')],
      'loan',
    ],
    ['a loan that begins after it', aUnit('A'), [taken('A', '2027-09-10 12:00', '2027-09-12 10:00')], null],
    [
      'the owner’s own use',
      aUnit('A'),
      [taken('A', '2027-09-08 00:00', '2027-09-09 00:00', 'owner_use')],
      'owner_use',
    ],
    [
      'a repair nobody knows the end of',
      aUnit('A'),
      [taken('A', '2027-09-01 09:00', null, 'incident')],
      'incident',
    ],
    ['a part of the kit', kit, [taken('MIXER', '2027-09-08 09:00', '2027-09-09 10:00')], 'loan'],
    ['a unit out of service', aUnit('A', { isOutOfReach: true }), [], 'out_of_service'],
    ['a unit kept past its due day', aUnit('A', { lateUntil: at('2027-10-01 09:00') }), [], 'late'],
    ['a unit late no more by then', aUnit('A', { lateUntil: at('2027-09-06 09:00') }), [], null],
  ] as const)('%s', (_what, unit, busy, kind) => {
    expect(blockerOf(unit, busy, asked)?.kind ?? null).toBe(kind)
  })

  it('names the part that is taken', () => {
    const busy = [taken('MIXER', '2027-09-08 09:00', '2027-09-09 10:00')]
    expect(blockerOf(kit, busy, asked)).toMatchObject({ name: 'Mixette', until: at('2027-09-09 10:00') })
  })
})

describe('the unit chosen (EQP-406)', () => {
  const asked = span('2027-09-06 09:00', '2027-09-10 10:00')
  it('leaves the smallest gap, then is the least lent, then the first by name', () => {
    const near = taken('C', '2027-09-01 09:00', '2027-09-06 09:00')
    const far = taken('B', '2027-08-01 09:00', '2027-08-06 09:00')
    const units = [
      aUnit('E', { loans: 1 }),
      aUnit('A', { loans: 3 }),
      aUnit('B'),
      aUnit('C'),
      aUnit('D', { loans: 1 }),
    ]
    const order = freeUnits(units, [near, far], asked).map(({ unit, idleSeconds }) => [
      unit.id,
      idleSeconds !== null,
    ])
    expect(order).toEqual([
      ['C', true],
      ['B', true],
      ['D', false],
      ['E', false],
      ['A', false],
    ])
  })
})

describe('when can I have it, and what instead (EQP-108, EQP-504)', () => {
  it('L8: another unit of the model', () => {
    const busy = [taken('VR-1', '2027-09-01 09:00', '2027-09-08 12:00')]
    expect(
      alternatives(stock([aUnit('VR-1'), aUnit('VR-2')], busy), wish({ unitId: 'VR-1' }))[0],
    ).toMatchObject({
      kind: 'other_unit',
      unitId: 'VR-2',
    })
  })

  it('other dates of as many days, at hours the desk has, the nearest first', () => {
    const busy = [taken('VR-1', '2027-09-06 09:00', '2027-09-10 12:00')]
    const [first] = alternatives(stock([aUnit('VR-1')], busy), wish())
    expect(first).toMatchObject({ kind: 'other_dates' })
    expect(nextFree(stock([aUnit('VR-1')], busy), wish())).toMatchObject({
      daysAway: 7,
      span: span('2027-09-13 09:00', '2027-09-17 10:00'),
    })
  })

  it('a model that does as well, then the waiting list; five at most', () => {
    const busy = [taken('VR-1', '2027-01-01 09:00', null, 'incident')]
    const units = [aUnit('VR-1'), aUnit('LIGHT-1', { modelId: 'LIGHT' })]
    expect(alternatives(stock(units, busy), wish({ substitutes: ['LIGHT'] }))).toMatchObject([
      { kind: 'substitute', unitId: 'LIGHT-1' },
      { kind: 'waiting_list' },
    ])
    expect(nextFree(stock(units, busy), wish())).toBeNull()
  })

  it('L3: after a return at ten and two hours of turnaround, the first pickup is at two', () => {
    const busy = [taken('VR-1', '2027-03-22 09:00', '2027-03-30 12:00')]
    const slots = pickupSlots(stock([aUnit('VR-1')], busy), aUnit('VR-1'), day('2027-03-30'))
    expect(slots[0]?.time).toBe('14:00')
  })

  it('L11: the last return before a loan of Monday 22 March at nine is Friday 19 March', () => {
    const busy = [taken('VR-1', '2027-03-22 09:00', '2027-03-26 12:00')]
    const last = lastReturnSlot(
      stock([aUnit('VR-1')], busy),
      aUnit('VR-1'),
      span('2027-03-15 10:00', '2027-03-24 10:00'),
    )
    expect(last).toMatchObject({ day: '2027-03-19', time: '16:30' })
  })
})

describe('the calendar (EQP-109)', () => {
  it('tells day by day what takes a unit or a part of it', () => {
    const kit = aUnit('KIT', { parts: [{ id: 'MIXER', name: 'Mixette' }] })
    const busy = [
      taken('KIT', '2027-09-06 09:00', '2027-09-08 12:00'),
      taken('MIXER', '2027-09-08 12:00', '2027-09-10 00:00', 'maintenance'),
    ]
    expect(daysOf(kit, busy, days('2027-09-06', 5), 'Europe/Paris')).toEqual([
      { day: '2027-09-06', kinds: ['loan'], isFreePartOfTheDay: true },
      { day: '2027-09-07', kinds: ['loan'], isFreePartOfTheDay: false },
      { day: '2027-09-08', kinds: ['loan', 'maintenance'], isFreePartOfTheDay: false },
      { day: '2027-09-09', kinds: ['maintenance'], isFreePartOfTheDay: false },
      { day: '2027-09-10', kinds: [], isFreePartOfTheDay: true },
    ])
  })

  it('a unit said free meets nothing, whatever is asked (property)', () => {
    const start = at('2027-01-04 09:00')
    const hours = fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 300 }))
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('A', 'B'), hours), { maxLength: 12 }),
        hours,
        (rows, [from, length]) => {
          const busy = rows.map(
            ([unitId, [begin, many]]): Busy => ({
              unitId,
              kind: 'loan',
              from: laterBy(start, begin * 3600),
              until: laterBy(start, (begin + many) * 3600),
            }),
          )
          const asked = { from: laterBy(start, from * 3600), until: laterBy(start, (from + length) * 3600) }
          const free = freeUnits([aUnit('A'), aUnit('B')], busy, asked).map(({ unit }) => unit.id)
          const clear = ['A', 'B'].filter(
            (id) => !busy.some((one) => one.unitId === id && meets(one, widened(asked, aUnit(id)))),
          )
          expect([...free].sort()).toEqual(clear)
        },
      ),
      { numRuns: 200 },
    )
  })
})
