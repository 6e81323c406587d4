import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { VoteAct } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { stateOn } from '../../domain/state.ts'
import type { Target, TargetRefusal } from '../act-on-agreement.ts'
import { recordFollowing } from '../record-following.ts'
import { meetingOf } from './meeting-of.ts'

export interface CommitteeDecision {
  /** The name of the meeting's act. */
  meeting: string
  /** What was put to the vote, in the words of the meeting. */
  subject: string
  /** It is about renewing the agreement: alone it renews nothing. AGR-38. */
  isAboutRenewal: boolean
  /** The voices of the parties that were there. */
  ballots: VoteAct['ballots']
}

export type DecisionRefusal = TargetRefusal | 'no-such-meeting' | 'meeting-outside-life' | 'no-voice'

/** A vote of a meeting, dated like it. Unanimity is counted by party; without a rule, what both want is noted. AGR-63. */
export function recordDecision(
  context: Context,
  target: Target,
  { meeting, subject, isAboutRenewal, ballots }: CommitteeDecision,
): Promise<Agreement | Refusal<DecisionRefusal>> {
  return recordFollowing<DecisionRefusal>(context, target, {
    action: 'committee-decision.recorded',
    documents: [],
    whyNot: (agreement) => {
      const held = meetingOf(agreement, meeting, context.today)
      if (!held) return refuse('no-such-meeting')
      if (ballots.length === 0) return refuse('no-voice')
      const { inForce } = stateOn(agreement.terms, agreement.acts, held.act.occurredOn)
      return inForce ? null : refuse('meeting-outside-life', { day: held.act.occurredOn })
    },
    acts: (agreement) => {
      const occurredOn = meetingOf(agreement, meeting, context.today)?.act.occurredOn ?? context.today
      const isFavourable = agreement.terms.parties.every((party) =>
        ballots.some((ballot) => ballot.party === party && ballot.vote === 'for'),
      )
      const id = newId<'act'>()
      const result = isFavourable ? 'favourable' : 'rejected'
      return [
        { type: 'vote', id, motion: id, meeting, subject, ballots, occurredOn },
        ...(isAboutRenewal
          ? [{ type: 'committee_decision' as const, id: newId(), subject: 'renewal', result, occurredOn }]
          : []),
      ]
    },
  })
}
