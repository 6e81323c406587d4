import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { DecisionKind, DecisionWords, ReplacedFor } from '../../domain/decisions/decision.ts'
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
  /** In whose power it is signed: a mandate, and the delegation given by its holder. */
  readonly mandateId?: Id<'mandate'> | null
  readonly delegationId?: Id<'delegation'> | null
  /** The decision it replaces, for what and why. LAB-17, LAB-18. */
  readonly supersedes?: DecisionId | null
  readonly replacesFor?: ReplacedFor | null
  readonly correction?: string
  /** Where its holder was heard before a suspension or a withdrawal. LAB-33. */
  readonly hearingId?: Id<'hearing'> | null
  /** Of a suspension: its first day without it, or what is awaited. */
  readonly untilDay?: Day | null
  readonly untilCondition?: string
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
      mandate_id: made.mandateId ?? null,
      delegation_id: made.delegationId ?? null,
      decided_on: made.decidedOn,
      effect_from: made.effectFrom,
      reasons: made.reasons,
      reserves: JSON.stringify(made.reserves),
      remedies: made.remedies,
      criteria: JSON.stringify(made.criteria ?? []),
      appeal_months: made.appealMonths ?? null,
      hearing_id: made.hearingId ?? null,
      until_day: made.untilDay ?? null,
      until_condition: made.untilCondition ?? '',
      supersedes: made.supersedes ?? null,
      replaces_for: made.replacesFor ?? null,
      correction: made.correction ?? '',
      recorded_at: recorded.at,
      recorded_by: recorded.by,
    })
    .execute()
  return id
}
