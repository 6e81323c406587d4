import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { type Application, moveApplication } from '../../data/applications/applications.store.ts'
import {
  type AwardId,
  addAward,
  closeStopped,
  endFormerEditions,
  type Scheme,
} from '../../data/awards/awards.store.ts'
import { addDecision, type DecisionId } from '../../data/decisions/decisions.store.ts'
import type { DecisionWords } from '../../domain/decisions/decision.ts'
import { decisionLetterQueue } from '../../jobs/decision-queue.ts'
import { recordedBy } from '../recorded-by.ts'

/**
 * What is decided of one application. `signerOf` gives the authority, the signer and their power, or refuses; what
 * `faultsOfDecision` finds stops it before. `criteria` and `appealMonths` are those of `DecisionWords`, and may be left out.
 */
export interface ApplicationDecision extends DecisionWords {
  readonly kind: 'granted' | 'granted_with_reserve' | 'refused'
  readonly level: number | null
  /** The first day without the label; null: its agreement, or nothing, ends it. */
  readonly validUntil: Day | null
  readonly mandateId?: Id<'mandate'> | null
  readonly delegationId: Id<'delegation'> | null
}

/**
 * One application decided, in the caller's transaction: the decision, the end of the file, the job of its letter and, when
 * it is granted, the award; of a campaign, the holder's label of the campaign before ends that day (`endFormerEditions` ends
 * those of the others). The file is locked by the caller and stands `proposed`. Throws what its stores throw.
 */
export async function recordDecision(
  tx: Database,
  context: Pick<Context, 'network' | 'actor' | 'now'>,
  application: Application,
  scheme: Scheme,
  decision: ApplicationDecision,
): Promise<{ decisionId: DecisionId; awardId: AwardId | null }> {
  const recorded = recordedBy(context)
  const { schemeId, editionId } = application
  const decisionId = await addDecision(
    tx,
    { ...decision, networkId: context.network.id, schemeId, applicationId: application.id, editionId },
    recorded,
  )
  await moveApplication(tx, application, 'decided', recorded)
  await enqueue(tx, decisionLetterQueue, { decision: decisionId }, { once: decisionId })
  if (decision.kind === 'refused') return { decisionId, awardId: null }
  const awardId = await awardDecided(tx, context, application, scheme, { ...decision, decisionId })
  return { decisionId, awardId }
}

/** The label that a decision brings. Throws the violation of `one_active_award_per_holder` when it is borne already. */
export async function awardDecided(
  tx: Database,
  context: Pick<Context, 'actor' | 'now'>,
  application: Application,
  scheme: Scheme,
  decided: Pick<ApplicationDecision, 'effectFrom' | 'validUntil' | 'level'> & { decisionId: DecisionId },
): Promise<AwardId> {
  const recorded = recordedBy(context)
  const { schemeId, editionId, holder } = application
  const { effectFrom } = decided
  if (holder.kind === 'place') await closeStopped(tx, schemeId, [holder.id], effectFrom)
  if (editionId)
    await endFormerEditions(tx, { scheme: schemeId, edition: editionId, on: effectFrom, holder }, recorded)
  return addAward(
    tx,
    {
      scheme,
      holder,
      grantedOn: effectFrom,
      agreementId: application.agreementId,
      validUntil: decided.validUntil,
      level: decided.level,
      versionId: application.versionId,
      applicationId: application.id,
      editionId,
      decisionId: decided.decisionId,
    },
    recorded,
  )
}
