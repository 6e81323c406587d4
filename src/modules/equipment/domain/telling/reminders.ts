import { addDays, type Day, daysBetween } from '../../../../kernel/day.ts'
import { compareInstants, dayOf, type Instant, instantAt, startOfDay } from '../../../../kernel/instant.ts'
import { daysUninsured, type Proof } from '../insurance.ts'
import { type DeskCalendar, isOpeningDay, openingDayFrom } from '../opening.ts'
import type { AnnouncementKind } from './announcements.ts'

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
  // A seventh day that falls to a closure is told the next opening day.
  const lastStep = openingDayFrom(desk, addDays(loan.dueDay, LATE.late_7 - 1), 1)
  // Nobody is late because the desk is closed the day they were due. EQP-1101.
  const isAwaited = loan.isOut && isOpeningDay(desk, loan.dueDay)
  return [
    ...(loan.isWaitingForPickup && isSoon(loan.pickupDay) ? (['pickup_soon'] as const) : []),
    ...(isAwaited && isSoon(loan.dueDay) ? (['return_soon'] as const) : []),
    ...(isAwaited && late === 0 ? (['return_today'] as const) : []),
    ...(isAwaited ? latest(late, lastStep !== null && lastStep < today) : []),
  ]
}

/**
 * The last step reached: whoever was away does not get the three at once. The draft comes on the opening day that follows
 * the last step, never in its place.
 */
function latest(late: number, isLastTold: boolean): ReminderKind[] {
  if (isLastTold) return ['late_7', 'formal_notice_draft']
  const reached = (Object.keys(LATE) as (keyof typeof LATE)[]).filter((kind) => late >= LATE[kind]).at(-1)
  return reached ? [reached] : []
}

/** When mails of the day leave, by the clocks of the desk. */
const HOUR = '08:00'

/** What is to be told about one loan: `about` names the date it is about, so that another date is told again. */
export interface Reminder {
  readonly kind: AnnouncementKind
  readonly about: Instant
  readonly facts: Readonly<Record<string, string | number>>
  /** Leaves only once that one has left, about the same date. */
  readonly after?: AnnouncementKind
}

export interface OpenLoan {
  readonly pickupAt: Instant
  readonly dueAt: Instant
  readonly isOut: boolean
  /** Since when the dates and the custody are what they are: what is newer than the morning waits for the next one. */
  readonly knownAt: Instant
  readonly insuranceRisks: readonly string[]
}

/** The morning of `now` at the desk; null before it: nothing leaves at night. L7. */
export function morningOf(now: Instant, zone: string): { today: Day; at: Instant } | null {
  const today = dayOf(now, zone)
  const at = instantAt(today, HOUR, zone)
  return at && compareInstants(now, at) >= 0 ? { today, at } : null
}

/** What the borrower of a loan is reminded of this morning. EQP-1103, EQP-705. */
export function loanReminders(loan: OpenLoan, desk: DeskCalendar, now: Instant): Reminder[] {
  const morning = morningOf(now, desk.zone)
  if (!morning || compareInstants(loan.knownAt, morning.at) >= 0) return []
  const dueDay = dayOf(loan.dueAt, desk.zone)
  const days = { pickupDay: dayOf(loan.pickupAt, desk.zone), dueDay }
  const about = (kind: ReminderKind) => (kind === 'pickup_soon' ? loan.pickupAt : loan.dueAt)
  return remindersOn(morning.today, desk, {
    ...days,
    isOut: loan.isOut,
    isWaitingForPickup: !loan.isOut,
  }).map((kind) => ({
    kind,
    about: about(kind),
    facts: { daysLate: Math.max(0, daysBetween(dueDay, morning.today)) },
    // The representative is written to before a formal notice is drafted. EQP-1103.
    ...(kind === 'formal_notice_draft' && { after: 'late_7' as const }),
  }))
}

const OUTCOME = { outcome_21: 21, outcome_7: 7 } as const

/** The outcome nobody told, 7 then 21 days after the return: the last step reached. EQP-1401. */
export function outcomeReminders(returnedAt: Instant, desk: DeskCalendar, now: Instant): Reminder[] {
  const morning = morningOf(now, desk.zone)
  if (!morning || !isOpeningDay(desk, morning.today)) return []
  const days = daysBetween(dayOf(returnedAt, desk.zone), morning.today)
  const kind = (['outcome_21', 'outcome_7'] as const).find((one) => days >= OUTCOME[one])
  return kind ? [{ kind, about: returnedAt, facts: {} }] : []
}

const INSURANCE_NOTICE = 15

/**
 * The insurance runs out before the thing is back: told fifteen days before its last day, and on it. What is late has no
 * end. A loan that was never covered is not told so here: its approval said it. EQP-807, L21.
 */
export function insuranceReminders(
  loan: OpenLoan,
  proofs: readonly Proof[],
  { zone }: DeskCalendar,
  now: Instant,
): Reminder[] {
  const morning = morningOf(now, zone)
  if (!morning) return []
  const { today } = morning
  const [first, due] = [dayOf(loan.pickupAt, zone), dayOf(loan.dueAt, zone)]
  const last = loan.isOut && due < today ? addDays(today, INSURANCE_NOTICE + 1) : due
  const gap = daysUninsured({ first, last }, proofs, loan.insuranceRisks).find(({ from }) => from > first)
  if (!gap) return []
  const lastDay = addDays(gap.from, -1)
  const left = daysBetween(today, lastDay)
  if (left > INSURANCE_NOTICE) return []
  const kind = left > 0 ? 'insurance_ends_soon' : 'insurance_ends_today'
  return [{ kind, about: startOfDay(lastDay, zone), facts: { lastDay } }]
}
