import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { type Application, moveApplication } from '../../data/applications/applications.store.ts'
import { type AwardId, addAward, closeStopped, type Scheme } from '../../data/awards/awards.store.ts'
import { addDecision, type DecisionId } from '../../data/decisions/decisions.store.ts'
import type { DecisionWords } from '../../domain/decisions/decision.ts'

export interface ApplicationDecision extends DecisionWords {
  readonly kind: 'granted' | 'granted_with_reserve' | 'refused'
  readonly level: number | null
  /** The first day without the label; null: its agreement, or nothing, ends it. */
  readonly validUntil: Day | null
  readonly delegationId: Id<'delegation'> | null
}

/**
 * One application decided, in the caller's transaction: the decision, the end of the file and, when it is granted, the
 * award. The file is locked by the caller and stands `proposed`. Throws what its stores throw.
 */
export async function recordDecision(
  tx: Database,
  context: Pick<Context, 'network' | 'actor' | 'now'>,
  application: Application,
  scheme: Scheme,
  decision: ApplicationDecision,
): Promise<{ decisionId: DecisionId; awardId: AwardId | null }> {
  const recorded = { at: context.now, by: personOf(context.actor)?.personId ?? null }
  const { schemeId, editionId, holder } = application
  const decisionId = await addDecision(
    tx,
    { ...decision, networkId: context.network.id, schemeId, applicationId: application.id, editionId },
    recorded,
  )
  await moveApplication(tx, application, 'decided', recorded)
  if (decision.kind === 'refused') return { decisionId, awardId: null }
  if (holder.kind === 'place') await closeStopped(tx, schemeId, [holder.id], decision.effectFrom)
  const awardId = await addAward(
    tx,
    {
      scheme,
      holder,
      grantedOn: decision.effectFrom,
      agreementId: application.agreementId,
      validUntil: decision.validUntil,
      level: decision.level,
      versionId: application.versionId,
      applicationId: application.id,
      editionId,
      decisionId,
    },
    recorded,
  )
  return { decisionId, awardId }
}
