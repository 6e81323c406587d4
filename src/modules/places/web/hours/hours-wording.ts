import { addDays, type Day, weekday } from '../../../../kernel/day.ts'
import { formatDay, formatHour, plural } from '../../../../ui/french.ts'
import type { DayHours } from '../../domain/hours/hours-on.ts'
import type { DayPlan, HoursException, HoursPlan } from '../../domain/hours/hours-plan.ts'
import type { CivilMoment } from '../../domain/hours/open-state.ts'
import type { HoursNow } from '../../domain/hours/place-hours.ts'
import type { Span } from '../../domain/hours/rules.ts'

const NO_BREAK = '\u00a0'
const DAYS = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'] as const

/** Under this, in minutes, one waits rather than come back. */
const SOON = 60

/** « Ouvert, ferme à 18 h », « Ouvre dans 20 minutes », « Fermé, ouvre mardi à 9 h ». DIR-53. */
export function stateText({ now, state }: HoursNow): string {
  if (state.state === 'unsure') return unsureText(state.comment)
  if (state.state === 'open')
    return state.until ? `Ouvert, ferme ${momentText(now, state.until)}` : 'Toujours ouvert'
  if (!state.opens) return 'Fermé pour le moment'
  const wait = state.opens.minute - now.minute
  if (state.opens.day === now.day && wait <= SOON) return `Ouvre dans ${plural(wait, 'minute', 'minutes')}`
  return `Fermé, ouvre ${momentText(now, state.opens)}`
}

function unsureText(comment: string): string {
  return comment
    ? `Aujourd’hui, à confirmer : ${comment}`
    : 'Aujourd’hui, horaires à confirmer avant de venir'
}

/** « à 18 h », « demain à 9 h », « mardi à 9 h », « le 3 août 2026 à 9 h ». */
function momentText(now: CivilMoment, { day, minute }: CivilMoment): string {
  const hour = `à ${minuteText(minute)}`
  if (day === now.day) return hour
  if (day === addDays(now.day, 1)) return minute === 0 ? 'à minuit' : `demain ${hour}`
  if (day < addDays(now.day, 7)) return `${(DAYS[(weekday(day) + 6) % 7] ?? '').toLowerCase()} ${hour}`
  return `le ${formatDay(day)} ${hour}`
}

/** « 9 h – 12 h », on one line, « toute la journée ». */
function spanText({ start, end }: Span): string {
  return start === 0 && end === 1440
    ? 'toute la journée'
    : `${minuteText(start)}${NO_BREAK}–${NO_BREAK}${minuteText(end)}`
}

function minuteText(minutes: number): string {
  const inDay = minutes % 1440
  return formatHour(
    `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`,
  )
}

/** « 9 h – 12 h et 14 h – 17 h », « Fermé », « Sur rendez-vous (à confirmer) ». */
export function hoursText({ spans, isUnsure, comment }: DayHours): string {
  const [only] = spans
  const isAllDay = spans.length === 1 && only?.start === 0 && only.end === 1440
  if (isUnsure && isAllDay) return comment || 'À confirmer'
  const text = spans.length === 0 ? 'Fermé' : spans.map(spanText).join(' et ')
  const told = comment ? `${text} (${comment})` : text
  return isUnsure ? `À confirmer : ${told}` : told
}

/** The week in as few lines as it takes: « Du mardi au vendredi », « Samedi et dimanche ». */
export function weekLines(week: readonly DayHours[]): { days: string; hours: string }[] {
  const lines: { first: number; last: number; hours: string }[] = []
  for (const [index, day] of week.entries()) {
    const hours = hoursText(day)
    const line = lines.at(-1)
    if (line?.hours === hours) line.last = index
    else lines.push({ first: index, last: index, hours })
  }
  return lines.map(({ first, last, hours }) => ({ days: daysText(first, last), hours }))
}

function daysText(first: number, last: number): string {
  const [from = '', to = ''] = [DAYS[first], DAYS[last]?.toLowerCase()]
  if (first === last) return from
  if (last - first === 6) return 'Tous les jours'
  return last === first + 1 ? `${from} et ${to}` : `Du ${from.toLowerCase()} au ${to}`
}

/** « Mardi 14 juillet 2026 ». */
export function dateText(on: Day): string {
  return `${DAYS[(weekday(on) + 6) % 7] ?? ''} ${formatDay(on)}`
}

/** « Mardi 14 juillet 2026 », « Du lundi 3 août au vendredi 21 août 2026 ». */
export function datesText(first: Day, last: Day): string {
  if (first === last) return dateText(first)
  const from = dateText(first).replace(
    first.slice(0, 4) === last.slice(0, 4) ? ` ${first.slice(0, 4)}` : '',
    '',
  )
  return `Du ${lowered(from)} au ${lowered(dateText(last))}`
}

/** How the public will read hours that are being filled in, one sentence a line. DIR-53. */
export function planSentences({
  week,
  holidayWeek,
  isClosedOnPublicHolidays,
  exceptions,
}: HoursPlan): string[] {
  return [
    ...weekSentences(week),
    ...(holidayWeek
      ? weekSentences(holidayWeek).map((line) => `Pendant les vacances scolaires, ${lowered(line)}`)
      : []),
    isClosedOnPublicHolidays ? 'Fermé les jours fériés.' : 'Les jours fériés, à confirmer avant de venir.',
    ...exceptions.map(exceptionSentence),
  ]
}

function weekSentences(week: readonly DayPlan[]): string[] {
  const days = week.map((spans) => ({ spans, isUnsure: false, comment: '' }))
  return weekLines(days).map(({ days: named, hours }) => `${named} : ${lowered(hours)}.`)
}

function exceptionSentence({ first, last, spans, reason }: HoursException): string {
  const dates = first === last ? `Le ${formatDay(first)}` : `Du ${formatDay(first)} au ${formatDay(last)}`
  const hours = lowered(hoursText({ spans, isUnsure: false, comment: reason }))
  return `${dates} : ${hours}.`
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
