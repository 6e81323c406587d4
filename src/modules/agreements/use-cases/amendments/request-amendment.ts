import type { Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { AmendmentRequestedAct } from '../../domain/acts.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { stateOn } from '../../domain/state.ts'
import type { Party } from '../../domain/terms.ts'
import type { Target, TargetRefusal } from '../act-on-agreement.ts'
import { recordAct } from '../record-act.ts'

export interface ReceivedRequest {
  from: Party
  /** The day it reached its addressee: it decides whether it is in time. AGR-58. */
  arrivedOn: Day
  sentOn: Day | null
  object: string
}

export type RequestRefusal =
  | TargetRefusal
  | 'dated-in-the-future'
  | 'unknown-party'
  | 'sent-after-arrival'
  | 'no-amendment-before-entry'
  | 'no-amendment-after-end'

/** Records a request for an amendment. A late one is kept, and said to be late. */
export function requestAmendment(
  context: Context,
  target: Target,
  request: ReceivedRequest,
): Promise<Agreement | Refusal<RequestRefusal>> {
  return recordAct<RequestRefusal>(context, target, 'amendment.requested', (agreement) => {
    return whyNot(agreement, request, context.today) ?? requestAct(request)
  })
}

function whyNot(
  { terms, acts }: Agreement,
  { from, arrivedOn, sentOn }: ReceivedRequest,
  today: Day,
): Refusal<RequestRefusal> | null {
  if (arrivedOn > today) return refuse('dated-in-the-future', { day: arrivedOn })
  if (!terms.parties.includes(from)) return refuse('unknown-party')
  if (sentOn !== null && sentOn > arrivedOn) return refuse('sent-after-arrival', { sentOn, arrivedOn })
  const { enteredIntoForceOn, status, lastDayInForce } = stateOn(terms, acts, arrivedOn)
  if (enteredIntoForceOn === null) return refuse('no-amendment-before-entry')
  if (status === 'ended') return refuse('no-amendment-after-end', { day: lastDayInForce ?? '' })
  return null
}

function requestAct({ from, arrivedOn, sentOn, object }: ReceivedRequest) {
  return {
    type: 'amendment_requested',
    id: newId<'act'>(),
    from,
    occurredOn: arrivedOn,
    ...(sentOn && { sentOn }),
    ...(object && { object }),
  } as const satisfies AmendmentRequestedAct
}
