import type { Day } from '../../../kernel/day.ts'
import {
  type CommitteeKind,
  type MeetingAct,
  type MinutesIssuedAct,
  type MinutesReservedAct,
  type MinutesValidatedAct,
  nameOf,
  type VoteAct,
} from './acts.ts'
import { type Course, isParty, type Outcome, outsideLife } from './course.ts'
import type { Ranked } from './reading-order.ts'
import type { Party } from './terms.ts'

/** The meetings held, the motions voted on, and the minutes of each meeting that has a name. */
export interface Committees {
  readonly meetings: { readonly committee: CommitteeKind; readonly heldOn: Day }[]
  readonly motions: Map<string, MotionState | null>
  readonly minutes: Map<string, Minutes>
}

export interface Minutes {
  /** Who validated the last version, and when. */
  readonly validations: Map<Party, Day>
  /** Who has to, by the terms on the day of the meeting. */
  readonly validators: readonly Party[]
}

export interface MotionState {
  readonly id: string
  readonly result: 'adopted' | 'not_adopted'
  readonly reason: 'no_unanimity' | 'no_quorum' | null
}

export interface MinutesState {
  readonly meeting: string
  readonly status: 'draft' | 'awaiting_validation' | 'validated'
  readonly validatedOn: Day | null
  readonly missing: readonly Party[]
}

/** A meeting outside the life of the agreement counts for no duty; its minutes are still followed. AGR-147. */
export function readMeeting(course: Course, { act }: Ranked<MeetingAct>): Outcome {
  const { minutes, meetings } = course.committees
  if (act.id !== undefined && !minutes.has(act.id)) {
    minutes.set(act.id, { validations: new Map(), validators: validatorsOf(course) })
  }
  const outside = outsideLife(course, act.occurredOn)
  if (outside === 'after_end') course.warnings.add('activity_after_end')
  if (outside) return outside
  meetings.push({ committee: act.committee, heldOn: act.occurredOn })
  return null
}

/** The last vote on a motion stands. Without a rule of decision, only what both wanted is noted. AGR-63, AGR-143. */
export function readVote(course: Course, { act, seq }: Ranked<VoteAct>): Outcome {
  const outside = outsideLife(course, act.occurredOn)
  if (outside) return outside
  const { motions, minutes } = course.committees
  if (act.meeting !== undefined && !minutes.has(act.meeting)) return 'unknown_meeting'
  const reason = reasonAgainst(course, act)
  const isOmitted = reason !== null && course.terms.committee?.decision === undefined
  const id = act.motion || nameOf(act, seq)
  motions.set(id, isOmitted ? null : { id, result: reason ? 'not_adopted' : 'adopted', reason })
  return null
}

/** AGR-64. */
export function readValidation(course: Course, { act }: Ranked<MinutesValidatedAct>): Outcome {
  const minutes = course.committees.minutes.get(act.meeting)
  if (!minutes) return 'unknown_meeting'
  if (!isParty(course, act.party)) return 'unknown_party'
  if (minutes.validations.has(act.party)) return 'already_validated'
  minutes.validations.set(act.party, act.occurredOn)
  return null
}

/** A reserve takes back the validation of its party. AGR-64. */
export function readReserve(course: Course, { act }: Ranked<MinutesReservedAct>): Outcome {
  const minutes = course.committees.minutes.get(act.meeting)
  if (!minutes) return 'unknown_meeting'
  minutes.validations.delete(act.party)
  return null
}

/** A new version is validated anew. AGR-64. */
export function readNewVersion(course: Course, { act }: Ranked<MinutesIssuedAct>): Outcome {
  const minutes = course.committees.minutes.get(act.meeting)
  if (!minutes) return 'unknown_meeting'
  minutes.validations.clear()
  return null
}

export function motionsOf({ committees }: Course): MotionState[] {
  return [...committees.motions.values()].filter((motion) => motion !== null)
}

export function minutesOf({ committees }: Course): MinutesState[] {
  return Array.from(committees.minutes, ([meeting, { validations, validators }]) => {
    const missing = validators.filter((party) => !validations.has(party))
    const isValidated = missing.length === 0
    const days = [...validations.values()].sort()
    return {
      meeting,
      status: isValidated ? 'validated' : validations.size === 0 ? 'draft' : 'awaiting_validation',
      validatedOn: isValidated ? (days.at(-1) ?? null) : null,
      missing,
    }
  })
}

/** Unanimity counts parties: each has to vote for, and none against; an abstention blocks. AGR-63. */
function reasonAgainst({ terms, readings }: Course, { ballots }: VoteAct): MotionState['reason'] {
  const cast = terms.parties.map((party) => ballots.filter((ballot) => ballot.party === party))
  if (cast.some((ofParty) => ofParty.length === 0)) return 'no_quorum'
  const votes = cast.flat()
  if (votes.some(({ vote }) => vote === 'against')) return 'no_unanimity'
  if (readings.abstention === 'neutral')
    return votes.some(({ vote }) => vote === 'for') ? null : 'no_unanimity'
  return votes.every(({ vote }) => vote === 'for') ? null : 'no_unanimity'
}

function validatorsOf({ terms }: Course): readonly Party[] {
  const only = terms.committee?.minutesValidatedBy
  return only !== undefined && terms.parties.includes(only) ? [only] : terms.parties
}
