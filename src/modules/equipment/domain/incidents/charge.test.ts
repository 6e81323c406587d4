import { describe, expect, it } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import type { Condition, PartFound } from '../desk/condition.ts'
import { answerLimit, causeOf, chargeProblem, isWearOnly, mayDecide, worthOn } from './charge.ts'

const part = (rank: number, condition: Condition, found = 1): PartFound => ({
  ...{ rank, condition, found, unitId: null, label: `Pièce ${rank}`, expected: 1, isCritical: false },
  ...{ software: '', remark: '', powersOn: null, charge: null },
})

const policy = { yearlyPercent: 20, floorPercent: 10 }

describe('A charge', () => {
  it.each([
    ['2027-06-21', 45_000, 0],
    ['2027-06-20', 45_000, 0],
    ['2026-06-21', 36_000, 20],
    ['2024-06-22', 27_000, 40],
    ['2010-01-01', 4_500, 90],
    ['2027-07-01', 45_000, 0],
  ])('EQP-905: a thing acquired on %s is worth %d cents on 21 June 2027', (acquired, cents, off) => {
    const worth = worthOn({ newCents: 45_000, acquiredOn: day(acquired) }, policy, day('2027-06-21'))
    expect([worth.cents, worth.off]).toEqual([cents, off])
  })

  it('EQP-905: rounds a value down, the doubt being the borrower’s', () => {
    const value = { newCents: 33_333, acquiredOn: day('2026-01-01') }
    expect(worthOn(value, policy, day('2027-06-21')).cents).toBe(26_666)
  })

  const asked = { cause: 'damage', amountCents: 10_000, evidence: 'invoice', hasFile: true } as const
  const worth = { cents: 9_000, newCents: 45_000, years: 4, off: 80 }
  const known = { bears: ['damage', 'theft'] as const, worth, isWearOnly: false }

  it.each([
    ['an invoice with its file', {}, {}, null],
    ['a cause the terms leave to the owner', { cause: 'loss' }, {}, 'cause_not_borne'],
    ['normal wear', {}, { isWearOnly: true }, 'normal_wear'],
    ['a theft, whatever the wear', { cause: 'theft' }, { isWearOnly: true }, null],
    ['an invoice without its file', { hasFile: false }, {}, 'evidence_missing'],
    ['more than the thing is worth', { evidence: 'replacement_value' }, {}, 'above_worth'],
    ['all it is worth', { evidence: 'replacement_value', amountCents: 9_000 }, {}, null],
    ['a value nobody knows', { evidence: 'replacement_value' }, { worth: null }, 'worth_unknown'],
  ])('EQP-905: %s', (_case, wish, ground, problem) => {
    expect(chargeProblem({ ...asked, ...wish } as typeof asked, { ...known, ...ground })).toBe(problem)
  })

  it.each([
    ['good, then worn', [part(1, 'good')], [part(1, 'worn')], true],
    ['good, then damaged', [part(1, 'good')], [part(1, 'damaged')], false],
    [
      'one worn, one missing',
      [part(1, 'good'), part(2, 'good', 6)],
      [part(1, 'worn'), part(2, 'worn', 5)],
      false,
    ],
    ['nothing changed', [part(1, 'good')], [part(1, 'good')], false],
    ['no report', [], [], false],
  ])('EQP-905: wear alone is told by the two reports: %s', (_case, out, back, expected) => {
    expect(isWearOnly(out, back)).toBe(expected)
  })

  it('EQP-905: is decided once answered, or after the fifteen days', () => {
    const until = answerLimit(day('2027-06-28'), 15)
    expect(until).toBe('2027-07-13')
    expect(mayDecide({ answeredAt: null, answerUntil: until }, day('2027-07-13'))).toBe(false)
    expect(mayDecide({ answeredAt: null, answerUntil: until }, day('2027-07-14'))).toBe(true)
    expect(mayDecide({ answeredAt: '2027-06-29T08:00:00Z', answerUntil: until }, day('2027-06-29'))).toBe(
      true,
    )
  })

  it('EQP-905: its cause comes from the incident', () => {
    expect([causeOf('theft'), causeOf('missing_part'), causeOf('loss'), causeOf('breakdown')]).toEqual([
      'theft',
      'loss',
      'loss',
      'damage',
    ])
  })
})
