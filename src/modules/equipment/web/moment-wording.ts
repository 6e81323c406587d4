import { dayOf, type Instant, timeOf } from '../../../kernel/instant.ts'
import { formatDay, formatHour, formatPeriod, formatWeekday } from '../../../ui/french.ts'
import type { Span } from '../domain/availability.ts'

/** When something happened, in the time of its desk: « 7 mai 2027 à 14 h ». */
export function momentText(moment: Instant, zone: string): string {
  return `${formatDay(dayOf(moment, zone))} à ${formatHour(timeOf(moment, zone))}`
}

/** When one must come, in the time of the desk: « vendredi 7 mai 2027 à 14 h ». */
export function appointmentText(moment: Instant, zone: string): string {
  return `${formatWeekday(dayOf(moment, zone))} à ${formatHour(timeOf(moment, zone))}`
}

/** An appointment of the weeks to come, among others: « vendredi 7 mai à 14 h ». */
export function slotText(moment: Instant, zone: string): string {
  return `${formatWeekday(dayOf(moment, zone), 'understood')} à ${formatHour(timeOf(moment, zone))}`
}

/** From a pickup to a return: « du lundi 3 mai à 9 h au lundi 10 mai 2027 à 9 h », the year once when it is one. */
export function spanText({ from, until }: Span, zone: string): string {
  const [first, last] = [dayOf(from, zone), dayOf(until, zone)]
  const [opens, closes] = [formatHour(timeOf(from, zone)), formatHour(timeOf(until, zone))]
  if (first === last) return `le ${formatWeekday(first)}, de ${opens} à ${closes}`
  const year = first.slice(0, 4) === last.slice(0, 4) ? 'understood' : 'told'
  return `du ${formatWeekday(first, year)} à ${opens} au ${formatWeekday(last)} à ${closes}`
}

/** The days of a loan without their hours: « du 3 au 10 mai 2027 ». */
export function daysText({ from, until }: Span, zone: string): string {
  return formatPeriod(dayOf(from, zone), dayOf(until, zone))
}
