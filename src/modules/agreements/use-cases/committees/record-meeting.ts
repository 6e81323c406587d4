import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { addAttendance } from '../../data/attendance.store.ts'
import type { CommitteeKind } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { committeesOf } from '../../domain/committee-meetings.ts'
import { stateOn } from '../../domain/state.ts'
import type { Target, TargetRefusal } from '../act-on-agreement.ts'
import { recordFollowing } from '../record-following.ts'
import type { PutDocument } from '../signing/keep-signature-document.ts'

export interface HeldMeeting {
  committee: CommitteeKind
  heldOn: Day
  /** As the minutes name them. */
  attendees: string
  /** The first version of its minutes, when they are written already. */
  minutes: PutDocument | null
}

export type MeetingRefusal =
  | TargetRefusal
  | 'dated-in-the-future'
  | 'no-such-committee'
  | 'meeting-before-entry'

/** A meeting was held. After the end it counts for no duty, and the state says that an activity goes on. AGR-62. */
export function recordMeeting(
  context: Context,
  target: Target,
  { committee, heldOn, attendees, minutes }: HeldMeeting,
): Promise<Agreement | Refusal<MeetingRefusal>> {
  const id = newId<'act'>()
  return recordFollowing<MeetingRefusal>(context, target, {
    action: 'meeting.recorded',
    documents: minutes ? [minutes] : [],
    whyNot: ({ terms, acts }) => {
      if (heldOn > context.today) return refuse('dated-in-the-future', { day: heldOn })
      const { enteredIntoForceOn, termsInForce } = stateOn(terms, acts, heldOn)
      if (enteredIntoForceOn === null) return refuse('meeting-before-entry')
      return committeesOf(termsInForce).includes(committee) ? null : refuse('no-such-committee')
    },
    acts: (_agreement, files) => [
      { type: 'meeting_held', id, committee, occurredOn: heldOn },
      ...(files.length > 0
        ? [{ type: 'minutes_issued' as const, id: newId(), meeting: id, occurredOn: context.today, files }]
        : []),
    ],
    beside: (tx, { id: act }) => addAttendance(tx, act as Id<'act'>, attendees),
  })
}
