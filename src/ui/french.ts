import { civil, type Day, daysBetween, weekday } from '../kernel/day.ts'
import { FRENCH_MONTHS } from '../kernel/french-months.ts'
import { dayOf, type Instant, timeOf } from '../kernel/instant.ts'

const DAYS_IN_MONTH = 365.25 / 12
const NO_BREAK = '\u00a0'
const WEEKDAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi']
const NUMBER = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 2 })

/** « 17 juin 2026 », « 1er juin 2026 ». Ordinary spaces: `<time>` never breaks, and a search finds the words. */
export function formatDay(of: Day): string {
  const { year, month, day } = civil(of)
  return `${day === 1 ? '1er' : day} ${FRENCH_MONTHS[month - 1]} ${year}`
}

/** « lundi 23 novembre 2026 », for a day one must come; the `understood` year of a near day is left out. */
export function formatWeekday(of: Day, year: 'told' | 'understood' = 'told'): string {
  const told = `${WEEKDAYS[weekday(of)]} ${formatDay(of)}`
  return year === 'told' ? told : told.slice(0, -' 2026'.length)
}

/** « du 23 au 27 novembre 2026 », « du 30 novembre au 2 décembre 2026 », « le 23 novembre 2026 »: both days included. */
export function formatPeriod(first: Day, last: Day): string {
  if (first === last) return `le ${formatDay(first)}`
  const [from, until] = [civil(first), civil(last)]
  if (from.year !== until.year) return `du ${formatDay(first)} au ${formatDay(last)}`
  const words = formatDay(first).split(' ')
  const kept = words.slice(0, from.month === until.month ? 1 : 2).join(' ')
  return `du ${kept} au ${formatDay(last)}`
}

/** The first letter of a sentence: « Du 3 au 5 mai 2026 ». */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** « dans 12 jours », « il y a 3 mois ». To the nearest unit: days up to two months, months up to two years. */
export function relativeDay(of: Day, today: Day): string {
  const days = daysBetween(today, of)
  if (days === 0) return 'aujourd’hui'
  if (days === 1) return 'demain'
  if (days === -1) return 'hier'
  const distance = distanceInWords(Math.abs(days))
  return days > 0 ? `dans ${distance}` : `il y a ${distance}`
}

/** « 17 juin 2026, dans 12 jours »: the relative form never stands alone. */
export function formatDayRelative(of: Day, today: Day): string {
  return `${formatDay(of)}, ${relativeDay(of, today)}`
}

/** « 13 241 », « 0,5 »: U+202F between thousands, two decimals at most. */
export function formatNumber(value: number): string {
  return NUMBER.format(value)
}

/** « 3 lieux », « 0 lieu »: in French the plural starts at two. */
export function plural(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${Math.abs(count) < 2 ? one : many}`
}

/** « d’Estuaire connecté », « du Réseau du Nord », « de La Baie ». */
export function ofName(name: string): string {
  if (/^[aeiouyàâéèêëîïôùûœ]/i.test(name)) return `d’${name}`
  return `de ${name}`.replace(/^de Le /, 'du ').replace(/^de Les /, 'des ')
}

/** `14:30` → « 14 h 30 », `09:00` → « 9 h ». Seconds are dropped. */
export function formatHour(time: string): string {
  const [hours = '', minutes = ''] = time.split(':')
  const full = `${Number(hours)}${NO_BREAK}h`
  return minutes === '' || minutes === '00' ? full : `${full}${NO_BREAK}${minutes}`
}

/** « 17 juin 2026 à 14 h 30 », at Paris time. */
export function formatMoment(moment: Instant): string {
  return `${formatDay(dayOf(moment))} à ${formatHour(timeOf(moment))}`
}

function distanceInWords(days: number): string {
  const months = Math.round(days / DAYS_IN_MONTH)
  if (days <= 2 * DAYS_IN_MONTH) return plural(days, 'jour', 'jours')
  if (months < 24) return `${months} mois`
  return plural(Math.round(months / 12), 'an', 'ans')
}
