import { addDays, addMonths, type Day, latest } from '../../../kernel/day.ts'
import { type HolidayCalendar, workingDayFrom } from '../../../kernel/working-day.ts'

/** The two facts a third party's delay to appeal waits for. */
export interface Publication {
  readonly transmittedOn: Day | null
  readonly publishedOn: Day | null
}

const MONTHS = 2

/**
 * Last day for a third party to appeal: two months from the later of transmission and publicity, neither the first nor
 * the last day counted, moved to a working day. Null while either is unknown. To be shown as « à vérifier ». AGR-71.
 */
export function appealLimit(
  { transmittedOn, publishedOn }: Publication,
  calendar?: HolidayCalendar,
): Day | null {
  const from = transmittedOn && publishedOn && latest(transmittedOn, publishedOn)
  return from && workingDayFrom(addDays(addMonths(from, MONTHS), 1), calendar)
}
