import type { Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { disputeFiles } from '../../domain/dispute-files.ts'
import type { Target, TargetRefusal } from '../act-on-agreement.ts'
import { recordAct } from '../record-act.ts'

export interface Settlement {
  dispute: string
  /** The day written on the signed settlement. */
  settledOn: Day
}

export type SettlementRefusal =
  | TargetRefusal
  | 'dated-in-the-future'
  | 'no-such-dispute'
  | 'already-settled'
  | 'settled-before-opening'

/** Records that the parties settled a dispute, before a court or not. AGR-65. */
export function settleDispute(
  context: Context,
  target: Target,
  settlement: Settlement,
): Promise<Agreement | Refusal<SettlementRefusal>> {
  const { dispute, settledOn } = settlement
  return recordAct<SettlementRefusal>(context, target, 'dispute.settled', (agreement) => {
    const refusal = whyNot(agreement, settlement, context.today)
    return refusal ?? { type: 'dispute_settled', id: newId<'act'>(), dispute, occurredOn: settledOn }
  })
}

function whyNot(
  agreement: Agreement,
  { dispute, settledOn }: Settlement,
  today: Day,
): Refusal<SettlementRefusal> | null {
  if (settledOn > today) return refuse('dated-in-the-future', { day: settledOn })
  const file = disputeFiles(agreement, today).find(({ state }) => state.id === dispute)
  if (!file) return refuse('no-such-dispute')
  if (file.settlement) return refuse('already-settled', { day: file.settlement.occurredOn })
  const { occurredOn } = file.opening
  return settledOn < occurredOn ? refuse('settled-before-opening', { day: occurredOn }) : null
}
