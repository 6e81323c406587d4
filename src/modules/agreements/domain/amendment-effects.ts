import { addDays, type Day } from '../../../kernel/day.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { AmendmentDraft } from './amendments.ts'
import { leaveAnnex, listPlace } from './annex.ts'
import { type Course, endingOf } from './course.ts'
import { withOverrides } from './overrides.ts'
import { extendedTo, revisedOn } from './periods.ts'
import { parseTerms } from './terms.schema.ts'

// What a signed amendment changes: the last day as soon as it is signed, the rest from its day of effect.

/** Brings the terms up to `on`: the amendments effective by then, in order of effect, while the agreement lives. */
export function applyAmendments(course: Course, on: Day | null): void {
  if (course.amendments.drafts.size === 0) return
  for (let next = nextToApply(course, on); next; next = nextToApply(course, on)) applyChanges(course, next)
}

/** The last days that count: decided at the last signature, and again when a denunciation is withdrawn. AGR-139. */
export function settleNewLastDays(course: Course, on: Day): void {
  for (const draft of course.amendments.drafts.values()) settleNewLastDay(course, draft, on)
}

/** A last day counts as an earlier end, or as a longer term, if the amendment has its effect before the end. */
export function settleNewLastDay(course: Course, draft: AmendmentDraft, on: Day): void {
  const { newLastDay, completedOn, effectiveOn, isSignedLate, lastDayCounts } = draft
  const { grid, amendments } = course
  if (newLastDay === null || completedOn === null || effectiveOn === null || grid === null) return
  if (isSignedLate || lastDayCounts !== 'no' || newLastDay < on) return
  const ending = endingOf(course)
  if (ending !== null && effectiveOn > ending.lastDay) return
  if (grid.term !== null && newLastDay >= grid.term) {
    draft.lastDayCounts = 'as_extension'
    amendments.agreedEnd = null
    if (newLastDay > grid.term) course.grid = extendedTo(grid, newLastDay)
  } else {
    draft.lastDayCounts = 'as_agreed_end'
    amendments.agreedEnd = newLastDay
  }
}

function nextToApply(course: Course, on: Day | null): AmendmentDraft | null {
  const lastDay = endingOf(course)?.lastDay ?? null
  let next: AmendmentDraft | null = null
  for (const draft of course.amendments.drafts.values()) {
    const { effectiveOn, isApplied, isSignedLate } = draft
    if (effectiveOn === null || isApplied || isSignedLate) continue
    if ((on !== null && effectiveOn > on) || (lastDay !== null && effectiveOn > lastDay)) continue
    if (next === null || effectiveOn < (next.effectiveOn ?? effectiveOn)) next = draft
  }
  return next
}

function applyChanges(course: Course, draft: AmendmentDraft): void {
  draft.isApplied = true
  const on = draft.effectiveOn
  const { terms: patch, addedPlaces = [], removedPlaces = [] } = draft.changes
  if (on === null) return
  for (const place of addedPlaces) listPlace(course, place, on)
  for (const place of removedPlaces) leaveAnnex(course, place, addDays(on, -1), 'amendment')
  if (!patch) return
  const amended = parseTerms(withOverrides(course.terms, patch))
  if (isRefusal(amended)) return
  const since = draft.completedOn !== null && draft.completedOn > on ? draft.completedOn : on
  if (course.grid) course.grid = revisedOn(course.grid, course.terms, amended, since)
  course.terms = amended
}
