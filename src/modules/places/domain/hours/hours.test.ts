import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '../../../../kernel/day.ts'
import { instant } from '../../../../kernel/instant.ts'
import { through } from '../../../../kernel/period.ts'
import { type CompiledHours, hoursCompiler, hoursFrom } from './compile-hours.ts'
import { emptyBook } from './holiday-book.ts'
import { hoursOn, knownDate } from './hours-on.ts'
import { openState } from './open-state.ts'
import { clockOf, departmentOfPlace, zoneOfPlace } from './place-clock.ts'
import { calendarOfPlace } from './place-holidays.ts'
import { readRules } from './rules.ts'

const rennes = calendarOfPlace('35')
const compileTwoWeeks = hoursCompiler(rennes, day('2026-06-15'), 14)
/** When it is surely open in an ordinary week: minutes since Monday midnight. */
const weekMinutes = ({ week }: CompiledHours) =>
  week.flatMap(({ spans, isUnsure }, number) =>
    isUnsure
      ? []
      : spans.map(({ start, end }) => ({ start: number * 1440 + start, end: number * 1440 + end })),
  )
const spanOn = (number: number) => ({ start: number * 1440 + 540, end: number * 1440 + 720 })

/** « 540-720 840-1020 », « ? » when one has to ask, null when the text is not read. */
function on(text: string, date: string, calendar = rennes): string | null {
  const rules = readRules(text)
  if (!rules) return null
  const { spans, isUnsure } = hoursOn(rules, knownDate(day(date), calendar))
  return `${spans.map(({ start, end }) => `${start}-${end}`).join(' ')}${isUnsure ? '?' : ''}`
}

// 2026-06-15 is a Monday.
describe('opening hours of a date (DIR-49)', () => {
  it.each([
    ['Mo-Fr 09:00-12:00,13:30-17:30; Tu 09:00-12:00', '2026-06-16', '540-720'],
    ['Mo-Fr 09:00-12:00; We off', '2026-06-17', ''],
    ['Mo-Fr 09:00-12:00; We off', '2026-06-18', '540-720'],
    ['Mo 09:00-12:00, Tu 14:00-17:00', '2026-06-16', '840-1020'],
    ['Mo 09:00-12:00, Mo 14:00-17:00', '2026-06-15', '540-720 840-1020'],
    ['Mo 09:00-12:00; Mo 14:00-17:00', '2026-06-15', '840-1020'],
    ['Mo-Fr 09:00-17:00; Mo-Fr 12:00-13:00 off', '2026-06-15', '540-720 780-1020'],
    ['Fr 18:00-02:00', '2026-06-19', '1080-1560'],
    ['24/7', '2026-06-21', '0-1440'],
    ['Sa-Mo 10:00-11:00', '2026-06-21', '600-660'],
    // Dates and seasons.
    ['Apr-Sep Mo 09:00-12:00; Oct-Mar Mo 10:00-12:00', '2026-06-15', '540-720'],
    ['Apr-Sep Mo 09:00-12:00; Oct-Mar Mo 10:00-12:00', '2026-12-14', '600-720'],
    ['Nov-Feb Mo 10:00-12:00', '2027-01-04', '600-720'],
    ['Nov-Feb Mo 10:00-12:00', '2026-06-15', ''],
    ['Apr 15-Jun 16: Mo-Su 10:00-12:00', '2026-06-16', '600-720'],
    ['Apr 15-Jun 16: Mo-Su 10:00-12:00', '2026-06-17', ''],
    ['Jun 15-30 Mo-Fr 08:00-12:00', '2026-06-30', '480-720'],
    ['Mo-Fr 09:00-12:00; Aug off', '2026-08-03', ''],
    ['Mo-Fr 09:00-12:00; Dec 24-Jan 2 off', '2026-12-31', ''],
    ['Mo-Su 09:00-12:00; 2026 Dec 24-2027 Jan 2 off', '2027-01-02', ''],
    ['Mo-Su 09:00-12:00; 2026 Dec 24-2027 Jan 2 off', '2027-12-24', '540-720'],
    ['Mo-Su 09:00-12:00; Jun 15,Jun 17 off', '2026-06-17', ''],
    ['2026 Mo-Su 09:00-12:00', '2027-06-15', ''],
    // Weeks and days of the month.
    ['week 1-53/2 Mo 09:00-12:00', '2026-06-15', '540-720'],
    ['week 2-52/2 Mo 09:00-12:00', '2026-06-15', ''],
    ['week 53 Fr 09:00-12:00', '2027-01-01', '540-720?'],
    ['Mo[3] 09:00-12:00', '2026-06-15', '540-720'],
    ['Mo[1,3] 09:00-12:00', '2026-06-08', ''],
    ['Tu[-1] 09:00-12:00', '2026-06-30', '540-720'],
    ['Tu[-1] 09:00-12:00', '2026-06-23', ''],
    // On request, and comments.
    ['Mo-Fr 09:00-12:00; Sa unknown "sur rendez-vous"', '2026-06-20', '0-1440?'],
    ['"sur rendez-vous"', '2026-06-20', '0-1440?'],
    ['Mo 09:00-12:00 "fermé pendant les travaux; appelez"', '2026-06-15', '540-720'],
    ['Mo 09:00-12:00 || "sur rendez-vous"', '2026-06-15', '540-720'],
    ['Mo 09:00-12:00 || "sur rendez-vous"', '2026-06-16', '0-1440?'],
  ])('%s, on %s: %s', (text, date, expected) => expect(on(text, date)).toBe(expected))

  it.each([
    'Mo-Fr 09:00-12:00-14:00',
    'Mo 08:22',
    'Mo 10:00+',
    'sunrise-sunset',
    'easter off',
    'lundi 9h-12h',
    'Mo',
    '25:00-26:00',
    'Mo 09:75-10:00',
    'Mo-Th 10h00-12h30',
    'Mo-Fr 09:00-12:00 Tu',
    '',
  ])('guesses nothing from « %s »', (text) => expect(readRules(text)).toBeNull())

  it('reads or refuses any text without an error, and no span is empty', () => {
    const pieces = fc.constantFrom(
      'Mo',
      'Tu-Fr',
      ' ',
      ',',
      ';',
      '09:00-12:00',
      'off',
      'PH',
      'SH',
      '[1]',
      'Jan',
      '"x"',
      '||',
    )
    const texts = fc.oneof(
      fc.string(),
      fc.array(pieces, { maxLength: 8 }).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        const compiled = compileTwoWeeks(readRules(text) ?? [])
        for (const span of weekMinutes(compiled)) expect(span.end).toBeGreaterThan(span.start)
      }),
    )
  })
})

describe('public and school holidays (DIR-51, DIR-52)', () => {
  const strasbourg = calendarOfPlace('67')
  const saintDenis = calendarOfPlace('974')
  const noumea = calendarOfPlace('988')
  it.each([
    ['Mo-Fr 09:00-12:00', '2026-07-14', rennes, '540-720?'],
    ['Mo-Fr 09:00-12:00; PH off', '2026-07-14', rennes, ''],
    ['Mo-Fr,PH 09:00-12:00', '2026-07-14', rennes, '540-720'],
    ['Mo-Sa 09:00-12:00', '2026-12-26', strasbourg, '540-720?'],
    ['Mo-Sa 09:00-12:00', '2026-12-26', rennes, '540-720'],
    ['Mo-Su 09:00-12:00', '2026-12-20', saintDenis, '540-720?'],
    ['Mo-Su 09:00-12:00', '2026-12-20', rennes, '540-720'],
    ['Mo-Fr 09:00-12:00', '2026-09-24', noumea, '540-720?'],
  ])('%s, on %s', (text, date, calendar, expected) => expect(on(text, date, calendar)).toBe(expected))

  it('a week for the holidays of the schools, known or not', () => {
    const text = 'Mo-Fr 09:00-12:00; SH Mo-Fr 14:00-17:00'
    const loaded = calendarOfPlace('35', {
      ...emptyBook,
      school: new Map([['B', [through(day('2026-07-04'), day('2026-08-31'))]]]),
    })
    expect(on(text, '2026-07-06', loaded)).toBe('840-1020')
    expect(on(text, '2026-06-15', loaded)).toBe('540-720')
    expect(on(text, '2026-07-06')).toBe('540-720?')
    expect(on('SH off', '2026-07-06', loaded)).toBe('')
  })
})

describe('hours worked out for a year ahead (DIR-49)', () => {
  const compile = hoursCompiler(rennes, day('2026-06-17'))
  it('are an ordinary week and the dates that differ', () => {
    const compiled = compile(readRules('Mo-Fr 09:00-12:00; We off; PH off') ?? [])
    expect(weekMinutes(compiled)).toEqual([0, 1, 3, 4].map((number) => spanOn(number)))
    expect([...compiled.exceptions.keys()]).toContain('2026-07-14')
    expect(compiled.exceptions.has(day('2026-07-16'))).toBe(false)
  })

  it('say of any date what the rules say', () => {
    const texts = [
      'Mo-Fr 09:00-12:00,13:30-17:30; Tu 09:00-12:00',
      'Apr-Sep Mo-Sa 09:00-12:00; Oct-Mar Mo-Fr 10:00-12:00; PH off',
      'Fr 18:00-02:00; week 1-53/2 Sa 10:00-12:00',
      'Mo[1] 09:00-12:00; "sur rendez-vous"',
    ]
    for (const text of texts) {
      const rules = readRules(text) ?? []
      const compiled = compile(rules)
      for (let step = 0; step < 400; step += 1) {
        const date = addDays(day('2026-06-17'), step)
        expect(hoursFrom(compiled, date)).toEqual(hoursOn(rules, knownDate(date, rennes)))
      }
    }
  })
})

describe('open or not, and what comes next (DIR-53)', () => {
  const at = (text: string, date: string, time: string) => {
    const rules = readRules(text) ?? []
    const [hours = 0, minutes = 0] = time.split(':').map(Number)
    return openState((of) => hoursOn(rules, knownDate(of, rennes)), {
      day: day(date),
      minute: hours * 60 + minutes,
    })
  }
  const moment = (date: string, minute: number) => ({ day: date as Day, minute })
  it.each([
    ['Mo-Fr 09:00-12:00', '2026-06-15', '09:00', { state: 'open', until: moment('2026-06-15', 720) }],
    ['Mo-Fr 09:00-12:00', '2026-06-15', '12:00', { state: 'closed', opens: moment('2026-06-16', 540) }],
    ['Mo-Fr 09:00-12:00', '2026-06-19', '13:00', { state: 'closed', opens: moment('2026-06-22', 540) }],
    [
      'Mo-Fr 09:00-12:00,14:00-17:00',
      '2026-06-15',
      '12:30',
      { state: 'closed', opens: moment('2026-06-15', 840) },
    ],
    ['Fr 18:00-02:00', '2026-06-20', '01:30', { state: 'open', until: moment('2026-06-20', 120) }],
    ['Fr 18:00-02:00', '2026-06-19', '23:00', { state: 'open', until: moment('2026-06-20', 120) }],
    ['Fr-Sa 00:00-24:00', '2026-06-19', '12:00', { state: 'open', until: moment('2026-06-21', 0) }],
    ['24/7', '2026-06-15', '12:00', { state: 'open', until: null }],
    // 14 July: nobody says whether it opens; the next sure day is the 15th.
    ['Mo-Fr 09:00-12:00', '2026-07-14', '10:00', { state: 'unsure', comment: '' }],
    ['Mo-Fr 09:00-12:00', '2026-07-13', '13:00', { state: 'closed', opens: moment('2026-07-15', 540) }],
    ['2025 Mo-Fr 09:00-12:00', '2026-06-15', '10:00', { state: 'closed', opens: null }],
  ])('%s, on %s at %s', (text, date, time, expected) => expect(at(text, date, time)).toEqual(expected))
})

describe('the clocks are those of the place (DIR-50)', () => {
  it.each([
    ['50502', '50000', 'Europe/Paris'],
    ['97105', '97100', 'America/Guadeloupe'],
    [null, '97133', 'America/Guadeloupe'],
    ['97302', '97300', 'America/Cayenne'],
    ['97411', '97400', 'Indian/Reunion'],
    ['98818', '98800', 'Pacific/Noumea'],
    ['98735', '98714', 'Pacific/Tahiti'],
    ['98731', '98742', 'Pacific/Marquesas'],
    ['98719', '98755', 'Pacific/Gambier'],
    ['2A004', '20000', 'Europe/Paris'],
    [null, null, 'Europe/Paris'],
  ])('%s, %s: %s', (inseeCode, postalCode, zone) => expect(zoneOfPlace({ inseeCode, postalCode })).toBe(zone))

  it('are not those of the machine, nor wrong on the day they change', () => {
    const paris = 'Europe/Paris'
    expect(clockOf(paris, instant('2026-06-15T07:30:00Z'))).toEqual({ day: '2026-06-15', minute: 570 })
    expect(clockOf('Pacific/Noumea', instant('2026-06-15T22:30:00Z'))).toEqual({
      day: '2026-06-16',
      minute: 570,
    })
    expect(clockOf(paris, instant('2026-03-29T00:59:00Z')).minute).toBe(119)
    expect(clockOf(paris, instant('2026-03-29T01:00:00Z')).minute).toBe(180)
    expect(clockOf(paris, instant('2026-10-25T00:30:00Z')).minute).toBe(150)
    expect(clockOf(paris, instant('2026-10-25T01:30:00Z')).minute).toBe(150)
  })

  it('the department tells the holidays, Corsica included', () => {
    expect(departmentOfPlace({ inseeCode: '2A004', postalCode: '20000' })).toBe('2A')
    expect(departmentOfPlace({ inseeCode: null, postalCode: '67000' })).toBe('67')
    expect(departmentOfPlace({ inseeCode: '97411', postalCode: '97400' })).toBe('974')
  })
})
