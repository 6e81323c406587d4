import type { Day } from '../../../kernel/day.ts'
import { type LetterSentAct, type NoticeSentAct, nameOf, type TerminationNotifiedAct } from './acts.ts'
import { leaveAnnex } from './annex.ts'
import { type Course, flagged, isParty, type Outcome, outsideLife } from './course.ts'
import { isInDueForm } from './denunciation.ts'
import { receiptKnown } from './letters.ts'
import { type FormalNotice, opensTermination } from './notices.ts'
import type { Ranked } from './reading-order.ts'

/** A termination in due form, of the whole agreement or of some of its places. */
export interface Termination {
  readonly name: string
  readonly notice: FormalNotice
  readonly sentOn: Day
  readonly scope: 'full' | 'partial'
  readonly places: readonly string[]
  /** Last day of effect, inclusive; null until the letter is received, where that is the reading. */
  lastDay: Day | null
}

type TerminationAct = LetterSentAct | NoticeSentAct | TerminationNotifiedAct

const REGISTERED_LETTER = 'registered_letter'

/** Any party may terminate once the right is open, in the form of the clause. AGR-54, AGR-55, AGR-142. */
export function readTermination(course: Course, ranked: Ranked<TerminationAct>): Outcome {
  const { act, seq } = ranked
  if (!isParty(course, act.from)) return 'unknown_party'
  const outside = outsideLife(course, act.occurredOn)
  if (outside) return outside
  const clause = course.terms.formalNotice
  if (clause === null) return flagged(course, 'no_termination_clause')
  if (clause.terminationBy === REGISTERED_LETTER && !isRegistered(act))
    return flagged(course, 'wrong_channel')
  const notice = noticeOf(course, act)
  if (!notice || !opensTermination(course, notice, act.occurredOn)) {
    return flagged(course, 'premature_termination')
  }
  const { scope, places } = scopeOf(act, notice)
  if (!clause.scope.includes(scope)) return 'scope_not_in_clause'
  if (scope === 'partial' && places.length === 0) return 'partial_without_places'
  const termination: Termination = {
    name: nameOf(act, seq),
    notice,
    sentOn: act.occurredOn,
    scope,
    places,
    lastDay: null,
  }
  course.terminations.push(termination)
  const waits =
    course.readings.terminationLastDay === 'day_of_receipt' && act.type === 'registered_letter_sent'
  if (!waits) terminate(course, termination, act.occurredOn)
  return null
}

/** Where a termination takes effect on receipt, gives it its day. */
export function trackTermination(course: Course, name: string): void {
  const termination = course.terminations.find((one) => one.name === name)
  if (!termination || termination.lastDay !== null) return
  const receipt = receiptKnown(course, name)
  if (receipt !== null && !outsideLife(course, receipt)) terminate(course, termination, receipt)
}

function terminate(course: Course, termination: Termination, on: Day): void {
  termination.lastDay = on
  termination.notice.isTerminated = true
  if (termination.scope === 'full') return
  course.warnings.add('label_scope_interpreted')
  for (const place of termination.places) leaveAnnex(course, place, on, 'termination')
}

/** Without a scope, that of the notice, else the whole agreement. */
function scopeOf(act: TerminationAct, notice: FormalNotice): Pick<Termination, 'scope' | 'places'> {
  const { scope, places } = act
  return { scope: scope ?? notice.scope ?? 'full', places: places?.length ? places : notice.places }
}

function noticeOf(course: Course, act: TerminationAct): FormalNotice | null {
  return act.formalNotice === undefined ? null : (course.formalNotices.get(act.formalNotice) ?? null)
}

function isRegistered(act: TerminationAct): boolean {
  return act.type !== 'termination_notified' && isInDueForm(act, REGISTERED_LETTER)
}
