import { type RawBuilder, sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { placeColumns } from '../place-columns.ts'
import { ofSource, type Scope } from './import.staging.ts'

const COLUMNS = Object.values(placeColumns)
const columnList = sql.join(COLUMNS.map((column) => sql.ref(column)))
const patchedList = sql.join(COLUMNS.map((column) => sql.ref(`patched.${column}`)))

/** Tables that only say more of a place, by themselves or for its imports: they go with it. */
const PARTS_OF_A_PLACE = [
  'comparison_due',
  'confirmation',
  'declared_label',
  'duplicate_pair',
  'external_ref',
  'former_name',
  'former_slug',
  'held_row',
  'hiding_notice',
  'one_click',
  'revision',
  'source_proposal',
].map((name) => `places.${name}`)

/** Columns that name a place, wherever they are, read in the catalogue: a table made later counts too. */
async function columnsThatName(db: Database): Promise<RawBuilder<boolean>[]> {
  const { rows } = await sql<{ table: string; schema: string; name: string; column: string }>`
    select distinct n.nspname || '.' || c.relname as table, n.nspname as schema, c.relname as name, a.attname as column
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_constraint k on k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'places.place'::regclass
      and a.attnum = any (k.conkey)
    where c.relkind in ('r', 'p') and a.attnum > 0 and a.atttypid = 'uuid'::regtype
      and n.nspname not in ('pg_catalog', 'information_schema')
      and (k.oid is not null or n.nspname <> 'places' and a.attname ~ '(^|_)place_id$')
    order by 1, 4`.execute(db)
  return rows
    .filter(({ table }) => !PARTS_OF_A_PLACE.includes(table))
    .map(
      ({ schema, name, column }) =>
        sql<boolean>`exists (select from ${sql.id(schema, name)} t where t.${sql.id(column)} = p.id)`,
    )
}

/**
 * Takes away the places that the import made, but those that somebody changed, or that anything names, since: these stay.
 * Returns how many of each.
 */
export async function removeCreated(tx: Database, scope: Scope): Promise<{ removed: number; kept: number }> {
  const ties = await columnsThatName(tx)
  const saidBySomebody = sql<boolean>`exists (
    select from places.confirmation t where t.place_id = p.id and t.said_by <> 'source')`
  const isTied = sql`(${sql.join([saidBySomebody, ...ties], sql` or `)})`
  const { rows } = await sql<{ removed: number; kept: number }>`
    with made as materialized (
      select p.id, p.version = 1 and not ${isTied} as is_free
      from places.revision r join places.place p on p.id = r.place_id
      where r.run_id = ${scope.run} and r.version = 1 and r.act = 'imported'
    ), kept as (
      insert into places.removed_place (run_id, place_id, place, refs)
      select ${scope.run}, p.id, to_jsonb(p), (
        select jsonb_agg(to_jsonb(known)) from places.external_ref known where known.place_id = p.id)
      from made join places.place p using (id) where is_free
    )
    select count(*) filter (where is_free) as removed, count(*) filter (where not is_free) as kept from made`.execute(
    tx,
  )
  await sql`
    delete from places.place p using places.removed_place gone
    where gone.run_id = ${scope.run} and p.id = gone.place_id`.execute(tx)
  return rows[0] ?? { removed: 0, kept: 0 }
}

/** Places taken away by the undoing are there again, under their own ids and addresses. */
export async function restoreRemoved(tx: Database, { run }: Scope, now: Instant): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into places.place select (jsonb_populate_record(null::places.place, gone.place)).*
    from places.removed_place gone where gone.run_id = ${run}`.execute(tx)
  await sql`
    insert into places.revision (place_id, version, at, said_by, run_id, act, changes)
    select place_id, 1, ${now}, 'source', ${run}, 'imported', '{}' from places.removed_place where run_id = ${run}`.execute(
    tx,
  )
  await sql`
    insert into places.external_ref select (jsonb_populate_record(null::places.external_ref, ref)).*
    from places.removed_place gone, jsonb_array_elements(gone.refs) ref where gone.run_id = ${run}
    on conflict do nothing`.execute(tx)
  await sql`delete from places.removed_place where run_id = ${run}`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/**
 * Gives back to each field what it was before the import (`undone`), or what the import made of it (`redone`), unless
 * somebody touched it since. What is left so waits as a proposal. Returns how many places changed, and how many fields wait.
 */
export async function turnBack(
  tx: Database,
  scope: Scope,
  act: 'undone' | 'redone',
  now: Instant,
): Promise<{ changed: number; waiting: number }> {
  const [was, becomes] = act === 'undone' ? [sql`last.to`, sql`first.from`] : [sql`first.from`, sql`last.to`]
  const { rows } = await sql<{ changed: number; waiting: number }>`
    with told as materialized (
      select r.place_id as id, r.version, change.key as part, change.value->'from' as "from", change.value->'to' as "to"
      from places.revision r, jsonb_each(r.changes) change
      where r.run_id = ${scope.run} and r.act = 'imported'
    ), field as materialized (
      select first.id, first.part, ${was} as was, ${becomes} as becomes, to_jsonb(p)->first.part as stands
      from (select distinct on (id, part) * from told order by id, part, version) first
      join (select distinct on (id, part) * from told order by id, part, version desc) last using (id, part)
      join places.place p on p.id = first.id
    ), judged as materialized (
      -- A point is given back whole, or not at all.
      select f.*, case when part in ('latitude', 'longitude') then not exists (
          select from field g where g.id = f.id and g.part in ('latitude', 'longitude') and g.stands is distinct from g.was)
        else stands is not distinct from was end as is_untouched
      from field f
    ), patch as (
      select id, jsonb_object_agg(part, becomes) as patch,
        jsonb_object_agg(part, jsonb_build_object('from', stands, 'to', becomes)) as changes
      from judged where is_untouched and stands is distinct from becomes group by id
    ), changed as (
      update places.place p set (${columnList}) = (select ${patchedList} from jsonb_populate_record(p, patch.patch) patched)
      from patch where p.id = patch.id returning p.id, p.version, patch.changes
    ), revised as (
      insert into places.revision (place_id, version, at, said_by, run_id, act, changes)
      select id, version, ${now}, 'source', ${scope.run}, ${act}, changes from changed
    ), waiting as (
      insert into places.source_proposal (id, network_id, place_id, source, kind, column_name, value, run_id, made_at)
      select gen_random_uuid(), ${scope.network}, id, ${scope.source}, 'undo', part, becomes, ${scope.run}, ${now}
      from judged where ${act} = 'undone' and not is_untouched and stands is distinct from becomes
        and part not in ('updated_on', 'latitude', 'longitude', 'other_labels')
      on conflict (place_id, source, kind, column_name, md5(value::text)) do update
        set decision = null, decided_at = null, decided_by = null, run_id = excluded.run_id, made_at = excluded.made_at
      returning 1
    )
    select (select count(*) from changed) as changed, (select count(*) from waiting) as waiting`.execute(tx)
  return rows[0] ?? { changed: 0, waiting: 0 }
}

/** What the source is held to have said, before the import or after it: each call exchanges both. */
export async function exchangeReferences(tx: Database, scope: Scope): Promise<void> {
  const { run, network, source } = scope
  await sql`
    with trace as materialized (
      select t.external_id, t.before, to_jsonb(known) as after
      from places.import_trace t left join places.external_ref known on ${ofSource(scope)} and known.external_id = t.external_id
      where t.run_id = ${run}
    ), gone as (
      delete from places.external_ref known using trace t
      where ${ofSource(scope)} and known.external_id = t.external_id and t.before = '{}'
    ), back as (
      update places.external_ref known set (fingerprint, fields, raw, raw_digest, missing_since, missing_seen_at) = (
        select f.fingerprint, f.fields, f.raw, f.raw_digest, f.missing_since, f.missing_seen_at
        from jsonb_populate_record(known, t.before) f)
      from trace t where ${ofSource(scope)} and known.external_id = t.external_id and t.before <> '{}'
    ), again as (
      insert into places.external_ref (network_id, source, external_id, place_id, fingerprint, fields, raw, raw_digest, run_id)
      select ${network}, ${source}, t.external_id, f.place_id, f.fingerprint, f.fields, f.raw, f.raw_digest, f.run_id
      from trace t, jsonb_populate_record(null::places.external_ref, t.before) f
      where t.after is null and t.before <> '{}' and exists (select from places.place p where p.id = f.place_id)
    )
    update places.import_trace known set before = coalesce(t.after, '{}') from trace t
    where known.run_id = ${run} and known.external_id = t.external_id`.execute(tx)
}

/** The proposals that the undoing left are no longer asked: the import is there again. */
export async function dropUndoProposals(tx: Database, { run }: Scope, now: Instant): Promise<void> {
  await tx
    .updateTable('places.source_proposal')
    .set({ decision: 'replaced', decided_at: now })
    .where('run_id', '=', run)
    .where('kind', '=', 'undo')
    .where('decision', 'is', null)
    .execute()
}

/** Proposals that came with the import are no longer its source's word. */
export async function dropImportProposals(tx: Database, { run }: Scope, now: Instant): Promise<void> {
  await tx
    .updateTable('places.source_proposal')
    .set({ decision: 'replaced', decided_at: now })
    .where('run_id', '=', run)
    .where('kind', '=', 'source')
    .where('decision', 'is', null)
    .execute()
}
