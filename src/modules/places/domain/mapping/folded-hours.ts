import { hoursOfDays } from './day-hours.ts'
import { DAYS } from './known-headings.ts'

const FIRST_DAY = /^(?:nom_)?jour(?:_debut)?$|^day_?of_?week$|^day$/i
const LAST_DAY = /jour_fin$/i
const SAID_BESIDES = /^commentaires?$|^description$|^comment$/i
const TIME = /^([01]?\d|2[0-4]):([0-5]\d)(?::\d\d)?$/
const FROM = /debut|opens?|start|ouverture/i
const UNTIL = /fin|closes?|end|fermeture/i

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
    DAYS.map((_, day) => spans.flatMap(({ days, times }) => (days.includes(day) ? times : [])).join(' / ')),
  )
}

/** Seven days in a row from Monday, each of a morning and an afternoon: `{"matin": ["09:00", "12:00"], "apresMidi": ["Fermé", "Fermé"]}`. */
export function isWeek(values: readonly unknown[]): boolean {
  return values.length === DAYS.length && values.every((value) => halvesOf(value) !== null)
}

/** Of a week that is one. */
export function weekText(values: readonly unknown[]): string {
  return hoursOfDays(values.map((value) => (halvesOf(value) ?? []).join(' / ')))
}

function halvesOf(value: unknown): string[] | null {
  if (value === null || typeof value !== 'object' || !('matin' in value)) return null
  const halves = Object.entries(value).filter(([key]) => /^(?:matin|apres_?midi)$/i.test(key))
  return halves.flatMap(([, half]) => {
    const times = [half].flat().filter(isTime).map(cut)
    return times.length === 2 ? [times.join('-')] : []
  })
}

interface Span {
  /** From 0, Monday. */
  days: readonly number[]
  times: readonly string[]
  besides: string
}

function spanOf(thing: HoursThing): Span | null {
  const entries = Object.entries(thing)
  const named = (name: RegExp) => entries.find(([key]) => name.test(key))?.[1]
  const days = daysOf(named(FIRST_DAY), named(LAST_DAY))
  // By their names: a program may write the end before the beginning.
  const told = (name: RegExp) =>
    entries
      .filter(([key]) => name.test(key) && !FIRST_DAY.test(key) && !LAST_DAY.test(key))
      .map(([, value]) => value ?? '')
  const [opening, closing] = [told(FROM), told(UNTIL)]
  const isUnderstood = [...opening, ...closing].every((value) => value === '' || isTime(value))
  const [from, until] = [opening.filter(isTime).map(cut), closing.filter(isTime).map(cut)]
  if (!days || opening.length === 0 || !isUnderstood || from.length !== until.length) return null
  // Nothing opens from an hour to the same one: so schema.org says that it is closed.
  const times = from.flatMap((opens, rank) => (opens === until[rank] ? [] : [`${opens}-${until[rank]}`]))
  const besides = named(SAID_BESIDES)
  return { days, times, besides: typeof besides === 'string' ? besides.trim() : '' }
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && TIME.test(value)
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
  return DAYS.findIndex((names) => names.includes(name))
}

function cut(time: string): string {
  return time.split(':').slice(0, 2).join(':').padStart(5, '0')
}

function inWords({ days, times, besides }: Span): string {
  const names = days.map((day) => DAYS[day]?.[0] ?? '')
  const isRun = days.length > 2 && days.every((day, rank) => day === (days[0] ?? 0) + rank)
  const named = isRun ? `${names[0]} au ${names.at(-1)}` : names.join(', ')
  return [named, times.join(' et '), besides && `(${besides})`].filter((part) => part !== '').join(' ')
}
