import type { Day } from '../../../../kernel/day.ts'

export type AwardStatus = 'not_yet' | 'active' | 'suspended' | 'ended' | 'withdrawn'

/** One act on an award, from the day it takes effect. An act said to be a mistake is superseded: it counts no more. */
export interface AwardAct {
  readonly kind: 'granted' | 'suspended' | 'lifted' | 'withdrawn' | 'ended' | 'restored' | 'level_changed'
  readonly from: Day
  readonly isSuperseded: boolean
}

/** What carries the award: the days the agreement covers its holder, half-open, and how that cover stops. */
export interface Cover {
  readonly from: Day | null
  readonly until: Day | null
  readonly outcome: 'ended' | 'withdrawn' | null
}

const AFTER: Readonly<Record<AwardAct['kind'], AwardStatus>> = {
  granted: 'active',
  suspended: 'suspended',
  lifted: 'active',
  withdrawn: 'withdrawn',
  ended: 'ended',
  restored: 'active',
  level_changed: 'active',
}

/**
 * Where an award stands on a day: its acts, then what carries it, read and never stored. A withdrawal is never told as an
 * end, nor an end as a withdrawal. `cover` null: nothing but its own validity carries it. LAB-30, LAB-34.
 */
export function awardOn(
  acts: readonly AwardAct[],
  { validUntil, cover }: { validUntil: Day | null; cover: Cover | null },
  day: Day,
): { status: AwardStatus; since: Day | null } {
  const standing = [...acts]
    .filter((act) => !act.isSuperseded && act.from <= day)
    .sort((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0))
  const last = standing.at(-1)
  if (!last) return { status: 'not_yet', since: null }
  const own = { status: AFTER[last.kind], since: last.from }
  if (own.status === 'withdrawn' || own.status === 'ended') return own
  if (cover && (cover.from === null || cover.from > day)) return { status: 'not_yet', since: null }
  // What stops first is what is said for good: a label whose time was over is not withdrawn by a later termination.
  const isOver = validUntil && (!cover?.until || validUntil <= cover.until)
  if (isOver && validUntil <= day) return { status: 'ended', since: validUntil }
  if (cover?.until && cover.until <= day) return { status: cover.outcome ?? 'ended', since: cover.until }
  return own
}

/** The level borne on a day: that of its last act that says one; null: none, or a label without levels. LAB-88. */
export function levelOn(
  acts: readonly (AwardAct & { readonly seq: number; readonly level: number | null })[],
  day: Day,
): number | null {
  const told = acts.filter((act) => !act.isSuperseded && act.from <= day && act.level !== null)
  const rank = ({ from, seq }: { from: Day; seq: number }) => `${from}:${String(seq).padStart(6, '0')}`
  return told.sort((one, other) => (rank(one) < rank(other) ? -1 : 1)).at(-1)?.level ?? null
}
