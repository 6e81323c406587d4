import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Agreement } from '../../domain/agreement.ts'
import type { Party } from '../../domain/terms.ts'
import type { Target, TargetRefusal } from '../act-on-agreement.ts'
import { actingParties } from '../acting-parties.ts'
import { recordAct } from '../record-act.ts'
import { communicationOf } from './communication-of.ts'

export interface CommunicationAnswer {
  communication: string
  party: Party
  answer: 'approved' | 'refused'
  reason: string
}

export type AnswerRefusal =
  | TargetRefusal
  | 'no-such-communication'
  | 'not-their-party'
  | 'not-theirs-to-answer'
  | 'approval-not-required'
  | 'refused-without-reason'
  | 'operation-reported'

/** The other party agrees, or refuses and says why. It may change its mind until the results are told. AGR-66, AGR-67. */
export function answerCommunication(
  context: Context,
  target: Target,
  answer: CommunicationAnswer,
): Promise<Agreement | Refusal<AnswerRefusal>> {
  return recordAct<AnswerRefusal>(context, target, 'communication.answered', (agreement) => {
    const { reason, ...said } = answer
    return (
      whyNot(context, agreement, answer) ?? {
        ...{ type: 'communication_answered', id: newId(), occurredOn: context.today, ...said },
        ...(reason !== '' && { reason }),
      }
    )
  })
}

function whyNot(
  context: Context,
  agreement: Agreement,
  { communication, party, answer, reason }: CommunicationAnswer,
): Refusal<AnswerRefusal> | null {
  const asked = communicationOf(agreement, communication, context.today)
  if (!asked) return refuse('no-such-communication')
  if (!actingParties(context, agreement).includes(party)) return refuse('not-their-party')
  if (party === asked.act.from) return refuse('not-theirs-to-answer')
  if (asked.state.status === 'not_required') return refuse('approval-not-required')
  if (asked.report) return refuse('operation-reported', { day: asked.report.occurredOn })
  return answer === 'refused' && reason === '' ? refuse('refused-without-reason') : null
}
