import type { Day } from '../kernel/day.ts'
import { formatDay, relativeDay } from './french.ts'

/** « 17 juin 2026 », or « 17 juin 2026, dans 12 jours » when `today` is given. Never breaks inside the date. */
export function DayText({ day, today }: { day: Day; today?: Day | undefined }) {
  return (
    <>
      <time datetime={day}>{formatDay(day)}</time>
      {today && <span class="relative">, {relativeDay(day, today)}</span>}
    </>
  )
}
