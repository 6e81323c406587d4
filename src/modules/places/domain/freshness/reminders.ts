import { addDays, type Day } from '../../../../kernel/day.ts'
import type { Period } from './period.ts'

/** 60, 30 and 7 days before the end of the period, on its last day, and a week after. DIR-59, LAB-32. */
export type ReminderStep = '60d' | '30d' | '7d' | 'end' | '+7d'

/** How long a night that was missed is made up for. */
const MADE_UP_DAYS = 5

/** What is to be told about a period that is not fulfilled; null: nothing today. */
export function reminderStep({ lastDay }: Period, today: Day): ReminderStep | null {
  const steps = [
    ['+7d', 7],
    ['end', 0],
    ['7d', -7],
    ['30d', -30],
    ['60d', -60],
  ] as const
  const due = steps.find(([, shift]) => isLately(addDays(lastDay, shift), today))
  return due?.[0] ?? null
}

function isLately(from: Day, today: Day): boolean {
  return from <= today && today <= addDays(from, MADE_UP_DAYS)
}
