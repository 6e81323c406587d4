import { describe, expect, it } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import { outcomeSums } from './outcome-sums.ts'
import {
  type CountedLine,
  type CountedUnit,
  countsIn,
  figuresOf,
  isNeverLent,
  type LineFigure,
  sharesOf,
} from './statistics.ts'

const period = { first: day('2027-01-01'), last: day('2027-03-31') }
const today = day('2027-03-15')

function line(change: Partial<CountedLine> = {}): CountedLine {
  return {
    id: 'l' as CountedLine['id'],
    requestId: 'r' as CountedLine['requestId'],
    organisationId: 'o' as CountedLine['organisationId'],
    modelId: 'm' as CountedLine['modelId'],
    deskId: 'd' as CountedLine['deskId'],
    ...{ state: 'closed', borrowerKind: 'commune', territory: '50', modelName: 'Casque', category: 'VR' },
    ...{ unitId: null, unitName: null, submittedOn: null, decidedOn: null, decision: null, reasonCode: null },
    ...{ waited: null, noShowOn: null, outOn: null, backOn: null, dueOn: null, passedOn: null },
    ...{ displacements: [], daysLent: 0 },
    ...change,
  }
}

function unit(change: Partial<CountedUnit> = {}): CountedUnit {
  return {
    id: 'u' as CountedUnit['id'],
    modelId: 'm' as CountedUnit['modelId'],
    deskId: 'd' as CountedUnit['deskId'],
    ...{ name: 'VR-1', modelName: 'Casque', category: 'VR', isInService: true, isLentAlone: true },
    ...{ since: day('2025-01-01'), lastAwayOn: null, daysLendable: 90, costs: [] },
    ...change,
  }
}

describe('what stands behind a figure (EQP-1402)', () => {
  const inside = day('2027-02-01')
  it.each<[LineFigure, Partial<CountedLine>, boolean]>([
    ['requests', { submittedOn: inside }, true],
    ['requests', { submittedOn: day('2026-12-31') }, false],
    ['refused', { decidedOn: inside, decision: 'rejected' }, true],
    ['refused', { decidedOn: inside, decision: 'approved' }, false],
    ['due', { dueOn: inside, outOn: inside }, true],
    ['due', { dueOn: inside }, false],
    ['due', { dueOn: day('2027-03-20'), outOn: inside }, false],
    ['late', { dueOn: inside, outOn: inside, backOn: inside }, false],
    ['late', { dueOn: inside, outOn: inside, backOn: day('2027-02-02') }, true],
    ['late', { dueOn: inside, outOn: inside }, true],
    ['late', { dueOn: today, outOn: inside }, false],
    ['unmet', { decidedOn: inside, decision: 'rejected', reasonCode: 'unavailable' }, true],
    ['unmet', { decidedOn: inside, decision: 'rejected', reasonCode: 'duration' }, false],
    ['unmet', { passedOn: inside, state: 'draft' }, true],
    ['no_show', { noShowOn: inside }, true],
    ['displaced', { displacements: [{ on: inside, reason: 'Salon', noticeDays: 3, answer: null }] }, true],
  ])('%s of %j: %s', (figure, change, expected) => {
    expect(countsIn(line(change), figure, period, today)).toBe(expected)
  })

  it('waits are told by their middle and their longest', () => {
    const waits = [3600, 7200, 86_400].map((waited) => line({ decidedOn: inside, waited }))
    expect(figuresOf(waits, [], period, today)).toMatchObject({ medianWait: 7200, longestWait: 86_400 })
    expect(figuresOf([], [], period, today).medianWait).toBeNull()
  })

  it('shares add up to the whole, units without any loan included; borrowers have no lendable day', () => {
    const lines = [line({ daysLent: 4 }), line({ daysLent: 2, borrowerKind: 'association', territory: null })]
    const shares = sharesOf('borrowerKind', lines, [unit()], period, today)
    expect(shares.map(({ key, figures }) => [key, figures.daysLent, figures.daysLendable])).toEqual([
      ['commune', 4, null],
      ['association', 2, null],
    ])
    const byUnit = sharesOf('unit', lines, [unit()], period, today)
    expect(byUnit.map(({ key, figures }) => [key, figures.daysLendable])).toEqual([['u', 90]])
  })

  it.each<[string, Partial<CountedUnit>, boolean]>([
    ['never left', {}, true],
    ['left eleven months ago', { lastAwayOn: day('2026-04-15') }, false],
    ['left fourteen months ago', { lastAwayOn: day('2026-01-15') }, true],
    ['out of service', { isInService: false }, false],
    ['a part that never leaves alone', { isLentAlone: false }, false],
  ])('never lent in twelve months: %s', (_case, change, expected) => {
    expect(isNeverLent(unit(change), period, today)).toBe(expected)
  })
})

it('adds outcomes up by type, and counts each appreciation (EQP-1401)', () => {
  const told = [
    { sessions: { ateliers: 3 }, people: { enfants: 12 }, appreciation: 5 },
    { sessions: { ateliers: 1, autres: 2 }, people: {}, appreciation: null },
  ]
  const sums = outcomeSums(told, { sessions: ['ateliers', 'formations'], people: ['enfants'] })
  expect(Object.fromEntries(sums.sessions)).toEqual({ ateliers: 4, formations: 0, autres: 2 })
  expect(Object.fromEntries(sums.people)).toEqual({ enfants: 12 })
  expect(sums.appreciations).toEqual([0, 0, 0, 0, 1])
})
