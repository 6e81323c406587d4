import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import { placeColumns } from '../place-columns.ts'
import type { Slice, When } from './import.publication.ts'
import { ofSource, type Scope } from './import.staging.ts'

const COLUMNS = Object.values(placeColumns)
const columnList = sql.join(COLUMNS.map((column) => sql.ref(column)))
const patchedList = sql.join(COLUMNS.map((column) => sql.ref(`patched.${column}`)))

/** Latitude and longitude are one thing said: `point`. Labels and the date have rules of their own. */
const POINT = 'point'
const COMPARED = [
  POINT,
  ...COLUMNS.filter((column) => !['latitude', 'longitude', 'other_labels', 'updated_on'].includes(column)),
]

/** One thing said, out of the fields of a place. */
const said = (fields: RawBuilder<unknown>) => sql`
  case when c.part = ${POINT} then jsonb_build_array(${fields}->'latitude', ${fields}->'longitude')
       else ${fields}->c.part end`

/** `{column: value}` of one thing said. */
const asPatch = (name: RawBuilder<unknown>, value: RawBuilder<unknown>) => sql`
  case when ${name} = ${POINT} then jsonb_build_object('latitude', ${value}->0, 'longitude', ${value}->1)
       else jsonb_build_object(${name}, ${value}) end`

/**
 * Writes what the source changed since its last file, and nothing else: a field that somebody wrote since keeps their
 * words, and the source's wait as a proposal, once per value (DIR-37). A point found from the address is no one's word.
 * Labels once declared stay declared: only a person takes them away (LAB-42). Each place changed gets its revision.
 */
export async function updatePlaces(
  tx: Database,
  scope: Scope,
  { from, to }: Slice,
  { now, today }: When,
): Promise<void> {
  await sql`
    with line as materialized (
      select r.line, p.id, p.point_precision, to_jsonb(p) as stands, r.fields as says,
        coalesce(known.fields, to_jsonb(p)) as said
      from places.import_row r
      join places.external_ref known on ${ofSource(scope)} and known.external_id = r.external_id
      join places.place own on own.id = known.place_id
      join places.place p on p.id = coalesce(own.merged_into, own.id)
      where r.run_id = ${scope.run} and r.line > ${from} and r.line <= ${to} and r.outcome = 'update'
    ), field as materialized (
      select distinct on (l.id, c.part) l.id, c.part, ${said(sql`l.stands`)} as stands, ${said(sql`l.says`)} as says,
        (${said(sql`l.stands`)}) is not distinct from (${said(sql`l.said`)})
          or (c.part = ${POINT} and l.point_precision in ('street', 'commune')) as is_the_sources
      from line l cross join unnest(array[${sql.join(COMPARED)}]::text[]) c(part)
      where (${said(sql`l.says`)}) is distinct from (${said(sql`l.said`)})
      order by l.id, c.part, l.line
    ), written as (
      select id, jsonb_object_agg(piece.key, piece.value) as patch
      from field, jsonb_each(${asPatch(sql`field.part`, sql`field.says`)}) piece
      where is_the_sources and stands is distinct from says group by id
    ), labelled as (
      select distinct on (l.id) l.id, (l.stands->'other_labels') || added.names as names
      from line l cross join lateral (
        select jsonb_agg(name) as names from jsonb_array_elements(l.says->'other_labels') name
        where not (l.stands->'other_labels') @> jsonb_build_array(name)
          and (l.said = l.stands or not (l.said->'other_labels') @> jsonb_build_array(name))
      ) added
      where added.names is not null order by l.id, l.line
    ), dated as (
      select distinct on (l.id) l.id, nullif(case
          when l.says->>'updated_on' is null then
            case when w.id is not null or labels.id is not null then ${today}::date end
          when l.says->>'updated_on' is not distinct from l.said->>'updated_on' then null
          when l.stands->>'updated_on' is not distinct from l.said->>'updated_on'
            or l.says->>'updated_on' > l.stands->>'updated_on' then (l.says->>'updated_on')::date
        end, (l.stands->>'updated_on')::date) as day
      from line l left join written w using (id) left join labelled labels using (id) order by l.id, l.line
    ), patch as (
      select l.id, l.stands, coalesce(w.patch, '{}')
          || case when labels.id is null then '{}' else jsonb_build_object('other_labels', labels.names) end
          || case when d.day is null then '{}' else jsonb_build_object('updated_on', d.day) end as patch
      from (select distinct on (id) id, stands from line order by id, line) l
      left join written w using (id) left join labelled labels using (id) left join dated d using (id)
    ), changed as (
      update places.place p
      set (${columnList}) = (select ${patchedList} from jsonb_populate_record(p, patch.patch) patched)
      from patch where p.id = patch.id and patch.patch <> '{}'
      returning p.id, p.version, patch.patch, patch.stands
    ), told as (
      insert into places.revision (place_id, version, at, said_by, run_id, act, changes)
      select id, version, ${now}, 'source', ${scope.run}, 'imported', (
        select jsonb_object_agg(key, jsonb_build_object('from', stands->key, 'to', value))
        from jsonb_each(patch) where stands->key is distinct from value)
      from changed
    ), overtaken as (
      update places.source_proposal old set decision = 'replaced', decided_at = ${now}
      from field f where old.place_id = f.id and old.source = ${scope.source} and old.kind = 'source'
        and old.column_name = f.part and old.decision is null and old.value is distinct from f.says
    )
    insert into places.source_proposal (id, network_id, place_id, source, column_name, value, run_id, made_at)
    select gen_random_uuid(), ${scope.network}, id, ${scope.source}, part, says, ${scope.run}, ${now}
    from field where not is_the_sources and stands is distinct from says
    on conflict (place_id, source, kind, column_name, md5(value::text)) do update
      set decision = null, decided_at = null, decided_by = null, run_id = excluded.run_id, made_at = excluded.made_at
      where places.source_proposal.decision = 'replaced'`.execute(tx)
}
