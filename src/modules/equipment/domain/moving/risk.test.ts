import { describe, expect, it } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import { laterBy } from '../../../../kernel/instant.ts'
import { aDesk, at, aUnit, taken } from '../testing.ts'
import { changedBy, dueAfterClosing, keeps, withDays, withWeek } from './closing.ts'
import { waysOut } from './risk.ts'

const line = (lineId: string, unitId: string, from: string, until: string, modelId = 'casque') => ({
  ...{ lineId, unitId, modelId },
  span: { from: at(from), until: at(until) },
})
const openWeek = aDesk()
const units = ['VR-1', 'VR-2', 'LUN-1'].map((name) =>
  aUnit(name, { modelId: name === 'LUN-1' ? 'lunettes' : 'casque' }),
)
describe('a loan whose unit may not be there (EQP-1102)', () => {
  const next = line('B', 'VR-1', '2027-05-18 09:00', '2027-05-21 10:00')
  const kinds = (lines = [next], busy: ReturnType<typeof taken>[] = [], instead = new Map()) =>
    waysOut(lines, { units, busy }, instead).map(({ line: one, way }) => [one.lineId, way.kind])

  it.each([
    ['the same model first', [], new Map([['casque', ['lunettes']]]), 'same_model'],
    [
      'then one that does as well',
      [taken('VR-2', '2027-05-19 09:00', '2027-05-20 09:00')],
      new Map([['casque', ['lunettes']]]),
      'compatible',
    ],
    ['else nothing', [taken('VR-2', '2027-05-19 09:00', '2027-05-20 09:00')], new Map(), 'none'],
  ] as const)('L8: %s', (_what, busy, instead, kind) => {
    expect(kinds([next], [...busy], instead as never)).toEqual([['B', kind]])
  })

  it('gives nothing twice: the first to leave first', () => {
    const later = line('C', 'VR-1', '2027-05-20 14:00', '2027-05-24 10:00')
    expect(kinds([later, next])).toEqual([
      ['B', 'same_model'],
      ['C', 'none'],
    ])
  })

  it('gives no unit that is itself late or away', () => {
    const late = units.map((unit) => ({ ...unit, lateUntil: at('2027-06-10 09:00') }))
    expect(waysOut([next], { units: late, busy: [] }, new Map())[0]?.way.kind).toBe('none')
    const other = line('D', 'VR-2', '2027-06-01 09:00', '2027-06-02 09:00')
    expect(kinds([next, other]).every(([, kind]) => kind === 'none')).toBe(true)
  })
})

describe('hours that change (EQP-306)', () => {
  const given = (startsAt: string, endsAt: string, isClosed = false) => ({
    ...{ startsAt: at(startsAt), endsAt: at(endsAt) },
    isClosed,
  })
  const monday = given('2027-03-15 10:00', '2027-03-15 10:30')
  const closed = { hours: [], reason: 'Travaux' }

  it.each([
    ['as usual', openWeek, true],
    ['closed that day', withDays(openWeek, [day('2027-03-15')], closed), false],
    ['closed the day after', withDays(openWeek, [day('2027-03-16')], closed), true],
    [
      'open the afternoon only',
      withDays(openWeek, [day('2027-03-15')], { hours: [['14:00', '17:00']], reason: 'Réunion' }),
      false,
    ],
    ['another week from then on', withWeek(openWeek, day('2027-03-15'), []), false],
    ['another week later', withWeek(openWeek, day('2027-03-16'), []), true],
  ])('%s', (_what, calendar, isKept) => {
    expect(keeps(calendar, monday)).toBe(isKept)
  })

  it('close what was kept, and keep again what was closed', () => {
    const after = withDays(openWeek, [day('2027-03-15')], closed)
    const tuesday = given('2027-03-16 10:00', '2027-03-16 10:30', true)
    expect(changedBy([monday, tuesday], after)).toEqual({ closed: [monday], reopened: [tuesday] })
  })

  it('leave three opening days to choose, from the closed day or from today', () => {
    const after = withDays(openWeek, [day('2027-03-15')], closed)
    const due = (now: string) => laterBy(dueAfterClosing(after, monday, at(now), 3) ?? at(now), 0)
    expect(due('2027-03-01 09:00')).toBe(at('2027-03-18 17:00'))
    expect(due('2027-03-17 09:00')).toBe(at('2027-03-22 17:00'))
  })
})
