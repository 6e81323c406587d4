import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, Reach } from '../../../../platform/session/actor.ts'
import type { PlaceId, PlaceStatus } from '../../domain/place.ts'
import { notInFile, ofSource, type Scope } from './import.staging.ts'

/** How many places a source speaks of, as far as its files went. */
export async function countKnown(db: Database, { network, source }: Omit<Scope, 'run'>): Promise<number> {
  const { count } = await db
    .selectFrom('places.external_ref')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('network_id', '=', network)
    .where('source', '=', source)
    .where('missing_since', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Places that the source's file lost, or has again; what they were before is kept for undoing. */
export async function markMissing(tx: Database, scope: Scope, now: Instant): Promise<void> {
  const { run } = scope
  await sql`
    with changed as (
      select known.external_id, to_jsonb(known) as before, known.missing_since is null as is_lost
      from places.external_ref known
      where ${ofSource(scope)} and (known.missing_since is null) = (${notInFile(scope)})
    ), traced as (
      insert into places.import_trace (run_id, external_id, before)
      select ${run}, external_id, before from changed on conflict do nothing
    )
    update places.external_ref known
    set missing_since = case when c.is_lost then ${now}::timestamptz end, missing_seen_at = null
    from changed c where ${ofSource(scope)} and known.external_id = c.external_id`.execute(tx)
}

/** A place that its source no longer gives, and that nobody looked at. */
export interface MissingPlace {
  readonly source: string
  readonly externalId: string
  readonly since: Instant
  readonly id: PlaceId
  readonly slug: string
  readonly name: string
  readonly commune: string
  readonly status: PlaceStatus
}

export async function missingPlaces(
  db: Database,
  reach: Reach,
  { source, limit, offset }: { source: string | null; limit: number; offset: number },
): Promise<{ rows: MissingPlace[]; total: number }> {
  if (reach.kind !== 'all') return { rows: [], total: 0 }
  const found = db
    .selectFrom('places.external_ref as known')
    .innerJoin('places.place as p', 'p.id', 'known.place_id')
    .where('known.network_id', '=', reach.network)
    .where('known.missing_since', 'is not', null)
    .where('known.missing_seen_at', 'is', null)
    .where('p.status', '=', 'published')
    .$if(source !== null, (query) => query.where('known.source', '=', source ?? ''))
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await found
    .select(['known.source', 'known.external_id as externalId', 'known.missing_since as since'])
    .select(['p.id', 'p.slug', 'p.name', 'p.commune', 'p.status'])
    .orderBy('known.missing_since')
    .orderBy(sql`p.name collate public.french`)
    .orderBy('known.external_id')
    .limit(limit)
    .offset(offset)
    .$castTo<MissingPlace>()
    .execute()
  return { rows, total }
}

/** Somebody looked: it stays, and the queue no longer asks. Returns the place; null: it was not missing. */
export async function keepMissing(
  tx: Database,
  network: NetworkId,
  source: string,
  externalId: string,
  now: Instant,
): Promise<PlaceId | null> {
  const kept = await tx
    .updateTable('places.external_ref')
    .set({ missing_seen_at: now })
    .where('network_id', '=', network)
    .where('source', '=', source)
    .where('external_id', '=', externalId)
    .where('missing_since', 'is not', null)
    .where('missing_seen_at', 'is', null)
    .returning('place_id')
    .executeTakeFirst()
  return kept?.place_id ?? null
}
