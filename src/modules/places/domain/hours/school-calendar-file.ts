import { addDays, type Day, day, isDay, parseDay } from '../../../../kernel/day.ts'
import { dayOf, type Instant, PARIS, parseInstant } from '../../../../kernel/instant.ts'
import type { Period } from '../../../../kernel/period.ts'
import { folded } from '../fold.ts'
import { ofArea } from './place-clock.ts'
import { SCHOOL_ZONES } from './school-zones.ts'

export interface ReadHoliday {
  readonly zone: string
  readonly name: string
  readonly period: Period
}

const OVERSEAS: Readonly<Record<string, string>> = {
  guadeloupe: '971',
  martinique: '972',
  guyane: '973',
  reunion: '974',
  'la reunion': '974',
  'saint pierre et miquelon': '975',
  mayotte: '976',
  'saint barthelemy': '977',
  'saint martin': '978',
  'wallis et futuna': '986',
  polynesie: '987',
  'polynesie francaise': '987',
  'nouvelle caledonie': '988',
}

/** « Zone A », « Corse », « La Réunion », « 974 »; null: no zone of ours. */
export function zoneNamed(text: string): string | null {
  const name = folded(text)
  const letter = /^(?:zone )?([abc])$/.exec(name)?.[1]
  if (letter) return letter.toUpperCase()
  if (name === 'corse') return 'Corse'
  return OVERSEAS[name] ?? SCHOOL_ZONES.find((zone) => zone === text.trim()) ?? null
}

/** Which column says what, by the first words known for it. The last day of « fin » and « au » is a holiday; that of `end_date` is not. */
const COLUMNS = {
  zone: ['zones', 'zone'],
  name: ['description', 'nom', 'vacances', 'name'],
  start: ['start_date', 'date de debut', 'debut', 'du'],
  end: ['end_date', 'date de fin', 'fin', 'au'],
  population: ['population'],
} as const
/** The national calendar names them so: the day classes begin again. */
const EXCLUSIVE = new Set(['end_date', 'date de fin'])

export type HolidayColumns = Readonly<Partial<Record<keyof typeof COLUMNS, number>>> & {
  readonly isEndExcluded: boolean
}

/** Null: no column of a zone, of a first and of a last day. */
export function holidayColumns(header: readonly string[]): HolidayColumns | null {
  const names = header.map((name) => (name.includes('_') ? name.trim().toLowerCase() : folded(name)))
  const find = (known: readonly string[]) => {
    const rank = names.findIndex((name) => known.includes(name))
    return rank === -1 ? undefined : rank
  }
  const found = Object.fromEntries(
    Object.entries(COLUMNS).flatMap(([what, known]) => {
      const rank = find(known)
      return rank === undefined ? [] : [[what, rank]]
    }),
  ) as Partial<Record<keyof typeof COLUMNS, number>>
  if (found.zone === undefined || found.start === undefined || found.end === undefined) return null
  return { ...found, isEndExcluded: EXCLUSIVE.has(names[found.end] ?? '') }
}

/** One row; null for what is no holiday of pupils, or cannot be read. */
export function readHolidayRow(cells: readonly string[], columns: HolidayColumns): ReadHoliday | null {
  const cell = (what: keyof typeof COLUMNS) =>
    columns[what] === undefined ? '' : (cells[columns[what]] ?? '').trim()
  if (folded(cell('population')) === 'enseignants') return null
  const zone = zoneNamed(cell('zone'))
  if (zone === null) return null
  return holidayOf(zone, cell('name'), [cell('start'), cell('end')], columns.isEndExcluded)
}

function holidayOf(
  zone: string,
  name: string,
  [first, last]: readonly [string, string],
  isEndExcluded: boolean,
): ReadHoliday | null {
  const start = readDay(first, zone)
  const end = readDay(last, zone)
  if (!start || !end) return null
  const period = { start, end: isEndExcluded ? end : addDays(end, 1) }
  return period.start < period.end ? { zone, name, period } : null
}

/** A day, or the instant at which it begins on the clocks of the zone. */
function readDay(text: string, zone: string): Day | null {
  const iso = text.slice(0, 10)
  if (/T\d/.test(text)) {
    const at = parseInstant(text)
    return at ? dayOf(at as Instant, ofArea(zone).zone || PARIS) : isDay(iso) ? day(iso) : null
  }
  return parseDay(text)
}

/** The whole-day events of a calendar. `zone`: of those that do not say theirs. */
export function readHolidayCalendar(text: string, zone: string | null): ReadHoliday[] {
  const unfolded = text.replace(/\r?\n[ \t]/g, '')
  return [...unfolded.matchAll(/BEGIN:VEVENT([\s\S]*?)END:VEVENT/g)].flatMap(([, event = '']) => {
    const line = (name: string) =>
      new RegExp(`^${name}(?:;[^:\\n]*)?:(.*)$`, 'm').exec(event)?.[1]?.trim() ?? ''
    const [from, until] = [line('DTSTART'), line('DTEND')].map(dashed)
    const said = [line('LOCATION'), line('SUMMARY'), line('DESCRIPTION')].join(' ')
    const own = /\bZone ([ABC])\b/i.exec(said)?.[1]?.toUpperCase() ?? zone
    if (!own || !from) return []
    return holidayOf(own, line('SUMMARY').replaceAll('\\,', ','), [from, until || from], until !== '') ?? []
  })
}

/** `20261017` and `20261017T000000` are written as days are. */
function dashed(text: string): string {
  const [, year, month, number] = /^(\d{4})(\d{2})(\d{2})/.exec(text) ?? []
  return year ? `${year}-${month}-${number}` : ''
}

/** Academies of one zone repeat the same days: each is kept once, and those that touch are one. */
export function merged(holidays: readonly ReadHoliday[]): ReadHoliday[] {
  const sorted = [...holidays].sort((one, other) =>
    one.zone === other.zone
      ? one.period.start < other.period.start
        ? -1
        : 1
      : one.zone < other.zone
        ? -1
        : 1,
  )
  const kept: ReadHoliday[] = []
  for (const holiday of sorted) {
    const last = kept.at(-1)
    const lastEnd = last?.period.end ?? null
    if (last?.zone === holiday.zone && lastEnd !== null && holiday.period.start <= lastEnd) {
      const end = holiday.period.end !== null && holiday.period.end > lastEnd ? holiday.period.end : lastEnd
      kept[kept.length - 1] = { ...last, period: { start: last.period.start, end } }
    } else kept.push(holiday)
  }
  return kept
}
