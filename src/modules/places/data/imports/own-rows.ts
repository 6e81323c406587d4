import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId, Reach } from '../../../../platform/session/actor.ts'
import { isKept } from '../life/place-links.store.ts'
import type { Scope } from './import.staging.ts'

// The file of an organisation speaks of the places that it runs, and of new ones: of no other. DIR-73.

/** An import, and the places that it may speak of. */
export interface OwnScope extends Scope {
  /** That of the organisation alone, never of a whole network. */
  readonly reach: Reach
  readonly today: Day
}

/** How far an organisation acts: its duplicates are read as one. */
export async function reachOfOrganisation(
  db: Database,
  network: Scope['network'],
  organisation: OrganisationId,
): Promise<Reach> {
  const { rows } = await sql<{ id: OrganisationId }>`
    select same.id from identity.current_organisation own
    join identity.current_organisation same on same.current_id = own.current_id
    where own.id = ${organisation}`.execute(db)
  return { kind: 'these', network, organisations: rows.map(({ id }) => id) }
}

/** Nobody is signed in behind a job: what counts is what the organisation runs. */
const kept = ({ reach, today }: OwnScope) => isKept({ kind: 'system' }, reach, today)

/** A cell that says nothing leaves what the place says. */
const saysNothing = sql`says.value in ('null', '""', '[]')`

/** Does the row `r` say of the place `p` nothing that it does not say itself? */
const saysTheSame = sql`not exists (
  select from jsonb_each(r.fields) says
  where not (${saysNothing}) and says.key <> 'updated_on' and says.value is distinct from to_jsonb(p)->says.key)`

/** The rows `r` whose id is that of a place `p` of the organisation, or the end of its address. */
const namesOwnPlace = (own: OwnScope): RawBuilder<boolean> => sql`
  r.run_id = ${own.run} and r.outcome = 'create' and p.status <> 'merged' and ${kept(own)}
  and (r.external_id = p.id::text or r.external_id = p.slug)`

/** Tells what becomes of the rows that name a place of the organisation by its id or its address. */
export async function recogniseOwnPlaces(db: Database, own: OwnScope): Promise<void> {
  await sql`
    update places.import_row r set like_place_id = p.id, outcome = case when ${saysTheSame} then 'unchanged' else 'update' end
    from places.place p where ${namesOwnPlace(own)}`.execute(db)
}

/**
 * Ties these rows to their places, for this file and those to come. Cells that say nothing are held to have been said
 * before: they erase nothing.
 */
export async function tieOwnPlaces(tx: Database, own: OwnScope): Promise<void> {
  await sql`
    with tied as (
      insert into places.external_ref (network_id, source, external_id, place_id, fingerprint, fields, run_id)
      select ${own.network}, ${own.source}, r.external_id, p.id,
        case when ${saysTheSame} then r.fingerprint else '' end,
        to_jsonb(p) || coalesce(
          (select jsonb_object_agg(says.key, says.value) from jsonb_each(r.fields) says where ${saysNothing}), '{}'),
        ${own.run}
      from places.import_row r, places.place p
      where r.run_id = ${own.run} and p.id = r.like_place_id and r.outcome in ('update', 'unchanged') and ${kept(own)}
      on conflict do nothing
      returning external_id
    )
    insert into places.import_trace (run_id, external_id, before)
    select ${own.run}, external_id, '{}' from tied on conflict do nothing`.execute(tx)
}

/** The place that the row `r` is about, when there is one: known under its id, alike, or named by its id or address. */
const placeOfRow = ({ network, source }: OwnScope) => sql`
  select coalesce(face.merged_into, face.id) from places.place face where face.network_id = ${network} and face.id in (
    select known.place_id from places.external_ref known
      where known.network_id = ${network} and known.source = ${source} and known.external_id = r.external_id
    union all select r.like_place_id where r.outcome = 'held'
    union all select named.id from places.place named
      where named.network_id = ${network} and named.slug = r.external_id
    union all select case
      when r.external_id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' then r.external_id::uuid end)`

const isOfOthers = (own: OwnScope): RawBuilder<boolean> => sql`
  r.run_id = ${own.run} and exists (
    select from places.place p where p.id in (${placeOfRow(own)}) and not (${kept(own)}))`

/** How many rows speak of places that the organisation does not run. */
export async function countRowsOfOthers(db: Database, own: OwnScope): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from places.import_row r where ${isOfOthers(own)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Refuses these rows, without a word of what the directory has there. Returns how many. */
export async function refuseRowsOfOthers(db: Database, own: OwnScope): Promise<number> {
  const { rows } = await sql<{ refused: number }>`
    with gone as (
      delete from places.import_row r where ${isOfOthers(own)}
      returning r.line, r.external_id, r.place_key, coalesce(r.raw, '{}') as raw
    ), silent as (
      delete from places.import_finding f using gone
      where f.run_id = ${own.run} and f.line = gone.line and f.code in ('like-known', 'id-repeated')
    ), kept as (
      insert into places.held_row (run_id, line, why, external_id, place_key, raw)
      select ${own.run}, line, 'refused', external_id, coalesce(place_key, ''), raw from gone
    ), told as (
      insert into places.import_finding (run_id, line, position, external_id, column_name, value, code, severity, message)
      select ${own.run}, line, 1001, external_id, 'id', external_id, 'not-yours', 'refused',
        'Ce lieu est déjà dans l’annuaire, et votre organisation ne le tient pas : la ligne est refusée. '
          || 'Si vous le gérez, demandez à la tête de réseau de vous y rattacher, puis renvoyez cette ligne.'
      from gone
    )
    select count(*)::integer as refused from gone`.execute(db)
  return rows[0]?.refused ?? 0
}

/** The places that the import made are the organisation's to keep, from today. */
export async function tieCreatedPlaces(
  tx: Database,
  { run, network }: Scope,
  organisation: OrganisationId,
  { now, today }: { now: Instant; today: Day },
): Promise<void> {
  await sql`
    insert into places.organisation_place (id, network_id, place_id, organisation_id, role, from_day, recorded_at)
    select gen_random_uuid(), ${network}, made.place_id, ${organisation}, 'operates', ${today}, ${now}
    from places.revision made join places.place p on p.id = made.place_id
    where made.run_id = ${run} and made.version = 1 and made.act = 'imported' and not exists (
      select from places.organisation_place link where link.place_id = made.place_id and link.role = 'operates')`.execute(
    tx,
  )
}

/** Before its import is undone, a place that nobody touched since is no longer tied to the organisation that sent it. */
export async function untieCreatedPlaces(tx: Database, { run }: Scope): Promise<void> {
  await sql`
    delete from places.organisation_place link using places.revision made, places.place p, places.import_run run
    where made.run_id = ${run} and made.version = 1 and made.act = 'imported' and p.id = made.place_id and p.version = 1
      and run.id = ${run} and link.place_id = p.id and link.organisation_id = run.organisation_id
      and link.recorded_by is null`.execute(tx)
}

/** Under which name an organisation's files are known: one of its own, whatever other organisations are called. */
export async function sourceOfOrganisation(
  db: Database,
  network: Scope['network'],
  { id, name }: { id: OrganisationId; name: string },
): Promise<string> {
  const { rows } = await sql<{ source: string }>`
    select run.source from places.import_run run
    join identity.current_organisation sent on sent.id = run.organisation_id
    join identity.current_organisation own on own.current_id = sent.current_id
    where run.network_id = ${network} and own.id = ${id}
    order by run.created_at desc limit 1`.execute(db)
  if (rows[0]) return rows[0].source
  const taken = await db
    .selectFrom('places.source')
    .select('name')
    .where('network_id', '=', network)
    .where('name', '=', name)
    .executeTakeFirst()
  return taken ? `${name} (${id.slice(-6)})` : name
}
