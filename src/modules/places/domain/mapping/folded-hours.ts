import { hoursOfDays } from './day-hours.ts'

const FIRST_DAY = /^(?:nom_)?jour(?:_debut)?$|^day_?of_?week$|^day$/i
const LAST_DAY = /jour_fin$/i
const SAID_BESIDES = /^commentaires?$|^description$|^comment$/i
const TIME = /^([01]?\d|2[0-4]):([0-5]\d)(?::\d\d)?$/
const WEEK = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
const ENGLISH_WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** Some days of the week, and their hours: as the directory of the State writes them, or schema.org. */
export type HoursThing = Readonly<Record<string, unknown>>

export function isHours(thing: HoursThing): boolean {
  return spanOf(thing) !== null
}

/** In the grammar of OpenStreetMap; in words as soon as something is said besides, « sur rendez-vous » being no opening. */
export function hoursText(things: readonly HoursThing[]): string {
  const spans = things.flatMap((thing) => spanOf(thing) ?? [])
  if (spans.some(({ besides }) => besides !== '')) return spans.map(inWords).join('\n')
  return hoursOfDays(
    WEEK.map((_, day) => spans.flatMap(({ days, times }) => (days.includes(day) ? times : [])).join(' / ')),
  )
}

/** Seven days in a row from Monday, each of a morning and an afternoon: `{"matin": ["09:00", "12:00"], "apresMidi": ["Fermé", "Fermé"]}`. */
export function isWeek(values: readonly unknown[]): boolean {
  return values.length === WEEK.length && values.every((value) => halvesOf(value) !== null)
}

/** Of a week that is one. */
export function weekText(values: readonly unknown[]): string {
  return hoursOfDays(values.map((value) => (halvesOf(value) ?? []).join(' / ')))
}

function halvesOf(value: unknown): string[] | null {
  if (value === null || typeof value !== 'object' || !('matin' in value)) return null
  const halves = Object.entries(value).filter(([key]) => /^(?:matin|apres_?midi)$/i.test(key))
  const spans = halves.map(([, half]) =>
    (Array.isArray(half) ? half : []).filter((time) => TIME.test(String(time))),
  )
  return spans.flatMap((times) =>
    times.length === 2 ? [`${cut(String(times[0]))}-${cut(String(times[1]))}`] : [],
  )
}

interface Span {
  /** From 0, Monday. */
  days: readonly number[]
  times: readonly string[]
  besides: string
}

function spanOf(thing: HoursThing): Span | null {
  const named = (name: RegExp) => Object.entries(thing).find(([key]) => name.test(key))?.[1]
  const days = daysOf(named(FIRST_DAY), named(LAST_DAY))
  const hours = Object.values(thing).filter(
    (value) => typeof value === 'string' && TIME.test(value),
  ) as string[]
  if (!days || hours.length === 0 || hours.length % 2 === 1) return null
  const times = hours.flatMap((from, rank) =>
    rank % 2 === 0 ? [`${cut(from)}-${cut(hours[rank + 1] ?? '')}`] : [],
  )
  const besides = named(SAID_BESIDES)
  return { days, times, besides: typeof besides === 'string' ? besides.trim() : '' }
}

/** One day, from one to another, or a list of days; null when one of them is none. */
function daysOf(first: unknown, last: unknown): number[] | null {
  const days = [first].flat().map(dayNumber)
  const [from = -1] = days
  if (days.includes(-1)) return null
  if (last === undefined || last === null || last === '') return days
  const until = dayNumber(last)
  return until < from ? null : Array.from({ length: until - from + 1 }, (_, rank) => from + rank)
}

/** « Lundi », `Monday`, `https://schema.org/Monday`; -1: no day. */
function dayNumber(value: unknown): number {
  const name = typeof value === 'string' ? (value.toLowerCase().split('/').at(-1) ?? '').trim() : ''
  return Math.max(WEEK.indexOf(name), ENGLISH_WEEK.indexOf(name))
}

function cut(time: string): string {
  return time.split(':').slice(0, 2).join(':').padStart(5, '0')
}

function inWords({ days, times, besides }: Span): string {
  const names = days.map((day) => WEEK[day] ?? '')
  const isRun = days.length > 2 && days.every((day, rank) => day === (days[0] ?? 0) + rank)
  const named = isRun ? `${names[0]} au ${names.at(-1)}` : names.join(', ')
  return `${named} ${times.join(' et ')}${besides === '' ? '' : ` (${besides})`}`
}
