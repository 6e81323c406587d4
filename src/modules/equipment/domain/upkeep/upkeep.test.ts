import { describe, expect, it } from 'vitest'
import { type Day, day } from '../../../../kernel/day.ts'
import { laterBy } from '../../../../kernel/instant.ts'
import type { DeskId, UnitId } from '../equipment.ts'
import { aDesk, at, taken } from '../testing.ts'
import { dueDay, type Standing, standingOn, stopsHandOver } from './maintenance.ts'
import { codesIn, findingOf, type KnownUnit, unseenOf } from './stock-taking.ts'
import { windowsFor } from './windows.ts'

const facts = { from: day('2027-01-01'), ownedSince: day('2026-05-01'), lastDone: null, returns: [] }
const inDays = { everyDays: 90, everyLoans: null }
const inLoans = { everyDays: null, everyLoans: 2 }
const returns = ['2027-02-05', '2027-03-05', '2027-04-02'].map(day)

describe('when an upkeep is due (EQP-1001)', () => {
  it.each([
    ['so many days after the plan began', inDays, {}, '2027-04-01'],
    ['counted from its entry when it came later', inDays, { ownedSince: day('2027-02-01') }, '2027-05-02'],
    ['counted from the last time', inDays, { lastDone: day('2027-03-10') }, '2027-06-08'],
    ['not before enough loans are back', inLoans, { returns: returns.slice(0, 1) }, null],
    ['when the last of them is back', inLoans, { returns }, '2027-03-05'],
    ['after each return', { everyDays: null, everyLoans: 1 }, { returns }, '2027-02-05'],
  ] as const)('%s', (_what, rhythm, change, due) => {
    expect(dueDay(rhythm, { ...facts, ...change })).toBe(due)
  })

  it.each([
    ['2027-03-31', inDays, '2027-04-01', 'soon'],
    ['2027-03-01', inDays, '2027-04-01', 'later'],
    ['2027-04-01', inDays, '2027-04-01', 'due'],
    ['2027-04-02', inDays, '2027-04-01', 'late'],
    ['2027-04-01', inLoans, '2027-04-01', 'late'],
    ['2027-04-01', inLoans, null, 'later'],
  ] as const)('on %s it stands so', (today, rhythm, due, standing: Standing) => {
    expect(standingOn(rhythm, due as Day | null, day(today))).toBe(standing)
  })

  it('stops the hand-over only when it blocks and is late', () => {
    const due = day('2027-04-01')
    expect(stopsHandOver({ ...inDays, blocks: true }, due, day('2027-04-02'))).toBe(true)
    expect(stopsHandOver({ ...inDays, blocks: true }, due, day('2027-04-01'))).toBe(false)
    expect(stopsHandOver({ ...inDays, blocks: false }, due, day('2027-04-02'))).toBe(false)
  })
})

describe('the windows of a job (EQP-1001)', () => {
  const from = at('2027-03-30 10:00')
  const windows = (minutes: number, ...busy: Parameters<typeof windowsFor>[1]) =>
    windowsFor(aDesk(), busy, { minutes, from, count: 2 })

  it('come with the shortest wait first, the desk open', () => {
    expect(windows(60)).toEqual([
      { from: at('2027-03-30 10:00'), until: at('2027-03-30 11:00') },
      { from: at('2027-03-30 14:00'), until: at('2027-03-30 15:00') },
    ])
  })

  it('leave every other use alone, and begin when it ends', () => {
    const [first, second] = windows(60, taken('VR-1', '2027-03-30 09:00', '2027-03-30 14:30'))
    expect(first).toEqual({ from: at('2027-03-30 14:30'), until: at('2027-03-30 15:30') })
    expect(second?.from).toBe(at('2027-03-31 09:00'))
    expect(windows(60, taken('VR-1', '2027-03-30 09:00', null))).toEqual([])
  })

  it('go on over closed hours when the work is long, the unit kept meanwhile', () => {
    const [first] = windows(180)
    expect(first).toEqual({ from: at('2027-03-30 10:00'), until: at('2027-03-30 15:00') })
    const [later] = windows(180, taken('VR-1', '2027-03-30 12:30', '2027-03-30 13:00'))
    expect(later?.from).toBe(at('2027-03-30 14:00'))
  })

  it('come at any fraction of a second', () => {
    const now = laterBy(from, 0.361)
    const [first] = windowsFor(aDesk(), [], { minutes: 180, from: now, count: 1 })
    expect(first).toEqual({ from: now, until: laterBy(at('2027-03-30 15:00'), 0.361) })
  })

  it('are none at a desk that never opens', () => {
    expect(windowsFor(aDesk({ rules: [] }), [], { minutes: 60, from, count: 3 })).toEqual([])
  })
})

describe('a stock-taking (EQP-1306)', () => {
  const [here, there] = ['here', 'there'] as unknown as [DeskId, DeskId]
  const unit = (change: Partial<KnownUnit> = {}): KnownUnit => ({
    id: 'VR-1' as unknown as UnitId,
    homeDeskId: here,
    isOutOnLoan: false,
    isOutOfStock: false,
    ...change,
  })

  it.each([
    ['in its place', unit(), here, 'seen', null],
    ['of another desk', unit({ homeDeskId: there }), here, 'misplaced', 'other_desk'],
    ['of another desk, the whole inventory being taken', unit({ homeDeskId: there }), null, 'seen', null],
    ['out on loan, and yet there', unit({ isOutOnLoan: true }), here, 'misplaced', 'out_on_loan'],
    ['lost, and found', unit({ isOutOfStock: true }), here, 'misplaced', 'out_of_stock'],
  ] as const)('a unit %s', (_what, one, desk, finding, because) => {
    expect(findingOf(one, desk)).toEqual({ finding, because })
  })

  it('misses what should be there, and nobody else', () => {
    const ids = (list: readonly KnownUnit[]) => list.map(({ id }) => String(id))
    const named = (id: string, change: Partial<KnownUnit> = {}) =>
      unit({ ...change, id: id as unknown as UnitId })
    const known = [
      named('read'),
      named('missing'),
      named('lent', { isOutOnLoan: true }),
      named('lost', { isOutOfStock: true }),
      named('elsewhere', { homeDeskId: there }),
    ]
    const read = new Set(['read'] as unknown as UnitId[])
    const { missing, outOnLoan } = unseenOf(known, read, here)
    expect(ids(missing)).toEqual(['missing'])
    expect(ids(outOnLoan)).toEqual(['lent'])
    expect(ids(unseenOf(known, read, null).missing)).toEqual(['missing', 'elsewhere'])
  })

  it('reads codes one a line, once each', () => {
    expect(codesIn(' VR-1\r\nvr-1\n\nhttps://x.fr/m/abc ; VR-2')).toEqual([
      'vr-1',
      'https://x.fr/m/abc',
      'VR-2',
    ])
  })
})
