import type { Id } from '../../../../kernel/id.ts'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { DecisionKind, DecisionWords } from '../../domain/decisions/decision.ts'
import type { ApplicationId } from '../applications/applications.store.ts'
import type { AwardId, SchemeId } from '../awards/awards.store.ts'

export type DecisionId = Id<'decision'>

export interface NewDecision extends DecisionWords {
  readonly networkId: NetworkId
  readonly schemeId: SchemeId
  readonly kind: DecisionKind
  readonly applicationId?: ApplicationId | null
  readonly awardId?: AwardId | null
  readonly editionId?: Id<'edition'> | null
  readonly level?: number | null
  readonly delegationId?: Id<'delegation'> | null
  /** The decision it replaces, and why. LAB-17, LAB-18. */
  readonly supersedes?: DecisionId | null
  readonly correction?: string
}

/**
 * Throws the violation of `one_decision_per_application` when another was taken first, and of
 * `decision_against_its_reader_says_the_remedies` when they are missing.
 */
export async function addDecision(
  tx: Database,
  made: NewDecision,
  recorded: { at: Instant; by: PersonId | null },
): Promise<DecisionId> {
  const id: DecisionId = newId()
  await tx
    .insertInto('labels.decision')
    .values({
      id,
      network_id: made.networkId,
      scheme_id: made.schemeId,
      kind: made.kind,
      application_id: made.applicationId ?? null,
      award_id: made.awardId ?? null,
      edition_id: made.editionId ?? null,
      level: made.level ?? null,
      authority: made.authority,
      signer_name: made.signerName,
      signer_title: made.signerTitle,
      delegation_id: made.delegationId ?? null,
      decided_on: made.decidedOn,
      effect_from: made.effectFrom,
      reasons: made.reasons,
      reserves: JSON.stringify(made.reserves),
      remedies: made.remedies,
      supersedes: made.supersedes ?? null,
      correction: made.correction ?? '',
      recorded_at: recorded.at,
      recorded_by: recorded.by,
    })
    .execute()
  return id
}
