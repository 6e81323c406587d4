import { describe, expect, it } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import { timeOf } from '../../../../kernel/instant.ts'
import { closingAfter, hoursOn, openingDayFrom, openingDaysBetween } from '../opening.ts'
import { findSlot, slotProblem, slotsNear, slotsOn } from '../slots.ts'
import { aDesk, at } from '../testing.ts'

const desk = aDesk()
const saturday = new Map([[day('2027-05-08'), { hours: [['09:00', '12:00']] as const, reason: 'Ouverture' }]])
const bridge = new Map([[day('2027-05-07'), { hours: [], reason: 'Pont' }]])

describe('the hours of a desk (EQP-301, EQP-302)', () => {
  it.each([
    ['an ordinary Tuesday', '2027-03-30', desk, 2, null],
    ['a Sunday', '2027-03-28', desk, 0, 'weekly'],
    ['Easter Monday', '2027-03-29', desk, 0, 'holiday'],
    ['L4: Ascension', '2027-05-06', desk, 0, 'holiday'],
    ['L4: the Friday after', '2027-05-07', desk, 2, null],
    ['L4: the same, closed by an override', '2027-05-07', aDesk({ overrides: bridge }), 0, 'override'],
    [
      'L4: a Saturday that is a holiday, opened by an override',
      '2027-05-08',
      aDesk({ overrides: saturday }),
      1,
      null,
    ],
    ['L5: Good Friday in metropolitan France', '2027-03-26', desk, 2, null],
    [
      'L5: Good Friday in Alsace and Moselle',
      '2027-03-26',
      aDesk({ holidays: 'alsace_moselle' }),
      0,
      'holiday',
    ],
    ['Abolition day in La Réunion', '2027-12-20', aDesk({ holidays: 'reunion' }), 0, 'holiday'],
    [
      'a holiday taken out of the set',
      '2027-05-17',
      aDesk({ holidayChanges: new Map([[day('2027-05-17'), false]]) }),
      2,
      null,
    ],
  ] as const)('%s', (_what, on, calendar, intervals, closed) => {
    expect(hoursOn(calendar, day(on))).toMatchObject({ closed })
    expect(hoursOn(calendar, day(on)).hours).toHaveLength(intervals)
  })

  it('counts in opening days, over week-ends and holidays', () => {
    expect(openingDayFrom(desk, day('2027-03-26'), 1)).toBe('2027-03-30')
    expect(openingDayFrom(desk, day('2027-03-30'), -2)).toBe('2027-03-25')
    expect(openingDaysBetween(desk, day('2027-04-05'), day('2027-04-12'))).toBe(5)
    // L25: a pickup on Monday, grace of one opening day: Tuesday at the closing.
    expect(closingAfter(desk, day('2027-09-06'), 1)).toBe(at('2027-09-07 17:00').replace('.000', ''))
    expect(openingDayFrom(aDesk({ rules: [] }), day('2027-01-01'), 1)).toBeNull()
  })
})

describe('the slots of a desk (EQP-303, EQP-305)', () => {
  it('fit whole in their interval', () => {
    expect(slotsOn(desk, day('2027-03-30'), 30).map(({ time }) => time)).toEqual([
      '09:00',
      '09:30',
      '10:00',
      '10:30',
      '11:00',
      '11:30',
      '14:00',
      '14:30',
      '15:00',
      '15:30',
      '16:00',
      '16:30',
    ])
    expect(slotsOn(desk, day('2027-03-30'), 50).map(({ time }) => time)).toEqual([
      '09:00',
      '09:50',
      '10:40',
      '14:00',
      '14:50',
      '15:40',
    ])
  })

  it('keep their hour on the wall on the days when clocks change, and skip the one that does not exist', () => {
    const night = aDesk({
      rules: [{ weekday: 7, opens: '01:00', closes: '05:00', from: day('2020-01-01'), until: null }],
    })
    const times = (on: string) => slotsOn(night, day(on), 60).map(({ time }) => time)
    expect(times('2027-03-28')).toEqual(['03:00', '04:00'])
    expect(times('2027-10-31')).toEqual(['01:00', '03:00', '04:00'])
    for (const slot of slotsOn(night, day('2027-03-28'), 60)) expect(timeOf(slot.start)).toBe(slot.time)
  })

  it.each([
    ['L3: noon, when the desk closes', '2027-03-30 12:00', 'off_grid'],
    ['a quarter past', '2027-03-30 09:15', 'off_grid'],
    ['a Sunday', '2027-03-28 09:00', { closed: 'weekly', reason: '' }],
    ['a slot', '2027-03-30 14:00', null],
  ] as const)('the check and the list agree: %s', (_what, moment, problem) => {
    expect(slotProblem(desk, at(moment), 30)).toEqual(problem)
    expect(findSlot(desk, at(moment), 30) === null).toBe(problem !== null)
  })

  it('EQP-1601: the three nearest that are free', () => {
    const near = slotsNear(desk, at('2027-05-06 10:00'), {
      minutes: 30,
      count: 3,
      isFree: ({ time }) => time < '12:00',
    })
    expect(near.map(({ day: on, time }) => `${on} ${time}`)).toEqual([
      '2027-05-05 11:00',
      '2027-05-05 11:30',
      '2027-05-07 09:00',
    ])
  })
})
