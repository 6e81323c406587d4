import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { Reserve } from '../../domain/decisions/decision.ts'
import type { ApplicationId } from '../applications/applications.store.ts'

export interface Proposal {
  readonly kind: 'granted' | 'granted_with_reserve' | 'refused'
  readonly level: number | null
  readonly reasons: string
  /** Reasons by code of criterion. */
  readonly byCriterion: Readonly<Record<string, string>>
  readonly reserves: readonly Reserve[]
}

export interface MadeProposal extends Proposal {
  readonly id: Id<'proposal'>
  readonly seq: number
  readonly proposedAt: Instant
  readonly proposedBy: PersonId | null
}

/** What the instructors propose of a file, the last one; null: nothing yet. For those who decide. */
export async function proposalOn(db: Database, application: ApplicationId): Promise<MadeProposal | null> {
  const row = await db
    .selectFrom('labels.proposal')
    .selectAll()
    .where('application_id', '=', application)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    seq: row.seq,
    kind: row.kind as Proposal['kind'],
    level: row.level,
    reasons: row.reasons,
    byCriterion: row.by_criterion as Proposal['byCriterion'],
    reserves: row.reserves as Proposal['reserves'],
    proposedAt: row.proposed_at,
    proposedBy: row.proposed_by as PersonId | null,
  }
}

export async function addProposal(
  tx: Database,
  application: ApplicationId,
  seq: number,
  proposal: Proposal,
  recorded: { at: Instant; by: PersonId | null },
): Promise<void> {
  await tx
    .insertInto('labels.proposal')
    .values({
      id: newId(),
      application_id: application,
      seq,
      kind: proposal.kind,
      level: proposal.level,
      reasons: proposal.reasons,
      by_criterion: JSON.stringify(proposal.byCriterion),
      reserves: JSON.stringify(proposal.reserves),
      proposed_at: recorded.at,
      proposed_by: recorded.by,
    })
    .execute()
}
