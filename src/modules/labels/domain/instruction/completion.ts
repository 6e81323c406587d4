import { addDays, type Day, daysBetween, latest } from '../../../../kernel/day.ts'
import type { SchemeContent } from '../schemes/scheme.ts'

export const MARKS = ['complete', 'incomplete', 'incorrect', 'outdated'] as const
export type Mark = (typeof MARKS)[number]
export const LACKS = ['incomplete', 'incorrect', 'outdated'] as const
export type Lack = (typeof LACKS)[number]

/** Days left to answer when the scheme does not say. */
const USUAL_DAYS = 30
/** Between the last reminder and the end of a file that nobody completes. */
const LAST_NOTICE = 7

export interface AskedToComplete {
  readonly askedOn: Day
  readonly dueOn: Day
  /** When each reminder left, in order. */
  readonly remindedOn: readonly Day[]
}

export function completionDays({ completionDays: days }: Pick<SchemeContent, 'completionDays'>): number {
  return days ?? USUAL_DAYS
}

/** The days from which each of the two reminders leaves: half-way, then a week before the end. LAB-14. */
export function reminderDays({ askedOn, dueOn }: Pick<AskedToComplete, 'askedOn' | 'dueOn'>): [Day, Day] {
  const first = addDays(askedOn, Math.floor(daysBetween(askedOn, dueOn) / 2))
  return [first, latest(addDays(first, 1), addDays(dueOn, -LAST_NOTICE)) ?? dueOn]
}

/** Which reminder leaves today; null: none. The second never leaves on the day of the first. */
export function reminderDue(asked: AskedToComplete, today: Day): 1 | 2 | null {
  const [first, second] = reminderDays(asked)
  const sent = asked.remindedOn
  if (sent.length === 0) return today >= first ? 1 : null
  return sent.length === 1 && today >= second && today > (sent[0] ?? today) ? 2 : null
}

/**
 * The first day on which a person may close a file that nobody completes: the delay is over, and the second of two reminders
 * left a week ago at least. Null: it was not reminded twice. Never automatic. LAB-14.
 */
export function closableFrom({ dueOn, remindedOn }: AskedToComplete): Day | null {
  const second = remindedOn[1]
  return second ? latest(addDays(dueOn, 1), addDays(second, LAST_NOTICE)) : null
}

/** Items asked that were already there, unchanged, at the request before: asking them only now is to be explained. LAB-10. */
export function askedLate(
  codes: readonly string[],
  { isFirst, changedSince }: { isFirst: boolean; changedSince: ReadonlySet<string> },
): string[] {
  return isFirst ? [] : codes.filter((code) => !changedSince.has(code))
}
