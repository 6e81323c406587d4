import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { FieldChange } from '../../domain/life/changes.ts'
import type { PlaceId } from '../../domain/place.ts'

export type AwaitedId = Id<'awaited-change'>

/** A change of what a place is, that the head of the network has still to look at. DIR-73. */
export interface AwaitedChange {
  id: AwaitedId
  placeId: PlaceId
  /** By the names of the columns. */
  changes: Readonly<Record<string, FieldChange>>
  proposedAt: Instant
  proposedBy: PersonId | null
  outcome: 'accepted' | 'refused' | 'withdrawn' | 'replaced' | null
  reason: string | null
  decidedAt: Instant | null
}

/** The place is locked: the same columns asked again replace what was asked before. */
export async function addAwaitedChange(
  tx: Database,
  network: NetworkId,
  place: PlaceId,
  { changes, at, by }: { changes: Readonly<Record<string, FieldChange>>; at: Instant; by: PersonId | null },
): Promise<void> {
  const columns = Object.keys(changes)
  for (const waiting of await awaitedOf(tx, place)) {
    const left = Object.entries(waiting.changes).filter(([column]) => !columns.includes(column))
    if (left.length === Object.keys(waiting.changes).length) continue
    if (left.length === 0) await decideAwaited(tx, waiting.id, { outcome: 'replaced', at, by, reason: null })
    else
      await tx
        .updateTable('places.awaited_change')
        .set({ changes: JSON.stringify(Object.fromEntries(left)) })
        .where('id', '=', waiting.id)
        .execute()
  }
  await tx
    .insertInto('places.awaited_change')
    .values({
      ...{ id: newId(), network_id: network, place_id: place, proposed_at: at, proposed_by: by },
      changes: JSON.stringify(changes),
    })
    .execute()
}

/** What still waits for this place, the oldest first. */
export async function awaitedOf(db: Database, place: PlaceId): Promise<AwaitedChange[]> {
  const rows = await db
    .selectFrom('places.awaited_change')
    .selectAll()
    .where('place_id', '=', place)
    .where('decided_at', 'is', null)
    .orderBy('proposed_at')
    .execute()
  return rows.map(awaitedFrom)
}

/** The last refusal that nothing followed, for those who keep the place. */
export async function lastRefusal(db: Database, place: PlaceId): Promise<AwaitedChange | null> {
  const row = await db
    .selectFrom('places.awaited_change')
    .selectAll()
    .where('place_id', '=', place)
    .orderBy('proposed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.outcome === 'refused' ? awaitedFrom(row) : null
}

export async function findAwaited(
  db: Database,
  network: NetworkId,
  id: AwaitedId,
): Promise<AwaitedChange | null> {
  const row = await db
    .selectFrom('places.awaited_change')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? awaitedFrom(row) : null
}

/** Everything that waits in the network, the oldest first, with the name of each place. */
export async function awaitedInNetwork(
  db: Database,
  network: NetworkId,
): Promise<(AwaitedChange & { name: string; commune: string })[]> {
  const rows = await db
    .selectFrom('places.awaited_change as a')
    .innerJoin('places.place as p', 'p.id', 'a.place_id')
    .selectAll('a')
    .select(['p.name', 'p.commune'])
    .where('a.network_id', '=', network)
    .where('a.decided_at', 'is', null)
    .orderBy('a.proposed_at')
    .execute()
  return rows.map((row) => ({ ...awaitedFrom(row), name: row.name, commune: row.commune }))
}

/** Once: false when somebody else has decided. */
export async function decideAwaited(
  tx: Database,
  id: AwaitedId,
  decision: {
    outcome: 'accepted' | 'refused' | 'withdrawn' | 'replaced'
    at: Instant
    by: PersonId | null
    reason: string | null
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('places.awaited_change')
    .set({
      outcome: decision.outcome,
      decided_at: decision.at,
      decided_by: decision.by,
      reason: decision.reason,
    })
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

interface Row {
  id: string
  place_id: PlaceId
  changes: unknown
  proposed_at: Instant
  proposed_by: string | null
  outcome: string | null
  reason: string | null
  decided_at: Instant | null
}

function awaitedFrom(row: Row): AwaitedChange {
  return {
    id: row.id as AwaitedId,
    placeId: row.place_id,
    changes: row.changes as AwaitedChange['changes'],
    proposedAt: row.proposed_at,
    proposedBy: row.proposed_by as PersonId | null,
    outcome: row.outcome as AwaitedChange['outcome'],
    reason: row.reason,
    decidedAt: row.decided_at,
  }
}
