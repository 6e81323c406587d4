import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { placeColumns } from '../place-columns.ts'
import { ofSource, type Scope } from './import.staging.ts'

const COLUMNS = Object.values(placeColumns)
const columnList = sql.join(COLUMNS.map((column) => sql.ref(column)))
/** A source that gives no date is dated by the day its content first came (DIR-24). */
const valueList = (today: Day) =>
  sql.join(
    COLUMNS.map((column) =>
      column === 'updated_on' ? sql`coalesce(f.updated_on, ${today}::date)` : sql.ref(`f.${column}`),
    ),
  )

/** Lines after `from`, up to `to`. */
export interface Slice {
  from: number
  to: number
}

/** A bulk write may last: the ordinary limit of a page's query is not meant for it. */
export async function allowLongStatements(tx: Database): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(tx)
}

/** Cuts the rows to create or update in slices of `size`. */
export async function slicesToWrite(tx: Database, { run }: Scope, size: number): Promise<Slice[]> {
  const { rows } = await sql<{ to: number }>`
    select max(line) as to from (
      select line, (row_number() over (order by line) - 1) / ${size} as slice from places.import_row
      where run_id = ${run} and outcome in ('create', 'update')
    ) numbered group by slice order by 1`.execute(tx)
  return rows.map(({ to }, index) => ({ from: rows[index - 1]?.to ?? 0, to }))
}

const fullSlug = sql`r.slug || case when r.slug_number > 1 then '-' || r.slug_number else '' end`

/**
 * Numbers the homonyms: `mairie-50502`, `mairie-50502-2`… An address that leads, or once led, to another place is
 * never given again. Ends because each turn moves every clash past all the numbers of its name.
 */
export async function numberSlugs(tx: Database, { run, network }: Scope): Promise<void> {
  await sql`
    update places.import_row r set slug_number = homonym.number from (
      select line, row_number() over (partition by slug order by line) as number
      from places.import_row where run_id = ${run} and outcome = 'create'
    ) homonym
    where r.run_id = ${run} and r.line = homonym.line and homonym.number > 1`.execute(tx)
  let clashes = 1n
  while (clashes > 0n) {
    const { numAffectedRows } = await sql`
      with candidate as (
        select r.line, r.slug, ${fullSlug} as full_slug from places.import_row r
        where r.run_id = ${run} and r.outcome = 'create'
      ), clash as (
        select line, slug from (
          select *, row_number() over (partition by full_slug order by line) as nth from candidate
        ) c
        where nth > 1
          or exists (select from places.place p where p.network_id = ${network} and p.slug = c.full_slug)
          or exists (select from places.former_slug p where p.network_id = ${network} and p.slug = c.full_slug)
      )
      update places.import_row r
      set slug_number = slug_number + (select count(*) from candidate where candidate.slug = r.slug)
      from clash where r.run_id = ${run} and r.line = clash.line`.execute(tx)
    clashes = numAffectedRows ?? 0n
  }
}

export interface When {
  now: Instant
  today: Day
}

export async function createPlaces(
  tx: Database,
  { run, network, source }: Scope,
  { from, to }: Slice,
  { now, today }: When,
): Promise<void> {
  const inSlice = sql`r.run_id = ${run} and r.line > ${from} and r.line <= ${to} and r.outcome = 'create'`
  await sql`
    insert into places.place (id, network_id, slug, created_at, ${columnList})
    select r.place_id, ${network}, ${fullSlug}, ${now}, ${valueList(today)}
    from places.import_row r, jsonb_populate_record(null::places.place, r.fields) f
    where ${inSlice} order by r.line`.execute(tx)
  await sql`
    insert into places.revision (place_id, version, at, said_by, run_id, act, changes)
    select r.place_id, 1, ${now}, 'source', ${run}, 'imported', '{}' from places.import_row r
    where ${inSlice}`.execute(tx)
  await sql`
    insert into places.external_ref (network_id, source, external_id, place_id, fingerprint, fields, raw, raw_digest, run_id)
    select ${network}, ${source}, r.external_id, r.place_id, r.fingerprint, r.fields, r.raw, r.raw_digest, ${run}
    from places.import_row r where ${inSlice}`.execute(tx)
}

/** What the source now says of each place it speaks of otherwise, and what it was before: for undoing. */
export async function rememberChanges(tx: Database, scope: Scope, { from, to }: Slice): Promise<void> {
  await sql`
    with changed as (
      select known.external_id, to_jsonb(known) as before, r.fingerprint, r.fields, r.raw, r.raw_digest
      from places.import_row r join places.external_ref known on ${ofSource(scope)} and known.external_id = r.external_id
      where r.run_id = ${scope.run} and r.line > ${from} and r.line <= ${to} and r.outcome = 'update'
    ), traced as (
      insert into places.import_trace (run_id, external_id, before)
      select ${scope.run}, external_id, before from changed on conflict do nothing
    )
    update places.external_ref known set fingerprint = c.fingerprint, fields = c.fields, raw = c.raw, raw_digest = c.raw_digest
    from changed c where ${ofSource(scope)} and known.external_id = c.external_id`.execute(tx)
}

/** The rows of those that say the same, when a column that nothing reads changed: nothing received is lost. DIR-30. */
export async function keepRawRows(tx: Database, scope: Scope): Promise<void> {
  await sql`
    update places.external_ref known set raw = r.raw, raw_digest = r.raw_digest, fields = r.fields
    from places.import_row r
    where r.run_id = ${scope.run} and r.outcome = 'unchanged' and r.raw is not null and ${ofSource(scope)}
      and known.external_id = r.external_id and known.raw_digest is distinct from r.raw_digest`.execute(tx)
}
