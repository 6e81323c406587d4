import { describe, expect, it } from 'vitest'
import { type Day, day } from '../../../../kernel/day.ts'
import { badgeOf, monthsSince } from './badge.ts'
import { informationDuties, missed, stateOf } from './duty.ts'
import { hidingStep } from './hiding.ts'
import { type PeriodLength, periodBefore, periodOf } from './period.ts'
import { reminderStep } from './reminders.ts'
import { semesterBefore, semesterOf } from './semester.ts'

const owed = (
  from: string,
  said: string[],
  today: string,
  { until = null as string | null, exempted = [] as string[], every = 'semester' as PeriodLength } = {},
) =>
  informationDuties(
    { from: day(from), until: until as Day | null, every },
    { on: said.map(day), exempted: exempted.map(day) },
    day(today),
  )

describe('the information of each civil semester (000 art. 4, LAB-32, DIR-57)', () => {
  const duties = (...asked: Parameters<typeof owed>) =>
    owed(...asked).map(({ period, status }) => `${period.name} ${status}`)

  it('covers the semester of entry', () => {
    expect(duties('2026-02-01', [], '2026-03-01')).toEqual(['2026-H1 fulfilled'])
  })

  it('is due to the last day and overdue the day after', () => {
    expect(duties('2025-11-03', [], '2026-06-30')).toEqual(['2025-H2 fulfilled', '2026-H1 due'])
    expect(duties('2025-11-03', [], '2026-07-01')).toEqual([
      '2025-H2 fulfilled',
      '2026-H1 overdue',
      '2026-H2 due',
    ])
  })

  it('what is said in a semester fulfils that one alone (LAB-79)', () => {
    expect(duties('2025-11-03', ['2026-07-07'], '2026-07-08')).toEqual([
      '2025-H2 fulfilled',
      '2026-H1 overdue',
      '2026-H2 fulfilled',
    ])
  })

  it('is not owed for a semester in which the label stops', () => {
    expect(duties('2025-11-03', [], '2026-06-01', { until: '2026-06-15' })).toEqual(['2025-H2 fulfilled'])
  })

  it('an exemption lets off one semester, and a word counts more (DIR-59)', () => {
    expect(duties('2025-11-03', [], '2026-07-02', { exempted: ['2026-01-01'] })).toEqual([
      '2025-H2 fulfilled',
      '2026-H1 exempted',
      '2026-H2 due',
    ])
    expect(duties('2025-11-03', ['2026-02-02'], '2026-03-01', { exempted: ['2026-01-01'] })).toEqual([
      '2025-H2 fulfilled',
      '2026-H1 fulfilled',
    ])
  })
})

describe('another period than the semester, by the rule of a network (DIR-57)', () => {
  it.each([
    ['quarter', '2026-02-28', '2026-Q1', '2026-01-01', '2026-03-31'],
    ['quarter', '2026-10-01', '2026-Q4', '2026-10-01', '2026-12-31'],
    ['semester', '2028-02-29', '2028-H1', '2028-01-01', '2028-06-30'],
    ['year', '2026-12-31', '2026', '2026-01-01', '2026-12-31'],
  ] as const)('%s of %s', (every, on, name, start, lastDay) => {
    expect(periodOf(day(on), every)).toEqual({ name, start, lastDay })
    expect(periodBefore(periodOf(day(on), every), every).lastDay < start).toBe(true)
  })

  it('is owed once each time, the one of entry covered', () => {
    const duties = (every: PeriodLength, said: string[] = []) =>
      owed('2025-11-03', said, '2026-07-02', { every }).map(
        ({ period, status }) => `${period.name} ${status}`,
      )
    expect(duties('quarter', ['2026-05-05'])).toEqual([
      '2025-Q4 fulfilled',
      '2026-Q1 overdue',
      '2026-Q2 fulfilled',
      '2026-Q3 due',
    ])
    expect(duties('year')).toEqual(['2025 fulfilled', '2026 due'])
  })
})

describe('the state of a place today (DIR-59)', () => {
  it.each([
    ['listed this semester', '2026-02-01', [], '2026-03-01', 'done'],
    ['silent, and there is still time', '2025-11-03', [], '2026-06-30', 'due'],
    ['silent on the day after', '2025-11-03', [], '2026-07-01', 'overdue'],
    ['spoke after the day', '2025-11-03', ['2026-07-07'], '2026-07-08', 'done'],
    ['missed one long ago, spoke last semester', '2024-11-03', ['2026-02-02'], '2026-08-01', 'due'],
  ] as const)('%s', (_, from, said, today, state) => {
    expect(stateOf(owed(from, [...said], today), day(today))).toBe(state)
  })

  it('is « let off », or nothing when the label stops this semester', () => {
    const off = owed('2025-11-03', [], '2026-03-01', { exempted: ['2026-01-01'] })
    expect(stateOf(off, day('2026-03-01'))).toBe('exempted')
    const stops = owed('2025-01-03', [], '2026-03-01', { until: '2026-04-01' })
    expect(stateOf(stops, day('2026-03-01'))).toBeNull()
  })

  it('names what was missed, oldest first', () => {
    expect(missed(owed('2024-11-03', ['2025-09-01'], '2026-07-01')).map(({ name }) => name)).toEqual([
      '2025-H1',
      '2026-H1',
    ])
  })
})

describe('what everybody reads (DIR-59)', () => {
  it.each([
    ['2026-03-03', null, '2026-06-17', { kind: 'confirmed', on: '2026-03-03' }],
    ['2025-09-10', 'overdue', '2026-07-01', { kind: 'silent', on: '2025-09-10', months: 9 }],
    [null, 'overdue', '2026-07-01', { kind: 'never' }],
    ['2025-12-17', 'due', '2026-06-17', { kind: 'confirmed', on: '2025-12-17' }],
    ['2025-12-17', null, '2026-06-17', { kind: 'silent', on: '2025-12-17', months: 6 }],
    [null, 'due', '2026-06-01', null],
    [null, null, '2026-06-01', null],
  ] as const)('last word %s, %s, on %s', (last, state, today, badge) => {
    expect(badgeOf(last && day(last), state, day(today))).toEqual(badge)
  })

  it('counts whole months, the end of short ones included', () => {
    expect(monthsSince(day('2026-01-31'), day('2026-02-27'))).toBe(0)
    expect(monthsSince(day('2026-01-31'), day('2026-02-28'))).toBe(1)
    expect(monthsSince(day('2025-06-17'), day('2026-06-17'))).toBe(12)
  })
})

describe('the reminders of a semester (DIR-59, LAB-32)', () => {
  it.each([
    ['2026-04-30', null],
    ['2026-05-01', '60d'],
    ['2026-05-06', '60d'],
    ['2026-05-07', null],
    ['2026-05-31', '30d'],
    ['2026-06-06', null],
    ['2026-06-23', '7d'],
    ['2026-06-29', null],
    ['2026-06-30', 'end'],
    ['2026-07-05', 'end'],
    ['2026-07-06', null],
    ['2026-07-07', '+7d'],
    ['2026-07-13', null],
  ])('on %s the step is %s', (on, step) => {
    expect(reminderStep(semesterOf(day('2026-06-01')), day(on))).toBe(step)
  })

  it('the semester before the first half is the second of the year before', () => {
    expect(semesterBefore(semesterOf(day('2026-02-01'))).name).toBe('2025-H2')
  })
})

describe('a long silence (DIR-60)', () => {
  const step = (today: string, notices: string[] = [], since = '2025-01-10') =>
    hidingStep({ since: day(since), afterMonths: 12, notices: notices.map(day) }, day(today))

  it('calls for two notices a month apart, then a month more', () => {
    expect(step('2026-01-09')).toBeNull()
    expect(step('2026-01-10')).toBe('first-notice')
    expect(step('2026-02-08', ['2026-01-10'])).toBeNull()
    expect(step('2026-02-09', ['2026-01-10'])).toBe('second-notice')
    expect(step('2026-03-10', ['2026-01-10', '2026-02-09'])).toBeNull()
    expect(step('2026-03-11', ['2026-01-10', '2026-02-09'])).toBe('hide')
  })

  it('notices sent before the last word are void', () => {
    expect(step('2027-02-01', ['2026-01-10', '2026-02-09'], '2026-02-01')).toBe('second-notice')
    expect(step('2027-03-01', ['2026-01-10', '2026-02-09'], '2026-02-10')).toBe('first-notice')
  })
})
