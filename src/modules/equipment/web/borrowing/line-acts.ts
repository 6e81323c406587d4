import type { OwnLine } from '../../data/borrowing.queries.ts'

export interface OpenActs {
  readonly mayWithdraw: boolean
  readonly mayExtend: boolean
  readonly mayAnswerDisplacement: boolean
  readonly mayAnswerOffer: boolean
  readonly mayLeaveList: boolean
  readonly mayResume: boolean
  readonly mayAskAgain: boolean
  readonly mayTellOutcome: boolean
  readonly mayReport: boolean
}

/** What the borrower of a line may do now: the use cases check the same, these only hide what would be refused. */
export function openActs(line: OwnLine): OpenActs {
  const { state, waits, offeredUntil, displacedUntil, asksUntil } = line
  const isDraft = state === 'draft'
  return {
    mayWithdraw: ['submitted', 'approved', 'displaced'].includes(state) || (isDraft && !waits),
    mayExtend: ['approved', 'prepared', 'out', 'partially_returned'].includes(state) && asksUntil === null,
    mayAnswerDisplacement: state === 'displaced' && displacedUntil !== null,
    mayAnswerOffer: isDraft && offeredUntil !== null,
    mayLeaveList: isDraft && waits,
    mayResume: isDraft && !waits && line.seq === 0,
    mayAskAgain: state === 'rejected' || state === 'displaced',
    mayTellOutcome: ['out', 'partially_returned', 'returned', 'inspected', 'disputed', 'closed'].includes(
      state,
    ),
    mayReport: line.isOut,
  }
}
