import { type Day, earliest, latest } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { contains } from '../../../../kernel/period.ts'

/** What a delegation of signature may be about. */
export const SUBJECTS = ['all', 'agreements', 'labels', 'committees', 'equipment', 'funding'] as const
export type Subject = (typeof SUBJECTS)[number]

export const MANDATE_ACTS = ['election', 'deliberation', 'appointment', 'statutes', 'other'] as const
export type MandateAct = (typeof MANDATE_ACTS)[number]

/** The days a power holds; `until` is the first day it no longer does, null until further notice. */
export interface Held {
  from: Day
  until: Day | null
  /** Recorded by mistake: kept, proposed no more. */
  withdrawn: boolean
}

/** What founds a power: who holds it, and the act it rests on. */
export interface Power extends Held {
  holderName: string
  quality: string
  actReference: string
  actDate: Day | null
}

export interface Mandate extends Power {
  id: Id<'mandate'>
  isLegalRepresentative: boolean
  actKind: MandateAct
}

export interface Delegation extends Power {
  id: Id<'delegation'>
  subjects: readonly Subject[]
}

export type CapacityFlag =
  | 'no-mandate'
  | 'mandate-not-started'
  | 'mandate-ended'
  | 'giver-mandate-ended'
  | 'delegation-not-started'
  | 'delegation-ended'
  | 'delegation-out-of-scope'

/** Why an act needs a second look. `day` is the first day the power held, or the first it no longer did. */
export interface Flagged {
  flag: CapacityFlag
  day: Day | null
}

/**
 * What is to be said of an act done on `day` under this mandate, by its holder or by delegation. Outside validity an
 * act counts all the same: it is flagged for the parties to confirm, never voided.
 */
export function capacityOn(
  day: Day,
  mandate: Held | null,
  delegation: (Held & { subjects: readonly Subject[] }) | null,
  subject: Subject,
): Flagged[] {
  if (mandate === null || mandate.withdrawn || delegation?.withdrawn)
    return [{ flag: 'no-mandate', day: null }]
  const flags: Flagged[] = []
  if (day < mandate.from) flags.push({ flag: 'mandate-not-started', day: mandate.from })
  if (mandate.until !== null && day >= mandate.until) {
    flags.push({ flag: delegation ? 'giver-mandate-ended' : 'mandate-ended', day: mandate.until })
  }
  if (delegation === null) return flags
  if (day < delegation.from) flags.push({ flag: 'delegation-not-started', day: delegation.from })
  if (delegation.until !== null && day >= delegation.until) {
    flags.push({ flag: 'delegation-ended', day: delegation.until })
  }
  if (!delegation.subjects.includes('all') && !delegation.subjects.includes(subject)) {
    flags.push({ flag: 'delegation-out-of-scope', day: null })
  }
  return flags
}

export type Moment = 'in-force' | 'to-come' | 'past' | 'withdrawn'

export function momentOf({ from, until, withdrawn }: Held, today: Day): Moment {
  if (withdrawn) return 'withdrawn'
  if (contains({ start: from, end: until }, today)) return 'in-force'
  return today < from ? 'to-come' : 'past'
}

/** A delegation lasts no longer than the mandate it comes from. */
export function heldUnder(mandate: Held, delegation: Held): Held {
  return {
    from: latest(mandate.from, delegation.from) ?? delegation.from,
    until: earliest(mandate.until, delegation.until),
    withdrawn: mandate.withdrawn || delegation.withdrawn,
  }
}
