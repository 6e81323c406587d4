import { describe, expect, it } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import { hoursCompiler } from './compile-hours.ts'
import { openSchedule } from './open-schedule.ts'
import { calendarOfPlace } from './place-holidays.ts'
import { readRules } from './rules.ts'

const compile = hoursCompiler(calendarOfPlace('35'), day('2026-06-15'), 60)
const scheduleOf = (words: string) => openSchedule(compile(readRules(words) ?? []))
const spans = (words: string) => scheduleOf(words).week.map(({ start, end }) => `${start}-${end}`)

describe('when hours are surely open (DIR-49)', () => {
  it.each([
    ['Mo 09:00-12:00', ['540-720']],
    ['Tu 09:00-12:00,14:00-17:00', ['1980-2160', '2280-2460']],
    ['Su 18:00-02:00', ['0-120', '9720-10080']],
    ['24/7', [0, 1, 2, 3, 4, 5, 6].map((number) => `${number * 1440}-${(number + 1) * 1440}`)],
    ['Mo 09:00-12:00 || "sur rendez-vous"', ['540-720']],
    ['"sur rendez-vous"', []],
  ])('%s', (words, expected) => expect(spans(words)).toEqual(expected))

  it('dates that differ hold what spills over from their eve', () => {
    const { days } = scheduleOf('Mo-Fr 09:00-12:00; 2026 Jun 20 20:00-02:00')
    const known = days.filter(({ on }) => on < '2026-07-01')
    expect(known).toEqual([
      { on: '2026-06-20', spans: [{ start: 1200, end: 1440 }] },
      { on: '2026-06-21', spans: [{ start: 0, end: 120 }] },
    ])
  })

  it('a public holiday of which nothing is said is not surely open (DIR-51)', () => {
    expect(scheduleOf('Mo-Fr 09:00-12:00').days).toEqual([{ on: '2026-07-14', spans: [] }])
    expect(scheduleOf('Mo-Fr 09:00-12:00; 2026 Jul 14 09:00-12:00').days).toEqual([])
  })

  it.each([
    ['Mo-Fr 09:00-18:00', []],
    ['Mo-Fr 09:00-18:30', ['evening']],
    ['Th 17:00-20:00; Sa 09:00-12:00', ['evening', 'saturday']],
    ['Su 14:00-18:00', ['sunday']],
    ['Fr 22:00-02:00', ['saturday']],
  ])('%s offers %s (DIR-53)', (words, moments) => expect(scheduleOf(words).moments).toEqual(moments))
})
