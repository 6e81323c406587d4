import { type Day, daysBetween } from '../../../kernel/day.ts'
import { type DeskCalendar, isOpeningDay, openingDayFrom } from './opening.ts'

export type ReminderKind =
  | 'pickup_soon'
  | 'return_soon'
  | 'return_today'
  | 'late_1'
  | 'late_3'
  | 'late_7'
  | 'formal_notice_draft'

const SOON = 2
const LATE = { late_1: 1, late_3: 3, late_7: 7 } as const

/**
 * What to remind about this morning, for one loan. Two opening days before, the day itself, then 1, 3 and 7 days late:
 * the first opening day from then on, which the sender notes so that it leaves once. EQP-1103.
 */
export function remindersOn(
  today: Day,
  desk: DeskCalendar,
  loan: { pickupDay: Day; dueDay: Day; isWaitingForPickup: boolean; isOut: boolean },
): ReminderKind[] {
  if (!isOpeningDay(desk, today)) return []
  const isSoon = (day: Day) => today < day && (openingDayFrom(desk, day, -SOON) ?? day) <= today
  const late = daysBetween(loan.dueDay, today)
  return [
    ...(loan.isWaitingForPickup && isSoon(loan.pickupDay) ? (['pickup_soon'] as const) : []),
    ...(loan.isOut && isSoon(loan.dueDay) ? (['return_soon'] as const) : []),
    ...(loan.isOut && late === 0 ? (['return_today'] as const) : []),
    ...(loan.isOut ? latest(late) : []),
  ]
}

/** The last step reached: whoever was away does not get the three at once. */
function latest(late: number): ReminderKind[] {
  if (late > LATE.late_7) return ['formal_notice_draft']
  const reached = (Object.keys(LATE) as (keyof typeof LATE)[]).filter((kind) => late >= LATE[kind]).at(-1)
  return reached ? [reached] : []
}
