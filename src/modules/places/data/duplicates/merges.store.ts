import { sql } from 'kysely'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { FieldChange } from '../../domain/life/changes.ts'
import type { PlaceId } from '../../domain/place.ts'

export type MergeId = Id<'merge'>

/** A duplicate joined to the place that is kept. */
export interface Merge {
  readonly id: MergeId
  readonly kept: PlaceId
  readonly duplicate: PlaceId
  readonly reason: string
  /** What the kept place took, by the names of the columns. */
  readonly changes: Readonly<Record<string, FieldChange>>
  /** What the duplicate was before, by the names of the columns. */
  readonly duplicateBefore: Readonly<Record<string, unknown>>
  /** The duplicates that it had and brought with it. */
  readonly brought: readonly PlaceId[]
  readonly at: Instant
  readonly by: PersonId | null
  readonly undone: { readonly at: Instant; readonly by: PersonId | null; readonly reason: string } | null
}

export async function addMerge(
  tx: Database,
  network: NetworkId,
  merge: Omit<Merge, 'undone'>,
): Promise<void> {
  await tx
    .insertInto('places.merge')
    .values({
      ...{ id: merge.id, network_id: network, kept_id: merge.kept, duplicate_id: merge.duplicate },
      ...{ reason: merge.reason, merged_at: merge.at, merged_by: merge.by, brought: [...merge.brought] },
      changes: JSON.stringify(merge.changes),
      duplicate_before: JSON.stringify(merge.duplicateBefore),
    })
    .execute()
}

export async function findMerge(db: Database, network: NetworkId, id: MergeId): Promise<Merge | null> {
  const row = await merges(db, network).where('id', '=', id).executeTakeFirst()
  return row ? toMerge(row) : null
}

/** The same, held until the end of the transaction. */
export async function lockMerge(tx: Database, network: NetworkId, id: MergeId): Promise<Merge | null> {
  const row = await merges(tx, network).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? toMerge(row) : null
}

/** The last first, with how many there are in all. */
export async function listMerges(
  db: Database,
  network: NetworkId,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ merges: Merge[]; total: number }> {
  const rows = await merges(db, network)
    .select(sql<number>`(count(*) over ())::int`.as('total'))
    .orderBy('merged_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { merges: rows.map(toMerge), total: rows[0]?.total ?? 0 }
}

/** The merge by which a place stopped standing by itself. */
export async function mergeOfDuplicate(
  db: Database,
  network: NetworkId,
  duplicate: PlaceId,
): Promise<Merge | null> {
  const row = await merges(db, network)
    .where('duplicate_id', '=', duplicate)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return row ? toMerge(row) : null
}

export async function markUndone(
  tx: Database,
  id: MergeId,
  { at, by, reason }: { at: Instant; by: PersonId | null; reason: string },
): Promise<void> {
  await tx
    .updateTable('places.merge')
    .set({ undone_at: at, undone_by: by, undo_reason: reason })
    .where('id', '=', id)
    .execute()
}

/** The duplicates of a place. */
export async function duplicatesOf(db: Database, place: PlaceId): Promise<PlaceId[]> {
  const rows = await db
    .selectFrom('places.place')
    .select('id')
    .where('merged_into', '=', place)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

function merges(db: Database, network: NetworkId) {
  return db.selectFrom('places.merge').selectAll().where('network_id', '=', network)
}

type Row = Awaited<ReturnType<ReturnType<typeof merges>['executeTakeFirstOrThrow']>>

function toMerge(row: Row): Merge {
  return {
    id: row.id,
    kept: row.kept_id,
    duplicate: row.duplicate_id,
    reason: row.reason,
    changes: row.changes as Merge['changes'],
    duplicateBefore: row.duplicate_before as Merge['duplicateBefore'],
    brought: row.brought as PlaceId[],
    at: row.merged_at,
    by: row.merged_by as PersonId | null,
    undone: row.undone_at && {
      at: row.undone_at,
      by: row.undone_by as PersonId | null,
      reason: row.undo_reason,
    },
  }
}
