import { describe, expect, it } from 'vitest'
import { type Day, day } from '../../../../kernel/day.ts'
import { type CoursePart, courseOf, gapsOf, standingOn } from './course.ts'
import { informationDuties, reminderStep, semesterOf } from './information.ts'

const part = (
  status: CoursePart['status'],
  from: string,
  until: string | null,
  level: number | null = null,
): CoursePart => ({ status, from: day(from), until: until as Day | null, level })

describe('the course of a label (LAB-30, LAB-34)', () => {
  const course = courseOf([
    part('withdrawn', '2026-06-01', '2026-09-01'),
    part('active', '2026-01-10', '2026-03-01'),
    part('active', '2026-03-01', '2026-04-01'),
    part('suspended', '2026-04-01', '2026-05-01'),
    part('active', '2026-05-01', '2026-06-01'),
    part('active', '2026-09-01', '2026-12-01'),
    part('ended', '2026-12-01', null),
  ])

  it('is told in order, two parts that say the same being one', () => {
    expect(course.map(({ status, from }) => `${from} ${status}`)).toEqual([
      '2026-01-10 active',
      '2026-04-01 suspended',
      '2026-05-01 active',
      '2026-06-01 withdrawn',
      '2026-09-01 active',
      '2026-12-01 ended',
    ])
  })

  it.each([
    ['2026-01-09', 'not_yet', '2026-01-10', undefined],
    ['2026-03-15', 'active', '2026-01-10', '2026-01-10'],
    ['2026-04-01', 'suspended', '2026-04-01', '2026-01-10'],
    ['2026-05-02', 'active', '2026-05-01', '2026-01-10'],
    ['2026-06-01', 'withdrawn', '2026-06-01', '2026-01-10'],
    ['2026-12-24', 'ended', '2026-12-01', '2026-09-01'],
  ])('on %s: %s since %s', (on, status, from, borne) => {
    expect(standingOn(course, day(on))).toMatchObject({ status, from, ...(borne && { borneFrom: borne }) })
  })

  it('keeps its first day through a change of level', () => {
    const levels = courseOf([
      part('active', '2026-01-10', '2026-06-01', 3),
      part('active', '2026-06-01', null, 4),
    ])
    expect(standingOn(levels, day('2026-07-01'))).toMatchObject({ from: '2026-01-10', level: 4 })
  })

  it('shows what it said by mistake (LAB-36)', () => {
    const told = [
      { on: day('2026-01-10'), parts: [part('active', '2026-01-10', null)] },
      {
        on: day('2026-05-05'),
        parts: [part('active', '2026-01-10', '2026-05-06'), part('withdrawn', '2026-05-06', null)],
      },
      { on: day('2026-05-20'), parts: [part('active', '2026-01-10', null)] },
    ]
    expect(gapsOf(told, [part('active', '2026-01-10', null)])).toEqual([
      { status: 'withdrawn', from: '2026-05-06', through: '2026-05-20' },
    ])
    // Corrected before its day came: nobody ever read it.
    const early = [...told.slice(0, 2), { on: day('2026-05-05'), parts: told[0]?.parts ?? [] }]
    expect(gapsOf(early, [part('active', '2026-01-10', null)])).toEqual([])
  })
})

describe('the information of each civil semester (000 art. 4, LAB-32)', () => {
  const duties = (from: string, said: string[], today: string, until: string | null = null) =>
    informationDuties({ from: day(from), until: until as Day | null }, said.map(day), day(today)).map(
      ({ semester, status }) => `${semester.name} ${status}`,
    )

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
    expect(duties('2025-11-03', [], '2026-06-01', '2026-06-15')).toEqual(['2025-H2 fulfilled'])
  })

  it.each([
    ['2026-05-30', null],
    ['2026-05-31', '30d'],
    ['2026-06-05', '30d'],
    ['2026-06-06', null],
    ['2026-06-23', '7d'],
    ['2026-06-30', null],
    ['2026-07-07', '+7d'],
    ['2026-07-13', null],
  ])('on %s the step is %s', (on, step) => {
    expect(reminderStep(semesterOf(day('2026-06-01')), day(on))).toBe(step)
  })
})
