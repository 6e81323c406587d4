import type { Day } from '../../../kernel/day.ts'
import { type AmendmentRequestedAct, nameOf } from './acts.ts'
import { type Course, endingOf, isParty, type Outcome } from './course.ts'
import { amendmentRequestLimit } from './deadlines.ts'
import { periodAt } from './periods.ts'
import type { Ranked } from './reading-order.ts'
import type { Party } from './terms.ts'

export interface AmendmentRequest {
  readonly name: string
  readonly from: Party
  readonly arrivedOn: Day
  /** The last day in time as it was known on arrival; null without the clause or before entry. */
  readonly limit: Day | null
  readonly inTime: boolean
}

/** In time when it arrives by the limit as known that day; late is flagged, not void. AGR-58, AGR-145. */
export function readAmendmentRequest(course: Course, { act, seq }: Ranked<AmendmentRequestedAct>): Outcome {
  if (!isParty(course, act.from)) return 'unknown_party'
  const limit = limitOn(course, act.occurredOn)
  const inTime = limit === null || act.occurredOn <= limit
  course.amendments.requests.push({
    name: nameOf(act, seq),
    from: act.from,
    arrivedOn: act.occurredOn,
    limit,
    inTime,
  })
  return inTime || course.readings.lateRequest === 'flagged' ? null : 'amendment_request_late'
}

function limitOn(course: Course, on: Day): Day | null {
  const { grid, entry } = course
  if (grid === null || entry === null || on < entry) return null
  const ending = endingOf(course)
  return amendmentRequestLimit(
    course,
    periodAt(grid, ending !== null && on > ending.lastDay ? ending.lastDay : on),
  )
}
