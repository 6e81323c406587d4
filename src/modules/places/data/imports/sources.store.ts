import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, Reach } from '../../../../platform/session/actor.ts'
import type { Schedule } from '../../domain/imports/source.ts'

export type SourceId = Id<'source'>

/** What the head of the network says of a source. */
export interface SourceTerms {
  readonly pageUrl: string | null
  readonly licence: string
  /** May its rows be published again as open data? */
  readonly isReusable: boolean
  readonly contact: string
  /** Where its file lies. */
  readonly url: string | null
  readonly schedule: Schedule
  /** Of two sources that speak of one place, the greater is believed. From 0 to 100. */
  readonly priority: number
  readonly defaultDay: Day | null
  readonly isActive: boolean
}

export interface Source extends SourceTerms {
  readonly id: SourceId
  readonly networkId: NetworkId
  readonly name: string
  readonly etag: string | null
  readonly lastModified: string | null
  readonly harvestedAt: Instant | null
  readonly nextOn: Day | null
  readonly failures: number
  readonly failure: string | null
}

/** A name met in an import is a source, declared or not. */
export async function knowSource(
  db: Database,
  network: NetworkId,
  name: string,
  now: Instant,
): Promise<void> {
  await db
    .insertInto('places.source')
    .values({ id: newId<'source'>(), network_id: network, name, added_at: now })
    .onConflict((conflict) => conflict.columns(['network_id', 'name']).doNothing())
    .execute()
}

/** A source declared before its first file. Throws the violation of `one_source_per_name`. */
export async function addSource(
  tx: Database,
  network: NetworkId,
  { name, ...terms }: SourceTerms & { name: string; nextOn: Day | null },
  now: Instant,
): Promise<SourceId> {
  const id = newId<'source'>()
  await tx
    .insertInto('places.source')
    .values({ id, network_id: network, name, added_at: now, ...columnsOf(terms), next_on: terms.nextOn })
    .execute()
  return id
}

/** Where its file lies from now on: what was known of another file says nothing of this one. */
export async function placeFile(tx: Database, id: SourceId, url: string): Promise<void> {
  await tx
    .updateTable('places.source')
    .set({ url, etag: null, last_modified: null, is_active: true })
    .where('id', '=', id)
    .execute()
}

export async function changeSource(
  tx: Database,
  id: SourceId,
  terms: SourceTerms & { nextOn: Day | null },
): Promise<void> {
  await tx
    .updateTable('places.source')
    // What was known of its former file says nothing of another address.
    .set((is) => ({
      ...columnsOf(terms),
      next_on: terms.nextOn,
      etag: is
        .case()
        .when('url', '=', terms.url ?? '')
        .then(is.ref('etag'))
        .else(null)
        .end(),
      last_modified: is
        .case()
        .when('url', '=', terms.url ?? '')
        .then(is.ref('last_modified'))
        .else(null)
        .end(),
    }))
    .where('id', '=', id)
    .execute()
}

export async function findSource(db: Database, reach: Reach, id: SourceId): Promise<Source | null> {
  const row = await selectSources(db, reach).where('id', '=', id).executeTakeFirst()
  return row ? toSource(row) : null
}

export async function sourceNamed(db: Database, network: NetworkId, name: string): Promise<Source | null> {
  const row = await selectSources(db, { kind: 'all', network }).where('name', '=', name).executeTakeFirst()
  return row ? toSource(row) : null
}

/** With how many places each one speaks of. */
export async function listSources(db: Database, reach: Reach): Promise<(Source & { places: number })[]> {
  const rows = await selectSources(db, reach)
    .select((is) =>
      is
        .selectFrom('places.external_ref as known')
        .whereRef('known.network_id', '=', 's.network_id')
        .whereRef('known.source', '=', 's.name')
        .select(({ fn }) => fn.countAll<number>().as('places'))
        .as('places'),
    )
    .orderBy(sql`s.name collate public.french`)
    .execute()
  return rows.map((row) => ({ ...toSource(row), places: row.places ?? 0 }))
}

/** Sources whose file is to be fetched on that day, whatever their network. */
export async function sourcesToHarvest(db: Database, today: Day): Promise<SourceId[]> {
  const rows = await db
    .selectFrom('places.source')
    .select('id')
    .where('is_active', '=', true)
    .where('schedule', '<>', 'never')
    .where((is) => is.or([is('next_on', 'is', null), is('next_on', '<=', today)]))
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** For a job, which belongs to no network. */
export async function sourceOfJob(db: Database, id: SourceId): Promise<Source | null> {
  const row = await db.selectFrom('places.source as s').selectAll('s').where('id', '=', id).executeTakeFirst()
  return row ? toSource(row) : null
}

/** The file was read, or is the one already read. */
export async function noteHarvest(
  db: Database,
  id: SourceId,
  seen: { etag: string | null; lastModified: string | null; nextOn: Day | null },
  now: Instant,
): Promise<void> {
  await db
    .updateTable('places.source')
    .set({
      ...{ etag: seen.etag, last_modified: seen.lastModified, next_on: seen.nextOn },
      ...{ harvested_at: now, failures: 0, failure: null },
    })
    .where('id', '=', id)
    .execute()
}

/** Returns how many times in a row it has failed. */
export async function noteFailure(
  db: Database,
  id: SourceId,
  { failure, nextOn }: { failure: string; nextOn: Day | null },
): Promise<number> {
  const { failures } = await db
    .updateTable('places.source')
    .set((is) => ({ failure, failures: is('failures', '+', 1), next_on: nextOn }))
    .where('id', '=', id)
    .returning('failures')
    .executeTakeFirstOrThrow()
  return failures
}

function selectSources(db: Database, reach: Reach) {
  const all = db.selectFrom('places.source as s').selectAll('s')
  return reach.kind === 'all' ? all.where('network_id', '=', reach.network) : all.where((is) => is.lit(false))
}

type Row = Awaited<ReturnType<ReturnType<typeof selectSources>['executeTakeFirstOrThrow']>>

function toSource(row: Row): Source {
  return {
    ...{ id: row.id, networkId: row.network_id, name: row.name },
    ...{ pageUrl: row.page_url, licence: row.licence, isReusable: row.is_reusable, contact: row.contact },
    ...{ url: row.url, schedule: row.schedule as Schedule, priority: row.priority },
    ...{ defaultDay: row.default_day, isActive: row.is_active },
    ...{ etag: row.etag, lastModified: row.last_modified, harvestedAt: row.harvested_at },
    ...{ nextOn: row.next_on, failures: row.failures, failure: row.failure },
  }
}

function columnsOf(terms: SourceTerms) {
  return {
    page_url: terms.pageUrl,
    licence: terms.licence,
    is_reusable: terms.isReusable,
    contact: terms.contact,
    url: terms.url,
    schedule: terms.schedule,
    priority: terms.priority,
    default_day: terms.defaultDay,
    is_active: terms.isActive,
  }
}
