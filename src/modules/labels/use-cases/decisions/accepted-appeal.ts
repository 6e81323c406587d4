import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { type AppealId, appealsAgainst, moveAppeal } from '../../data/decisions/appeals.store.ts'
import type { DecisionId } from '../../data/decisions/decisions.store.ts'
import { mayFollowAppeal } from '../../domain/decisions/appeal.ts'
import type { ReplacedFor } from '../../domain/decisions/decision.ts'
import { decisionStepQueue } from '../../jobs/decision-queue.ts'
import { recordedBy } from '../recorded-by.ts'

export interface AcceptedAppeal {
  /** The appeal it accepts, wholly or partly; null: it comes from none. */
  readonly appeal: { readonly id: AppealId; readonly isWhole: boolean } | null
}

/** Why a decision replaces another. */
export interface Replacing extends AcceptedAppeal {
  readonly replacesFor: ReplacedFor
  readonly correction: string
}

export type AcceptRefusal = 'appeal-missing' | 'appeal-not-reviewed'

/** The appeal answered by the decision that replaces the contested one; nothing without an appeal. LAB-17. */
export async function acceptAppeal(
  tx: Database,
  context: Context,
  {
    appeal: accepted,
    replacesFor,
    correction,
    replaced,
    decisionId,
  }: Replacing & { replaced: DecisionId; decisionId: DecisionId },
): Promise<Refusal<AcceptRefusal> | null> {
  if ((replacesFor === 'appeal') !== (accepted !== null)) return refuse('appeal-missing')
  if (!accepted) return null
  const appeal = (await appealsAgainst(tx, [replaced])).find(({ id }) => id === accepted.id)
  if (!appeal) return refuse('appeal-missing')
  const to = accepted.isWhole ? ('accepted' as const) : ('partly' as const)
  if (!mayFollowAppeal(appeal.state, to)) return refuse('appeal-not-reviewed')
  const event = { to, on: context.today, reason: correction, decisionId }
  await moveAppeal(tx, appeal, event, recordedBy(context))
  await enqueue(tx, decisionStepQueue, { kind: 'appeal-moved', appeal: appeal.id, decision: replaced })
  return null
}
