import { dayOf, type Instant, timeOf } from '../../../kernel/instant.ts'
import { formatDay, formatHour } from '../../../ui/french.ts'

/** An appointment in the time of its desk: « 7 mai 2027 à 14 h ». */
export function momentText(moment: Instant, zone: string): string {
  return `${formatDay(dayOf(moment, zone))} à ${formatHour(timeOf(moment, zone))}`
}
