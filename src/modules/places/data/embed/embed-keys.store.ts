import { sql } from 'kysely'
import { addDays, type Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { EmbedKey, EmbedKeyId } from '../../domain/embed/embed-key.ts'
import type { Ground } from '../../domain/search/asked.ts'

export interface FollowedKey extends EmbedKey {
  readonly createdAt: Instant
  /** How often it was shown in the last thirty days. */
  readonly views: number
}

const FOLLOWED_DAYS = 30

export async function addEmbedKey(
  tx: Database,
  network: NetworkId,
  { name, lock, origins }: Omit<EmbedKey, 'id'>,
  { at, by }: { at: Instant; by: PersonId | null },
): Promise<EmbedKeyId> {
  const id: EmbedKeyId = newId()
  await tx
    .insertInto('places.embed_key')
    .values({
      ...{ id, network_id: network, name, origins: [...origins], created_at: at, created_by: by },
      ...{ territory_kind: lock?.kind ?? null, territory_code: lock?.code ?? null },
    })
    .execute()
  return id
}

/** The keys that still open, the oldest first. */
export async function listEmbedKeys(db: Database, network: NetworkId, today: Day): Promise<FollowedKey[]> {
  const rows = await keys(db, network)
    .select((is) => [
      'k.created_at',
      is
        .selectFrom('places.embed_use as u')
        .whereRef('u.key_id', '=', 'k.id')
        .where('u.day', '>', addDays(today, -FOLLOWED_DAYS))
        .select(sql<number>`coalesce(sum(u.views), 0)::int`.as('views'))
        .as('views'),
    ])
    .orderBy('k.created_at')
    .execute()
  return rows.map((row) => ({ ...keyOf(row), createdAt: row.created_at, views: row.views ?? 0 }))
}

export async function findEmbedKey(
  db: Database,
  network: NetworkId,
  id: EmbedKeyId,
): Promise<EmbedKey | null> {
  const row = await keys(db, network).where('k.id', '=', id).executeTakeFirst()
  return row ? keyOf(row) : null
}

function keys(db: Database, network: NetworkId) {
  return db
    .selectFrom('places.embed_key as k')
    .where('k.network_id', '=', network)
    .where('k.ended_at', 'is', null)
    .select(['k.id', 'k.name', 'k.territory_kind', 'k.territory_code', 'k.origins'])
}

function keyOf(row: {
  id: EmbedKeyId
  name: string
  territory_kind: string | null
  territory_code: string | null
  origins: string[]
}): EmbedKey {
  const { id, name, territory_kind: kind, territory_code: code, origins } = row
  return { id, name, origins, lock: kind && code ? { kind: kind as Ground['kind'], code } : null }
}

/** The names of the sites whose map is locked on that ground. */
export async function embedsLockedOn(
  db: Database,
  network: NetworkId,
  { kind, code }: Ground,
): Promise<string[]> {
  const rows = await keys(db, network)
    .where('k.territory_kind', '=', kind)
    .where('k.territory_code', '=', code)
    .orderBy('k.created_at')
    .execute()
  return rows.map(({ name }) => name)
}

/** It opens nothing any more. False: it is none of this network's, or it had ended. */
export async function endEmbedKey(
  tx: Database,
  network: NetworkId,
  id: EmbedKeyId,
  at: Instant,
): Promise<boolean> {
  const row = await tx
    .updateTable('places.embed_key')
    .set({ ended_at: at })
    .where('network_id', '=', network)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** One more view that day; nothing is known of who looked. */
export async function countView(db: Database, key: EmbedKeyId, day: Day): Promise<void> {
  await db
    .insertInto('places.embed_use')
    .values({ key_id: key, day, views: 1 })
    .onConflict((conflict) =>
      conflict.columns(['key_id', 'day']).doUpdateSet({ views: sql`places.embed_use.views + 1` }),
    )
    .execute()
}
