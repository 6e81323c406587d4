import type { ActFile, CommitteeKind, MeetingAct, MinutesReservedAct, VoteAct } from './acts.ts'
import type { StoredAct } from './agreement.ts'
import type { MinutesState, MotionState } from './committees.ts'
import { inReadingOrder } from './reading-order.ts'
import type { AgreementState } from './state.ts'
import type { Terms } from './terms.ts'

/** A meeting held, with all that followed it: what was voted, the versions of its minutes, who reserved. */
export interface CommitteeMeeting {
  readonly act: MeetingAct & StoredAct
  readonly motions: readonly { readonly vote: VoteAct; readonly state: MotionState | null }[]
  /** The last one is what is validated. */
  readonly versions: readonly ActFile[]
  /** Of the last version. */
  readonly reserves: readonly MinutesReservedAct[]
  readonly minutes: MinutesState | null
}

/** The meetings of an agreement, the last first. A meeting answers to the name of its act. */
export function committeeMeetings(
  acts: readonly StoredAct[],
  state: Pick<AgreementState, 'minutes' | 'motions'>,
): CommitteeMeeting[] {
  const known = inReadingOrder(acts, null).map(({ act }) => act)
  return known
    .filter((act): act is MeetingAct & StoredAct => act.type === 'meeting_held')
    .map((act) => meetingOf(act, known as StoredAct[], state))
    .reverse()
}

function meetingOf(
  act: MeetingAct & StoredAct,
  known: readonly StoredAct[],
  state: Pick<AgreementState, 'minutes' | 'motions'>,
): CommitteeMeeting {
  const votes = known.filter((one) => one.type === 'vote').filter(({ meeting }) => meeting === act.id)
  const issues = known
    .filter((one) => one.type === 'minutes_issued')
    .filter(({ meeting }) => meeting === act.id)
  const lastIssue = known.findLastIndex((one) => one.type === 'minutes_issued' && one.meeting === act.id)
  const reserves = known
    .slice(lastIssue + 1)
    .filter((one) => one.type === 'minutes_reserved')
    .filter(({ meeting }) => meeting === act.id)
  return {
    act,
    motions: votes.map((vote) => ({
      vote,
      state: state.motions.find(({ id }) => id === vote.motion) ?? null,
    })),
    versions: issues.flatMap(({ files }) => files?.[0] ?? []),
    reserves,
    minutes: state.minutes.find(({ meeting }) => meeting === act.id) ?? null,
  }
}

/** The committees that these terms know. */
export function committeesOf({ committee, governance }: Terms): CommitteeKind[] {
  const named = (committee?.kinds ?? []).filter(isCommittee)
  const steering: CommitteeKind[] = named.length > 0 ? named : committee ? ['steering'] : []
  return governance ? [...steering, 'governance'] : steering
}

function isCommittee(kind: string): kind is CommitteeKind {
  return ['steering', 'network', 'bilateral', 'governance'].includes(kind)
}
