import { addDays, type Day, latest } from '../../../../kernel/day.ts'

/** One rhythm or the other: every so many days, or every so many loans (1: after each return). EQP-1001. */
export interface Rhythm {
  readonly everyDays: number | null
  readonly everyLoans: number | null
}

/** What is known of one unit under one plan. */
export interface UpkeepFacts {
  /** From when the plan counts. */
  readonly from: Day
  /** When the unit entered the inventory. */
  readonly ownedSince: Day
  readonly lastDone: Day | null
  /** The days of its returns since then, the first one first. */
  readonly returns: readonly Day[]
}

/** The day the work is due; null: not before more loans. Read from what was done, kept nowhere until a job is opened. */
export function dueDay({ everyDays, everyLoans }: Rhythm, facts: UpkeepFacts): Day | null {
  if (everyLoans !== null) return facts.returns[everyLoans - 1] ?? null
  const start = facts.lastDone ?? latest(facts.from, facts.ownedSince) ?? facts.from
  return everyDays === null ? null : addDays(start, everyDays)
}

/** `late`: it should have been done; `due`: it is time; `soon`: within the days to come; `later`: nothing to do yet. */
export type Standing = 'late' | 'due' | 'soon' | 'later'

/** Days ahead of its day at which a job is opened, so that a free window can still be chosen. */
export const OPENED_AHEAD = 14

/**
 * Where a unit stands on that day. Counted in days, the work may be done on its day; counted in loans, it comes before the
 * next one: it is late as soon as the last of them is back.
 */
export function standingOn(rhythm: Rhythm, due: Day | null, today: Day): Standing {
  if (due === null) return 'later'
  const isLate = rhythm.everyLoans === null ? due < today : due <= today
  if (isLate) return 'late'
  if (due === today) return 'due'
  return due <= addDays(today, OPENED_AHEAD) ? 'soon' : 'later'
}

/** Nothing leaves before this is done. EQP-1001. */
export function stopsHandOver(
  plan: Rhythm & { readonly blocks: boolean },
  due: Day | null,
  today: Day,
): boolean {
  return plan.blocks && standingOn(plan, due, today) === 'late'
}
