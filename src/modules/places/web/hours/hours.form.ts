import { z } from 'zod'
import { type Day, parseDay } from '../../../../kernel/day.ts'
import type { FormState, Problem } from '../../../../platform/http/form.ts'
import {
  type DayPlan,
  type HoursException,
  type HoursPlan,
  NO_HOURS,
  planOf,
  wordsOfPlan,
} from '../../domain/hours/hours-plan.ts'
import type { Span } from '../../domain/hours/rules.ts'

/** The fields of the hours editor, and what they say. Whoever holds the form spreads `hoursFields` in its own. */

export const DAY_WORDS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const
/** `h`: the ordinary week; `v`: the one of the school holidays. */
export type WeekName = 'h' | 'v'
export const MOST_EXCEPTIONS = 12
const EDGES = ['de_1', 'a_1', 'de_2', 'a_2'] as const
type Edge = (typeof EDGES)[number]
/** Words no grid can say are kept as they are, in this field. */
export const WORDS_FIELD = 'horaires'

export function timeField(week: WeekName, day: string, edge: Edge): string {
  return `${week}_${day}_${edge}`
}

export const exceptionField = (rank: number, part: 'du' | 'au' | 'heures' | 'motif') => `ex_${rank}_${part}`

const exceptionRanks = Array.from({ length: MOST_EXCEPTIONS }, (_, index) => index + 1)

const NAMES: readonly string[] = [
  WORDS_FIELD,
  'vacances',
  'feries',
  ...(['h', 'v'] as const).flatMap((week) =>
    DAY_WORDS.flatMap((day) => EDGES.map((edge) => timeField(week, day, edge))),
  ),
  ...exceptionRanks.flatMap((rank) =>
    (['du', 'au', 'heures', 'motif'] as const).map((part) => exceptionField(rank, part)),
  ),
]

const TOO_LONG = 'Ce texte est trop long : 500 signes au plus.'

/** Every field of the editor, for the object of a form. */
export const hoursFields = Object.fromEntries(
  NAMES.map((name) => [
    name,
    z
      .string()
      .max(name === WORDS_FIELD ? 5000 : 500, { message: TOO_LONG })
      .default(''),
  ]),
) as Record<string, z.ZodDefault<z.ZodString>>

type Typed = FormState['values']

/** What the editor shows of the hours of a place. */
export function hoursValues(words: string | null): Record<string, string> {
  const plan = words ? planOf(words) : NO_HOURS
  if (!plan) return { [WORDS_FIELD]: words ?? '' }
  return {
    ...weekValues('h', plan.week),
    ...(plan.holidayWeek ? { vacances: 'oui', ...weekValues('v', plan.holidayWeek) } : {}),
    ...(plan.isClosedOnPublicHolidays ? { feries: 'ferme' } : {}),
    ...Object.fromEntries(
      plan.exceptions.slice(0, MOST_EXCEPTIONS).flatMap(({ first, last, spans, reason }, index) => [
        [exceptionField(index + 1, 'du'), frenchDay(first)],
        [exceptionField(index + 1, 'au'), first === last ? '' : frenchDay(last)],
        [
          exceptionField(index + 1, 'heures'),
          spans.map(({ start, end }) => `${hour(start)}-${hour(end)}`).join(', '),
        ],
        [exceptionField(index + 1, 'motif'), reason],
      ]),
    ),
  }
}

function weekValues(week: WeekName, plan: readonly DayPlan[]): Record<string, string> {
  return Object.fromEntries(
    DAY_WORDS.flatMap((day, number) =>
      (plan[number] ?? []).flatMap(({ start, end }, rank) => [
        [timeField(week, day, rank === 0 ? 'de_1' : 'de_2'), hour(start)],
        [timeField(week, day, rank === 0 ? 'a_1' : 'a_2'), hour(end)],
      ]),
    ),
  )
}

export type ReadHours =
  | { readonly words: string; readonly plan: HoursPlan | null }
  | { readonly problems: Problem[] }

/** The words of what was typed; `plan` null: words kept as they stand. Exceptions that are over before `today` are dropped. */
export function readHours(typed: Typed, today: Day): ReadHours {
  const kept = text(typed, WORDS_FIELD)
  if (kept !== '' && !isGridUsed(typed)) return { words: kept, plan: null }
  const problems: Problem[] = []
  const plan = {
    week: readWeek('h', typed, problems),
    holidayWeek: text(typed, 'vacances') === 'oui' ? readWeek('v', typed, problems) : null,
    isClosedOnPublicHolidays: text(typed, 'feries') === 'ferme',
    exceptions: exceptionRanks.flatMap((rank) => readException(rank, typed, problems) ?? []),
  }
  if (problems.length > 0) return { problems }
  const current = { ...plan, exceptions: sorted(plan.exceptions.filter(({ last }) => last >= today)) }
  return { words: isSilent(current) ? '' : wordsOfPlan(current), plan: current }
}

/** « Fermé les jours fériés » alone says no hours. */
function isSilent({ week, holidayWeek, exceptions }: HoursPlan): boolean {
  return [...week, ...(holidayWeek ?? [])].every((spans) => spans.length === 0) && exceptions.length === 0
}

function sorted(exceptions: readonly HoursException[]): HoursException[] {
  return [...exceptions].sort((one, other) => (one.first < other.first ? -1 : 1))
}

function isGridUsed(typed: Typed): boolean {
  return Object.keys(typed).some((name) => /^[hv]_/.test(name) && text(typed, name) !== '')
}

function readWeek(week: WeekName, typed: Typed, problems: Problem[]): DayPlan[] {
  return DAY_WORDS.map((day) => {
    const read = (rank: 1 | 2) => readSpan(week, day, rank, typed, problems)
    const [morning, afternoon] = [read(1), read(2)]
    if (morning && afternoon && afternoon.start < morning.end)
      problems.push({
        field: timeField(week, day, 'de_2'),
        message: `Le ${day}, la seconde ouverture commence avant la fin de la première.`,
      })
    return [morning, afternoon].filter((span) => span !== null)
  })
}

function readSpan(week: WeekName, day: string, rank: 1 | 2, typed: Typed, problems: Problem[]): Span | null {
  const names = [timeField(week, day, `de_${rank}`), timeField(week, day, `a_${rank}`)] as const
  const [from, until] = [text(typed, names[0]), text(typed, names[1])]
  if (from === '' && until === '') return null
  const [start, end] = [minutesOf(from), minutesOf(until)]
  const wrong = (field: string, message: string) => {
    problems.push({ field, message })
    return null
  }
  if (start === null) return wrong(names[0], `Le ${day}, écrivez l’heure d’ouverture ainsi : 09:00.`)
  if (end === null) return wrong(names[1], `Le ${day}, écrivez l’heure de fermeture ainsi : 17:30.`)
  // Midnight ends the day.
  const last = end === 0 ? 1440 : end
  if (last <= start) return wrong(names[1], `Le ${day}, la fermeture est avant l’ouverture.`)
  return { start, end: last }
}

function readException(rank: number, typed: Typed, problems: Problem[]): HoursException | null {
  const part = (name: 'du' | 'au' | 'heures' | 'motif') => text(typed, exceptionField(rank, name))
  if (part('du') === '' && part('au') === '' && part('heures') === '' && part('motif') === '') return null
  const wrong = (name: 'du' | 'au' | 'heures', message: string) => {
    problems.push({ field: exceptionField(rank, name), message })
    return null
  }
  const first = parseDay(part('du'))
  if (!first) return wrong('du', 'Donnez le premier jour de cette exception, par exemple 03/08/2026.')
  const last = part('au') === '' ? first : parseDay(part('au'))
  if (!last)
    return wrong('au', 'Écrivez le dernier jour ainsi : 21/08/2026, ou laissez vide pour un seul jour.')
  if (last < first) return wrong('au', 'Le dernier jour est avant le premier.')
  const spans = readSpans(part('heures'))
  if (!spans)
    return wrong('heures', 'Écrivez les heures ainsi : 09:00-12:00, 14:00-17:00 ; laissez vide pour fermé.')
  return { first, last, spans, reason: part('motif') }
}

/** « 9h-12h et 14h-17h30 », « 09:00-12:00, 14:00-17:00 », « fermé »; null when it is not read. */
export function readSpans(typed: string): Span[] | null {
  if (typed === '' || /^ferm/i.test(typed)) return []
  const spans = typed.split(/,|;|\bet\b|\//).map((piece) => {
    const [from = '', until = '', ...more] = piece.split(/[-–—]|\bà\b/).map((edge) => edge.trim())
    const [start, end] = [minutesOf(from), minutesOf(until)]
    if (more.length > 0 || start === null || end === null) return null
    return { start, end: end === 0 ? 1440 : end }
  })
  const known = spans.filter((span) => span !== null)
  const isInOrder = known.every(({ start, end }, rank) => start < end && start >= (known[rank - 1]?.end ?? 0))
  return known.length === spans.length && isInOrder ? known : null
}

/** The form with Monday's hours on the four days after it. */
export function copiedFromMonday(typed: Typed, week: WeekName): Record<string, string | readonly string[]> {
  const copies = DAY_WORDS.slice(1, 5).flatMap((day) =>
    EDGES.map((edge) => [timeField(week, day, edge), text(typed, timeField(week, 'lundi', edge))]),
  )
  return { ...typed, ...Object.fromEntries(copies) }
}

/** `09:00`, `9h`, `9 h 30`. */
function minutesOf(typed: string): number | null {
  const [, hours, minutes = '0'] = /^(\d{1,2})\s*(?:[:h]\s*(\d{2})?)?$/i.exec(typed) ?? []
  if (hours === undefined) return null
  const total = Number(hours) * 60 + Number(minutes)
  return Number(minutes) < 60 && total <= 1440 ? total : null
}

function text(typed: Typed, name: string): string {
  const value = typed[name]
  return typeof value === 'string' ? value.trim() : ''
}

function hour(minutes: number): string {
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

function frenchDay(day: Day): string {
  return day.split('-').reverse().join('/')
}
