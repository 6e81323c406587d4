import { describe, expect, it } from 'vitest'
import { type Day, day } from '../../../../kernel/day.ts'
import { type CoursePart, courseOf, gapsOf, standingOn } from './course.ts'

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
