import { describe, expect, it } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Proof } from '../insurance.ts'
import { aDesk, at } from '../testing.ts'
import { oncePerAddress } from './announcements.ts'
import { insuranceReminders, loanReminders, morningOf, outcomeReminders } from './reminders.ts'

const desk = aDesk()
const loan = {
  pickupAt: at('2027-03-08 09:00'),
  dueAt: at('2027-03-30 10:00'),
  isOut: true,
  knownAt: at('2027-03-08 09:00'),
  insuranceRisks: ['theft', 'damage'],
}
const kinds = (reminders: readonly { kind: string }[]) => reminders.map(({ kind }) => kind)

describe('the morning of a desk (EQP-1103, L7)', () => {
  it.each([
    ['in summer', '2027-10-29T05:59:00Z', 'Europe/Paris', null],
    ['at 8:00 in summer', '2027-10-29T06:00:00Z', 'Europe/Paris', '2027-10-29'],
    ['the day clocks change', '2027-10-31T07:00:00Z', 'Europe/Paris', '2027-10-31'],
    ['one hour before, that day', '2027-10-31T06:00:00Z', 'Europe/Paris', null],
    ['the day clocks go forward', '2027-03-28T06:00:00Z', 'Europe/Paris', '2027-03-28'],
    ['at La Réunion', '2027-10-29T04:00:00Z', 'Indian/Reunion', '2027-10-29'],
    ['at Tahiti, the day before in Paris', '2027-10-30T01:00:00Z', 'Pacific/Tahiti', '2027-10-29'],
    ['late in the day', '2027-10-29T20:00:00Z', 'Europe/Paris', '2027-10-29'],
  ] as const)('%s', (_what, now, zone, today) => {
    expect(morningOf(now as Instant, zone)?.today ?? null).toBe(today)
  })
})

describe('what a loan is reminded of (EQP-1103, EQP-705)', () => {
  it('names the due date it is about, and how late it is', () => {
    const [late] = loanReminders(loan, desk, at('2027-04-02 08:00'))
    expect(late).toEqual({ kind: 'late_3', about: loan.dueAt, facts: { daysLate: 3 } })
    const waiting = { ...loan, isOut: false, knownAt: at('2027-03-01 09:00') }
    expect(loanReminders(waiting, desk, at('2027-03-04 08:00'))[0]?.about).toBe(loan.pickupAt)
  })

  it('waits for the next morning when its dates are of today', () => {
    const fresh = { ...loan, knownAt: at('2027-03-30 09:00') }
    expect(loanReminders(fresh, desk, at('2027-03-30 11:00'))).toEqual([])
    expect(kinds(loanReminders(fresh, desk, at('2027-03-31 08:00')))).toEqual(['late_1'])
  })

  it('says nothing of a return that fell to a closure (EQP-1101)', () => {
    const overrides = new Map([[day('2027-03-30'), { hours: [], reason: 'Travaux' }]])
    expect(loanReminders(loan, { ...desk, overrides }, at('2027-04-02 08:00'))).toEqual([])
  })
})

describe('the outcome of a loan (EQP-1401)', () => {
  it.each([
    ['six days after', '2027-03-19 08:00', []],
    ['seven days after', '2027-03-20 08:00', []],
    ['the opening day that follows', '2027-03-22 08:00', ['outcome_7']],
    ['twenty-one days after', '2027-04-05 08:00', ['outcome_21']],
  ] as const)('%s', (_what, now, expected) => {
    expect(kinds(outcomeReminders(at('2027-03-13 10:00'), desk, at(now)))).toEqual(expected)
  })
})

describe('the insurance of a loan (EQP-807, L21)', () => {
  const until = (lastDay: string): Proof[] => [
    { from: day('2027-01-01'), lastDay: day(lastDay), risks: ['theft', 'damage'], isVerified: true },
  ]
  it.each([
    ['sixteen days before', '2027-03-17', '2027-03-01 08:00', []],
    ['fifteen days before', '2027-03-17', '2027-03-02 08:00', ['insurance_ends_soon']],
    ['the day itself', '2027-03-17', '2027-03-17 08:00', ['insurance_ends_today']],
    ['covered to the end', '2027-03-30', '2027-03-30 08:00', []],
    ['late, and covered until tonight', '2027-04-02', '2027-04-02 08:00', ['insurance_ends_today']],
    ['never covered: its approval said it', '2027-03-01', '2027-03-09 08:00', []],
  ] as const)('%s', (_what, lastDay, now, expected) => {
    expect(kinds(insuranceReminders(loan, until(lastDay), desk, at(now)))).toEqual(expected)
  })

  it('says nothing when another proof takes over, or when none is asked for', () => {
    const both = [...until('2027-03-17'), { ...until('2027-12-31')[0], from: day('2027-03-18') }] as Proof[]
    expect(insuranceReminders(loan, both, desk, at('2027-03-10 08:00'))).toEqual([])
    const free = { ...loan, insuranceRisks: [] }
    expect(insuranceReminders(free, until('2027-03-17'), desk, at('2027-03-10 08:00'))).toEqual([])
  })
})

describe('the readers of a mail', () => {
  it('are each written to once, on the first side they were named for', () => {
    const readers = [
      { email: 'A@example.fr', side: 'borrower' },
      { email: 'a@example.fr', side: 'managers' },
      { email: 'b@example.fr', side: 'managers' },
    ] as const
    expect(oncePerAddress(readers)).toEqual([
      { email: 'a@example.fr', side: 'borrower' },
      { email: 'b@example.fr', side: 'managers' },
    ])
  })
})
