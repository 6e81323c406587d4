import { type RawBuilder, sql } from 'kysely'
import { newId } from '../../../../kernel/id.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { type ImportId, type Outcome, SEPARATE_KEY, slugOf } from '../../domain/imports/import.ts'
import type { SourceRow } from '../../domain/mapping/mapping.ts'
import type { PlaceFields, PlaceId } from '../../domain/place.ts'
import { toColumns } from '../place-columns.ts'
import { knownRows } from './known-rows.ts'

/** A row ready to be written. */
export interface StagedRow {
  line: number
  externalId: string
  fingerprint: string
  fields: PlaceFields
  /** The row as received: heading → cell. DIR-30. */
  raw: SourceRow
  rawDigest: string
  /** Name, address and commune, as a digest. */
  placeKey: string
}

/** Which rows an import is about. */
export interface Scope {
  run: ImportId
  network: NetworkId
  source: string
}

export async function clearStaging(db: Database, run: ImportId): Promise<void> {
  await db.deleteFrom('places.held_row').where('run_id', '=', run).execute()
  await db.deleteFrom('places.import_row').where('run_id', '=', run).execute()
  await db.deleteFrom('places.import_finding').where('run_id', '=', run).execute()
}

export async function forgetStagedRows(db: Database, run: ImportId): Promise<void> {
  await db.deleteFrom('places.import_row').where('run_id', '=', run).execute()
}

/** Of no place: an unchanged row makes none. */
const NO_PLACE = '00000000-0000-0000-0000-000000000000' as PlaceId

/**
 * Each with what becomes of it as far as its source's last file goes. One that is kept already, word for word, is only
 * noted: neither its fields nor its cells are written a second time (DIR-34).
 */
export async function stageRows(db: Database, scope: Scope, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return
  const known = await knownRows(
    db,
    scope,
    rows.map(({ externalId }) => externalId),
  )
  const data = rows.map(({ line, externalId, fingerprint, placeKey, fields, raw, rawDigest }) => {
    const said = known.get(externalId)
    const isSame = said?.fingerprint === fingerprint
    const outcome: Outcome = isSame ? 'unchanged' : said ? 'update' : 'create'
    const told = { line, external_id: externalId, fingerprint, place_key: placeKey, outcome }
    if (isSame && said?.rawDigest === rawDigest) return { ...told, place_id: NO_PLACE, slug: '' }
    const content = { fields: toColumns(fields), raw, raw_digest: rawDigest }
    return { ...told, ...content, place_id: newId<'place'>(), slug: slugOf(fields) }
  })
  // Bytes leave the heap as soon as they are sent; a text of a megabyte would wait there for the next great collection.
  const bytes = Buffer.from(JSON.stringify(data))
  await sql`
    insert into places.import_row
      (run_id, line, external_id, fingerprint, place_id, slug, fields, raw, raw_digest, place_key, outcome)
    select ${scope.run}, line, external_id, fingerprint, place_id, slug, fields, raw, raw_digest, place_key, outcome
    from jsonb_to_recordset(convert_from(${bytes}::bytea, 'UTF8')::jsonb)
      as row (line integer, external_id text, fingerprint text, place_id uuid, slug text, fields jsonb, raw jsonb,
              raw_digest text, place_key text, outcome text)`.execute(db)
}

/**
 * Tells the planner what the table holds now: just filled, it would be thought nearly empty, and the joins below
 * would compare every row with every other.
 */
export async function measureStaging(db: Database): Promise<void> {
  await sql`analyze places.import_row (run_id, line, external_id, outcome, slug)`.execute(db)
}

/** What somebody decided of a row stands for the next file: set aside for good, or a place of its own. DIR-36. */
export async function recallDecisions(db: Database, { run, network, source }: Scope): Promise<void> {
  await sql`
    update places.import_row r set outcome = 'ignored' from places.ignored_row i
    where r.run_id = ${run} and i.network_id = ${network} and i.source = ${source}
      and i.external_id = r.external_id and i.fingerprint = r.fingerprint`.execute(db)
  await sql`
    update places.import_row r set external_id = apart.external_id,
      outcome = case when r.fingerprint = apart.fingerprint then 'unchanged' else 'update' end,
      -- It may say what the row whose id it shares said: kept under that id, it now needs its own words.
      fields = coalesce(r.fields, shared.fields), raw = coalesce(r.raw, shared.raw)
    from (
      select external_id, fingerprint,
        left(external_id, -${SEPARATE_KEY}::int - 1) as shared, right(external_id, ${SEPARATE_KEY}::int) as key
      from places.external_ref where network_id = ${network} and source = ${source} and external_id ~ '~[0-9a-f]+$'
    ) apart
    left join places.external_ref shared
      on shared.network_id = ${network} and shared.source = ${source} and shared.external_id = apart.shared
    where r.run_id = ${run} and r.outcome <> 'ignored' and r.external_id = apart.shared
      and apart.key in (left(r.place_key, ${SEPARATE_KEY}::int), left(r.fingerprint, ${SEPARATE_KEY}::int))`.execute(
    db,
  )
}

/**
 * Of several rows with one id, the one that says what the source last said is imported, else the first; the others wait
 * (DIR-36). Returns how many wait.
 */
export async function holdRepeatedIds(db: Database, { run, network, source }: Scope): Promise<number> {
  const { rows } = await sql<{ held: number }>`
    with repeated as (
      select * from (
        select line, external_id, fingerprint, place_key, count(*) over (partition by external_id) as times
        from places.import_row where run_id = ${run} and outcome <> 'ignored'
      ) counted where times > 1
    ), numbered as (
      select r.line, first_value(r.line) over same_id as first_line, first_value(r.place_key) over same_id as first_key
      from (
        -- Looked up for these few only: a join would read all that the source ever gave.
        select repeated.*, (
          select known.fingerprint from places.external_ref known
          where known.network_id = ${network} and known.source = ${source} and known.external_id = repeated.external_id
        ) as known from repeated
      ) r
      window same_id as (
        partition by r.external_id
        order by coalesce(r.fingerprint = r.known, false) desc, r.line)
    ), held as (
      -- Two rows that name and place it alike are told apart by all they say.
      update places.import_row r set outcome = 'held', held_why = 'id-repeated',
        place_key = case when r.place_key = n.first_key then r.fingerprint else r.place_key end
      from numbered n
      where r.run_id = ${run} and r.line = n.line and n.line <> n.first_line
      returning r.line, r.external_id, n.first_line
    ), told as (
      insert into places.import_finding (run_id, line, position, external_id, column_name, value, code, severity, message)
      select ${run}, line, 1000, external_id, 'id', external_id, 'id-repeated', 'warning',
        'Cet identifiant est déjà celui de la ligne ' || first_line
          || ' : cette ligne-ci est mise en attente. Dites si elle la remplace, si c’est un autre lieu, ou ignorez-la.'
      from held
    )
    select count(*) as held from held`.execute(db)
  return rows[0]?.held ?? 0
}

/** A row that waits is decided on its own words, even those that are kept already under the same id. */
export async function fillHeldRows(db: Database, scope: Scope): Promise<void> {
  await sql`
    update places.import_row r set fields = known.fields, raw = known.raw from places.external_ref known
    where r.run_id = ${scope.run} and r.outcome = 'held' and r.fields is null and ${ofSource(scope)}
      and known.external_id = r.external_id and known.fingerprint = r.fingerprint`.execute(db)
}

/** Is a row to write, of which only the id was noted? What was kept of it changed since: the file must be read again. */
export async function isContentLost(db: Database, run: ImportId): Promise<boolean> {
  const { rows } = await sql<{ lost: boolean }>`
    select exists (select from places.import_row
      where run_id = ${run} and fields is null and outcome in ('create', 'update')) as lost`.execute(db)
  return rows[0]?.lost ?? false
}

/** Holds each row against what its source said last time. */
export async function classifyRows(db: Database, { run, network, source }: Scope): Promise<void> {
  await sql`
    update places.import_row r set outcome = found.outcome
    from (
      select same.line, case when known.place_id is null then 'create'
                             when known.fingerprint = same.fingerprint then 'unchanged' else 'update' end as outcome
      from places.import_row same
      left join places.external_ref known
        on known.network_id = ${network} and known.source = ${source} and known.external_id = same.external_id
      where same.run_id = ${run}
    ) found
    where r.run_id = ${run} and r.line = found.line and r.outcome not in ('held', 'ignored') and r.outcome <> found.outcome`.execute(
    db,
  )
}

/** Notes the places of this source that the file no longer has. Returns how many. */
export async function noteMissing(db: Database, scope: Scope): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into places.import_finding (run_id, line, position, external_id, column_name, value, code, severity, message)
    select ${scope.run}, 0, row_number() over (order by known.external_id), known.external_id, 'id', place.name,
      'missing-from-file', 'remark',
      'Ce lieu venait de cette source et n’est plus dans le fichier : il reste publié. Vérifiez s’il a fermé.'
    from places.external_ref known join places.place on place.id = known.place_id
    where ${ofSource(scope)} and ${notInFile(scope)}`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

/** The references of one source, under the name `known`. */
export function ofSource({ network, source }: Scope): RawBuilder<boolean> {
  return sql`known.network_id = ${network} and known.source = ${source}`
}

/** No row of the file has the id of `known`, not even one that was refused. */
export function notInFile({ run }: Scope): RawBuilder<boolean> {
  return sql`
    not exists (select from places.import_row r where r.run_id = ${run} and r.external_id = known.external_id)
    and not exists (
      select from places.import_finding f
      where f.run_id = ${run} and f.severity = 'refused' and f.external_id = known.external_id)`
}

/** How many rows wait, by what will become of them. */
export async function countOutcomes(db: Database, run: ImportId): Promise<Record<Outcome, number>> {
  const rows = await db
    .selectFrom('places.import_row')
    .select(({ fn }) => ['outcome', fn.countAll<number>().as('count')])
    .where('run_id', '=', run)
    .groupBy('outcome')
    .execute()
  const counts = { create: 0, update: 0, unchanged: 0, held: 0, ignored: 0 }
  for (const { outcome, count } of rows) counts[outcome as Outcome] = count
  return counts
}
