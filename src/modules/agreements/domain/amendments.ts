import { type Day, firstOfNextMonth } from '../../../kernel/day.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { AmendmentSignedAct, Changes } from './acts.ts'
import { settleNewLastDay } from './amendment-effects.ts'
import type { AmendmentRequest } from './amendment-requests.ts'
import {
  type Course,
  endingOf,
  endingWithoutAgreement,
  isParty,
  type Outcome,
  outsideLife,
  reject,
} from './course.ts'
import { withOverrides } from './overrides.ts'
import type { Ranked } from './reading-order.ts'
import { parseTerms } from './terms.schema.ts'
import type { Party } from './terms.ts'

/** The amendments of an agreement, and the requests for some. */
export interface Amendments {
  readonly drafts: Map<string, AmendmentDraft>
  readonly requests: AmendmentRequest[]
  /** The last day the parties agreed on, before the one they would otherwise have. */
  agreedEnd: Day | null
}

/** An amendment while its parties sign it, and after. */
export interface AmendmentDraft {
  readonly name: string
  readonly signatures: Map<Party, Ranked<AmendmentSignedAct>>
  statedEffect: Day | null
  newLastDay: Day | null
  changes: Changes
  completedOn: Day | null
  /** Null until every party has signed. */
  effectiveOn: Day | null
  isSignedLate: boolean
  /** Whether its last day counts: as an earlier end, or as a longer term. */
  lastDayCounts: 'no' | 'as_agreed_end' | 'as_extension'
  isApplied: boolean
}

export type AmendmentStatus =
  | 'awaiting_signatures'
  | 'signed_not_yet_effective'
  | 'effective'
  | 'never_effective'

export interface AmendmentState {
  readonly id: string
  readonly status: AmendmentStatus
  readonly effectiveOn: Day | null
  readonly signedOn: Day | null
  readonly missingSignatures: readonly Party[]
  readonly newLastDay: Day | null
  readonly changes: Changes
}

/** The last party to sign gives it its day of effect. AGR-59, AGR-139. */
export function readAmendment(course: Course, ranked: Ranked<AmendmentSignedAct>): Outcome {
  const { act } = ranked
  if (!isParty(course, act.party)) return 'unknown_party'
  if (course.entry === null || act.occurredOn < course.entry) return 'before_entry'
  const draft = draftOf(course, act.amendment)
  if (draft.completedOn !== null) return 'amendment_already_complete'
  if (draft.signatures.has(act.party)) return 'already_signed'
  draft.signatures.set(act.party, ranked)
  draft.statedEffect = act.effectiveOn ?? draft.statedEffect
  draft.newLastDay = act.newLastDay ?? draft.newLastDay
  draft.changes = { ...draft.changes, ...act.changes }
  return draft.signatures.size < course.terms.parties.length ? null : complete(course, draft, act.occurredOn)
}

/** The states of AGR-59 on `onDate`. */
export function amendmentsOn(course: Course, onDate: Day): AmendmentState[] {
  return Array.from(course.amendments.drafts.values(), (draft) => ({
    id: draft.name,
    status: statusOf(course, draft, onDate),
    effectiveOn: draft.effectiveOn,
    signedOn: draft.completedOn,
    missingSignatures: course.terms.parties.filter((party) => !draft.signatures.has(party)),
    newLastDay: draft.newLastDay,
    changes: draft.changes,
  }))
}

/** Once read: those that will never have their effect. */
export function flagAmendments(course: Course): void {
  for (const draft of course.amendments.drafts.values()) {
    const last = [...draft.signatures.values()].at(-1)
    if (!last || !isNeverEffective(course, draft)) continue
    course.warnings.add('amendment_effective_after_end')
    reject(course, last, 'amendment_effective_after_end')
  }
}

function complete(course: Course, draft: AmendmentDraft, on: Day): Outcome {
  draft.completedOn = on
  draft.effectiveOn = draft.statedEffect ?? firstOfNextMonth(on)
  draft.isSignedLate = outsideLife(course, on) !== null
  if (draft.newLastDay !== null && draft.newLastDay < on) return 'new_last_day_already_past'
  settleNewLastDay(course, draft, on)
  return hasValidTerms(course, draft) ? null : 'amended_terms_invalid'
}

function hasValidTerms(course: Course, { changes }: AmendmentDraft): boolean {
  return !changes.terms || !isRefusal(parseTerms(withOverrides(course.terms, changes.terms)))
}

function statusOf(course: Course, draft: AmendmentDraft, onDate: Day): AmendmentStatus {
  if (draft.effectiveOn === null) return 'awaiting_signatures'
  if (isNeverEffective(course, draft)) return 'never_effective'
  return onDate >= draft.effectiveOn ? 'effective' : 'signed_not_yet_effective'
}

/** Its own last day may come before its effect: it is judged against the end as known without it. AGR-139. */
function isNeverEffective(
  course: Course,
  { effectiveOn, isSignedLate, lastDayCounts }: AmendmentDraft,
): boolean {
  if (effectiveOn === null) return false
  const ending = lastDayCounts === 'as_agreed_end' ? endingWithoutAgreement(course) : endingOf(course)
  return isSignedLate || (ending !== null && effectiveOn > ending.lastDay)
}

function draftOf({ amendments }: Course, name: string): AmendmentDraft {
  const known = amendments.drafts.get(name)
  if (known) return known
  const draft: AmendmentDraft = {
    name,
    signatures: new Map(),
    statedEffect: null,
    newLastDay: null,
    changes: {},
    completedOn: null,
    effectiveOn: null,
    isSignedLate: false,
    lastDayCounts: 'no',
    isApplied: false,
  }
  amendments.drafts.set(name, draft)
  return draft
}
