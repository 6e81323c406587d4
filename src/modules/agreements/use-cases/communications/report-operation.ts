import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Agreement } from '../../domain/agreement.ts'
import type { Target, TargetRefusal } from '../act-on-agreement.ts'
import { actingParties } from '../acting-parties.ts'
import { recordFollowing } from '../record-following.ts'
import type { PutDocument } from '../signing/keep-signature-document.ts'
import { communicationOf } from './communication-of.ts'

export interface OperationReport {
  communication: string
  /** What came of it, in words and in figures. */
  account: string
  figures: string
  document: PutDocument | null
}

export type ReportRefusal =
  | TargetRefusal
  | 'no-such-communication'
  | 'not-their-operation'
  | 'operation-not-agreed'
  | 'operation-not-held'
  | 'operation-reported'

/** The results of an operation, told to the other party by the one that asked for it. AGR-67, 002 art. 6. */
export function reportOperation(
  context: Context,
  target: Target,
  report: OperationReport,
): Promise<Agreement | Refusal<ReportRefusal>> {
  const { communication, account, figures, document } = report
  return recordFollowing<ReportRefusal>(context, target, {
    action: 'operation.reported',
    documents: document ? [document] : [],
    whyNot: (agreement) => whyNot(context, agreement, communication),
    acts: (_agreement, files) => [
      {
        ...{ type: 'operation_reported', id: newId(), communication, occurredOn: context.today, account },
        ...(figures !== '' && { figures }),
        ...(files.length > 0 && { files }),
      },
    ],
  })
}

function whyNot(context: Context, agreement: Agreement, name: string): Refusal<ReportRefusal> | null {
  const asked = communicationOf(agreement, name, context.today)
  if (!asked) return refuse('no-such-communication')
  const { operationOn, from } = asked.act
  if (!actingParties(context, agreement).includes(from)) return refuse('not-their-operation')
  if (!['approved', 'not_required'].includes(asked.state.status)) return refuse('operation-not-agreed')
  if (operationOn && operationOn > context.today) return refuse('operation-not-held', { day: operationOn })
  return asked.report ? refuse('operation-reported', { day: asked.report.occurredOn }) : null
}
