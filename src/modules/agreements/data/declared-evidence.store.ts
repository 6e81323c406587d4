import type { Day } from '../../../kernel/day.ts'
import { type Id, newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { PersonId } from '../../../platform/session/actor.ts'
import { peopleNames } from '../../identity/index.ts'
import type { AgreementId, PlaceId } from '../domain/agreement.ts'
import type { Party } from '../domain/terms.ts'

export type EvidenceId = Id<'declared-evidence'>

/** What a party says it did, and who said so. */
export interface DeclaredEvidence {
  id: EvidenceId
  duty: string
  placeId: PlaceId | null
  on: Day
  statement: string
  file: { id: Id<'file'>; name: string } | null
  party: Party
  by: string
  recordedAt: Instant
  /** Why it was taken back, and by whom; null while it stands. */
  withdrawn: { reason: string; by: string; at: Instant } | null
}

export interface NewEvidence {
  duty: string
  placeId: PlaceId | null
  on: Day
  statement: string
  fileId: Id<'file'> | null
  party: Party
}

type Recorded = { at: Instant; by: PersonId | null }

export async function addEvidence(
  tx: Database,
  agreement: AgreementId,
  { duty, placeId, on, statement, fileId, party }: NewEvidence,
  { at, by }: Recorded,
): Promise<EvidenceId> {
  const id: EvidenceId = newId()
  await tx
    .insertInto('agreements.declared_evidence')
    .values({
      ...{ id, agreement_id: agreement, duty, place_id: placeId, happened_on: on, statement, party },
      ...{ file_id: fileId, recorded_at: at, recorded_by: by },
    })
    .execute()
  return id
}

/** Throws the violation of `one_withdrawal_per_evidence` when it was taken back already. */
export async function withdrawEvidence(
  tx: Database,
  agreement: AgreementId,
  { id, duty, placeId, on, party }: DeclaredEvidence,
  reason: string,
  { at, by }: Recorded,
): Promise<void> {
  await tx
    .insertInto('agreements.declared_evidence')
    .values({
      ...{ id: newId(), agreement_id: agreement, duty, place_id: placeId, happened_on: on, party },
      ...{ statement: reason, recorded_at: at, recorded_by: by, withdraws: id },
    })
    .execute()
}

/** Of an agreement already found within reach, the last declared first. */
export async function declaredEvidence(db: Database, agreement: AgreementId): Promise<DeclaredEvidence[]> {
  const rows = await db
    .selectFrom('agreements.declared_evidence as e')
    .leftJoin('agreements.declared_evidence as w', 'w.withdraws', 'e.id')
    .leftJoin('platform.file as f', 'f.id', 'e.file_id')
    .selectAll('e')
    .select(['f.name as file_name', 'w.statement as reason', 'w.recorded_by as withdrawn_by'])
    .select('w.recorded_at as withdrawn_at')
    .where('e.agreement_id', '=', agreement)
    .where('e.withdraws', 'is', null)
    .orderBy('e.recorded_at', 'desc')
    .orderBy('e.id', 'desc')
    .execute()
  const people = rows.flatMap((row) => [row.recorded_by ?? [], row.withdrawn_by ?? []].flat()) as PersonId[]
  const names = await peopleNames(db, people)
  const nameOf = (person: string | null) => names.get(person as PersonId) ?? ''
  return rows.map((row) => ({
    id: row.id,
    duty: row.duty,
    placeId: row.place_id as PlaceId | null,
    on: row.happened_on,
    statement: row.statement,
    file: row.file_id && { id: row.file_id, name: row.file_name ?? 'document' },
    party: row.party,
    by: nameOf(row.recorded_by),
    recordedAt: row.recorded_at,
    withdrawn: row.withdrawn_at && {
      reason: row.reason ?? '',
      by: nameOf(row.withdrawn_by),
      at: row.withdrawn_at,
    },
  }))
}
