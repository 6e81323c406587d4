import type { Day } from '../../../kernel/day.ts'
import {
  type CommunicationAnsweredAct,
  type CommunicationKind,
  type CommunicationRequestedAct,
  nameOf,
  type OperationReportedAct,
} from './acts.ts'
import { type Course, isParty, type Outcome } from './course.ts'
import type { Ranked } from './reading-order.ts'
import type { Party } from './terms.ts'

/** A request to communicate, and what the other parties answered. */
export interface Communication {
  readonly name: string
  readonly kind: CommunicationKind
  readonly from: Party
  readonly requestedOn: Day
  readonly operationOn: Day | null
  readonly isFree: boolean
  /** The others, each with its last answer. */
  readonly answers: Map<Party, 'approved' | 'refused'>
  readonly approvers: readonly Party[]
  reportedOn: Day | null
}

export interface CommunicationState {
  readonly id: string
  readonly status: 'not_required' | 'awaiting_other_party' | 'approved' | 'refused'
  /** Whose answer is awaited. */
  readonly missing: readonly Party[]
}

/** AGR-66. */
export function readCommunication(course: Course, { act, seq }: Ranked<CommunicationRequestedAct>): Outcome {
  if (!isParty(course, act.from)) return 'unknown_party'
  const name = nameOf(act, seq)
  course.communications.set(name, {
    name,
    kind: act.kind,
    from: act.from,
    requestedOn: act.occurredOn,
    operationOn: act.operationOn ?? null,
    isFree: isFree(course, act),
    answers: new Map(),
    approvers: course.terms.parties.filter((party) => party !== act.from),
    reportedOn: null,
  })
  return null
}

/** Silence is never an answer, and only the others answer; the last word of a party counts. AGR-5, AGR-145. */
export function readAnswer(course: Course, { act }: Ranked<CommunicationAnsweredAct>): Outcome {
  const asked = course.communications.get(act.communication)
  if (!asked) return 'unknown_communication'
  if (asked.isFree) return 'approval_not_required'
  if (act.party === asked.from) return 'requester_cannot_answer'
  if (!asked.approvers.includes(act.party)) return 'unknown_party'
  asked.answers.set(act.party, act.answer)
  return null
}

/** AGR-67. */
export function readReport(course: Course, { act }: Ranked<OperationReportedAct>): Outcome {
  const asked = course.communications.get(act.communication)
  if (!asked) return 'unknown_communication'
  asked.reportedOn ??= act.occurredOn
  return null
}

export function communicationsOf({ communications }: Course): CommunicationState[] {
  return Array.from(communications.values(), (asked) => ({
    id: asked.name,
    status: statusOf(asked),
    missing: asked.isFree ? [] : asked.approvers.filter((party) => !asked.answers.has(party)),
  }))
}

export function statusOf({ isFree, answers, approvers }: Communication): CommunicationState['status'] {
  if (isFree) return 'not_required'
  const given = [...answers.values()]
  if (given.includes('refused')) return 'refused'
  return given.length === approvers.length ? 'approved' : 'awaiting_other_party'
}

/** Only telling that the agreement exists and what it says may be free; promotion and events never are. */
function isFree({ terms, readings }: Course, { kind, from }: CommunicationRequestedAct): boolean {
  const existence = terms.communication?.existence ?? 'approval'
  if (kind !== 'existence_and_content' || existence === 'approval') return false
  if (existence === 'unwritten') return readings.existenceUnwritten === 'free'
  return existence === 'free' || existence.includes(from)
}
