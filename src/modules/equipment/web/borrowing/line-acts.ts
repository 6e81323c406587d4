import type { OwnLine } from '../../data/borrowing/borrowing.queries.ts'
import { noEmergency } from '../../use-cases/borrowing/borrower-tells.ts'

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
  /** The text of the agreement may forbid any intervention. EQP-201. */
  readonly mayIntervene: boolean
  readonly mayInsure: boolean
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
    mayIntervene: line.isOut && noEmergency(line.rules) === null,
    mayInsure: ['submitted', 'approved', 'prepared', 'out', 'partially_returned'].includes(state),
  }
}
