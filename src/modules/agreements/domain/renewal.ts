import type { Day } from '../../../kernel/day.ts'
import type { CommitteeDecisionAct, RenewalAct } from './acts.ts'
import { type Course, endingOf, isParty, type Outcome, outsideLife, reject } from './course.ts'
import { periodAt, renewedFor } from './periods.ts'
import type { Ranked } from './reading-order.ts'
import type { Party } from './terms.ts'

/** The renewal acts, and what the committee decided. */
export interface Renewals {
  readonly drafts: Map<string, RenewalDraft>
  /** Day of the committee's standing decision to renew, when it is favourable. */
  decidedOn: Day | null
}

/** A renewal act while its parties sign it. */
export interface RenewalDraft {
  readonly years: number
  readonly signatures: Map<Party, Ranked<RenewalAct>>
  completedOn: Day | null
  inEffect: boolean
}

const LONGEST_RENEWAL = 99

/** An express renewal takes all the parties, with one duration, on or before the last day. AGR-37, AGR-140. */
export function readRenewal(course: Course, ranked: Ranked<RenewalAct>): Outcome {
  const { act } = ranked
  const refusal = refusalOf(course, act)
  if (refusal) return refusal
  const draft = draftOf(course, act)
  draft.signatures.set(act.party, ranked)
  if (draft.signatures.size < course.terms.parties.length) return null
  draft.completedOn = act.occurredOn
  if (outsideLife(course, act.occurredOn)) {
    course.warnings.add('renewal_after_expiry')
    return 'renewal_after_expiry'
  }
  draft.inEffect = true
  if (course.grid) course.grid = renewedFor(course.grid, draft.years)
  return null
}

/**
 * The decision of a committee renews nothing, unless the profile reads it as enough; the latest one says whether a
 * renewal is expected. Its other subjects have no bearing here. AGR-38, AGR-77.
 */
export function readDecision(course: Course, { act }: Ranked<CommitteeDecisionAct>): Outcome {
  const { subject, result, occurredOn, years } = act
  if (subject !== 'renewal' || course.entry === null || occurredOn < course.entry) return null
  course.renewals.decidedOn = isFavourable(result) ? occurredOn : null
  const { grid, terms, readings } = course
  const suffices =
    readings.renewalWithoutModality === 'committee_decision_suffices' &&
    terms.renewal.mode === 'none_unless_agreed'
  if (grid === null || !suffices || !isFavourable(result) || outsideLife(course, occurredOn)) return null
  course.grid = renewedFor(grid, isDuration(years) ? years : terms.initialYears)
  return null
}

/** The period the decision was taken in must have a renewal in effect behind it. AGR-140. */
export function flagDecisionNotSigned(course: Course): void {
  const { grid } = course
  const { decidedOn } = course.renewals
  if (grid === null || grid.tacit || decidedOn === null) return
  if (grid.term !== null && grid.term <= periodAt(grid, decidedOn).lastDay) {
    course.warnings.add('renewal_decided_not_signed')
  }
}

/** Once the agreement has ended: the renewals that some party had signed in time, and the late ones. AGR-140. */
export function flagRenewalsLeftOpen(course: Course, onDate: Day): void {
  const lastDay = endingOf(course)?.lastDay
  if (lastDay === undefined || onDate <= lastDay) return
  for (const draft of course.renewals.drafts.values()) {
    if (draft.inEffect) continue
    const signatures = [...draft.signatures.values()]
    const begun = signatures.some(({ act }) => act.occurredOn <= lastDay)
    if (begun) course.warnings.add('renewal_incomplete')
    const last = signatures.at(-1)
    if (last && draft.completedOn === null) reject(course, last, begun ? 'renewal_incomplete' : 'after_end')
  }
}

function refusalOf(course: Course, { party, years, renewal, occurredOn }: RenewalAct): Outcome {
  if (course.terms.renewal.mode === 'tacit') return 'renewal_is_tacit'
  if (course.entry === null || occurredOn < course.entry) return 'before_entry'
  if (!isParty(course, party)) return 'unknown_party'
  if (!isDuration(years)) return 'renewal_without_duration'
  const draft = course.renewals.drafts.get(renewal)
  if (!draft) return null
  if (draft.years !== years) return 'renewal_durations_differ'
  if (draft.completedOn !== null) return 'renewal_already_complete'
  return draft.signatures.has(party) ? 'already_signed' : null
}

function draftOf(course: Course, { renewal, years }: RenewalAct): RenewalDraft {
  const known = course.renewals.drafts.get(renewal)
  if (known) return known
  const draft: RenewalDraft = { years: years ?? 0, signatures: new Map(), completedOn: null, inEffect: false }
  course.renewals.drafts.set(renewal, draft)
  return draft
}

function isDuration(years: number | null | undefined): years is number {
  return typeof years === 'number' && Number.isInteger(years) && years >= 1 && years <= LONGEST_RENEWAL
}

/** Results are open text: anything but a rejection is favourable (AGR-104). */
function isFavourable(result: string): boolean {
  return !/^(reject|rejet|refus|declin|not[_ ]|no$|non\b|against|contre|unfavou?rable|d[ée]favorable|negati|n[ée]gati)/i.test(
    result,
  )
}
