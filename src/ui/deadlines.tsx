import type { Child } from 'hono/jsx'
import type { Day } from '../kernel/day.ts'
import { formatDay, formatNumber, relativeDay } from './french.ts'

export interface Deadline {
  day: Day
  /** One sentence: what, and who. */
  text: Child
  /** Why this day: the article, the arithmetic. */
  reason?: Child
  act?: { label: string; about: string; href: string } | undefined
}

export interface DeadlineGroup {
  /** « En retard », « Cette semaine », « À venir ». */
  title: string
  late?: boolean | undefined
  items: readonly Deadline[]
  /** How many there are in all, when the others are on another page. */
  count?: number | undefined
}

/** Lines, not figures: each says what, when and why, and offers its one act. Empty groups are left out. */
export function Deadlines({ today, groups }: { today: Day; groups: readonly DeadlineGroup[] }) {
  return groups
    .filter((group) => group.items.length > 0)
    .map((group) => (
      <section class="deadlines">
        <h2 class="deadlines-title">
          {group.title} <span class="deadlines-count">{formatNumber(group.count ?? group.items.length)}</span>
        </h2>
        <ul class="deadlines-list">
          {group.items.map((item) => (
            <Line item={item} today={today} late={group.late} />
          ))}
        </ul>
      </section>
    ))
}

function Line({ item, today, late }: { item: Deadline; today: Day; late?: boolean | undefined }) {
  const { day, text, reason, act } = item
  return (
    <li class={late ? 'deadline deadline-late' : 'deadline'}>
      <p class="deadline-when">
        <strong>
          <time datetime={day}>{formatDay(day)}</time>
        </strong>{' '}
        {relativeDay(day, today)}
      </p>
      <div class="deadline-text">
        <p>{text}</p>
        {reason && <p class="deadline-reason">{reason}</p>}
      </div>
      {act && (
        <a class="deadline-act" href={act.href}>
          {act.label}
          <span class="visually-hidden"> {act.about}</span>
        </a>
      )}
    </li>
  )
}
