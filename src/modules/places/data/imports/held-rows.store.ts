import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId, Reach } from '../../../../platform/session/actor.ts'
import type { HeldDecision, HeldWhy, ImportId } from '../../domain/imports/import.ts'
import type { SourceRow } from '../../domain/mapping/mapping.ts'
import type { PlaceId } from '../../domain/place.ts'
import type { Scope } from './import.staging.ts'

/** A row that cannot be a place, as received. */
export interface RefusedRow {
  readonly line: number
  readonly externalId: string
  readonly placeKey: string
  readonly raw: SourceRow
}

export async function keepRefusedRows(
  db: Database,
  run: ImportId,
  rows: readonly RefusedRow[],
): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('places.held_row')
    .values(
      rows.map(({ line, externalId, placeKey, raw }) => ({
        ...{ run_id: run, line, why: 'refused', external_id: externalId, place_key: placeKey },
        raw: JSON.stringify(raw),
      })),
    )
    .execute()
}

/** The rows that wait outlive those that are only ready to be written. */
export async function keepHeldRows(db: Database, run: ImportId): Promise<void> {
  await sql`
    insert into places.held_row (run_id, line, why, external_id, place_key, fingerprint, fields, raw, like_place_id, like_score)
    select run_id, line, held_why, external_id, place_key, fingerprint, fields, raw, like_place_id, like_score
    from places.import_row where run_id = ${run} and outcome = 'held'`.execute(db)
}

/** A row that waits for somebody, beside what the directory has. */
export interface HeldRow {
  readonly run: ImportId
  readonly source: string
  readonly line: number
  readonly why: HeldWhy
  readonly externalId: string
  readonly placeKey: string
  readonly fingerprint: string
  /** By the names of the columns. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly raw: SourceRow
  /** The place it is like, or that of the row whose id it has. */
  readonly place: {
    id: PlaceId
    slug: string
    name: string
    fields: Readonly<Record<string, unknown>>
  } | null
  readonly score: number | null
  readonly decision: HeldDecision | null
}

export interface HeldAsked {
  readonly source?: string | null
  readonly why?: HeldWhy | null
  readonly limit: number
  readonly offset: number
}

/** Those of the last published import of each source: a later file says it again, or no longer says it. */
export async function heldRowsToDecide(
  db: Database,
  reach: Reach,
  { source = null, why = null, limit, offset }: HeldAsked,
): Promise<{ rows: HeldRow[]; total: number }> {
  if (reach.kind !== 'all') return { rows: [], total: 0 }
  const last = sql<ImportId>`(
    select distinct on (source) id from places.import_run
    where network_id = ${reach.network} and applied_at is not null order by source, applied_at desc, id desc)`
  const found = selectHeld(db)
    .where('run.network_id', '=', reach.network)
    .where('run.undone_at', 'is', null)
    .where('h.decision', 'is', null)
    .where('h.why', '<>', 'refused')
    .where(sql<boolean>`h.run_id in ${last}`)
    .$if(source !== null, (query) => query.where('run.source', '=', source ?? ''))
    .$if(why !== null, (query) => query.where('h.why', '=', why ?? ''))
  const [rows, { total }] = await Promise.all([
    found.orderBy('run.source').orderBy('h.line').limit(limit).offset(offset).execute(),
    db
      .selectFrom(found.as('found'))
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows: rows.map(toHeld), total }
}

/** The sources that already name each of these places by an id of theirs. */
export async function placesNamedBy(
  db: Database,
  reach: Reach,
  places: readonly PlaceId[],
): Promise<ReadonlyMap<PlaceId, readonly string[]>> {
  if (reach.kind !== 'all' || places.length === 0) return new Map()
  const rows = await db
    .selectFrom('places.external_ref')
    .where('network_id', '=', reach.network)
    .where('place_id', 'in', places)
    .groupBy('place_id')
    .select(['place_id', sql<string[]>`array_agg(distinct source)`.as('sources')])
    .execute()
  return new Map(rows.map(({ place_id, sources }) => [place_id, sources]))
}

export async function heldRow(
  db: Database,
  reach: Reach,
  run: ImportId,
  line: number,
): Promise<HeldRow | null> {
  if (reach.kind !== 'all') return null
  const row = await selectHeld(db)
    .where('run.network_id', '=', reach.network)
    .where('h.run_id', '=', run)
    .where('h.line', '=', line)
    .where('h.why', '<>', 'refused')
    .executeTakeFirst()
  return row ? toHeld(row) : null
}

/** False: somebody decided meanwhile. */
export async function decideHeldRow(
  tx: Database,
  { run, line }: Pick<HeldRow, 'run' | 'line'>,
  { decision, by, now }: { decision: HeldDecision; by: PersonId | null; now: Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('places.held_row')
    .set({ decision, decided_at: now, decided_by: by })
    .where('run_id', '=', run)
    .where('line', '=', line)
    .where('decision', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The same content of this row is not asked again. */
export async function ignoreRow(
  tx: Database,
  { network, source }: Omit<Scope, 'run'>,
  row: { externalId: string; fingerprint: string },
  { by, now }: { by: PersonId | null; now: Instant },
): Promise<void> {
  await tx
    .insertInto('places.ignored_row')
    .values({
      ...{ network_id: network, source, external_id: row.externalId, fingerprint: row.fingerprint },
      ...{ ignored_at: now, ignored_by: by },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The rows refused, in the order of the file, with what is wrong with each. */
export async function* refusedRows(
  db: Database,
  run: ImportId,
): AsyncGenerator<{ raw: SourceRow; errors: string[]; proposals: string[] }> {
  const limit = 1000
  for (let after = -1; ; ) {
    const { rows } = await sql<{ line: number; raw: SourceRow; errors: string[]; proposals: string[] }>`
      select h.line, h.raw, coalesce(array_agg(f.column_name || ' : ' || f.message order by f.position)
          filter (where f.severity in ('refused', 'warning')), '{}') as errors,
        coalesce(array_agg(f.column_name || ' : ' || f.proposal order by f.position)
          filter (where f.proposal is not null), '{}') as proposals
      from places.held_row h left join places.import_finding f on f.run_id = h.run_id and f.line = h.line
        and f.column_name <> ''
      where h.run_id = ${run} and h.why = 'refused' and h.line > ${after}
      group by h.line, h.raw order by h.line limit ${limit}`.execute(db)
    yield* rows
    if (rows.length < limit) return
    after = rows.at(-1)?.line ?? after
  }
}

function selectHeld(db: Database) {
  return db
    .selectFrom('places.held_row as h')
    .innerJoin('places.import_run as run', 'run.id', 'h.run_id')
    .leftJoin('places.external_ref as known', (join) =>
      join
        .onRef('known.network_id', '=', 'run.network_id')
        .onRef('known.source', '=', 'run.source')
        .onRef('known.external_id', '=', 'h.external_id'),
    )
    .leftJoin('places.place as p', (join) =>
      join.on(sql<boolean>`p.id = (select c.current_id from places.current_place c
        where c.id = coalesce(h.like_place_id, known.place_id))`),
    )
    .select(['h.run_id', 'run.source', 'h.line', 'h.why', 'h.external_id', 'h.place_key', 'h.fingerprint'])
    .select(['h.fields', 'h.raw', 'h.like_score', 'h.decision', 'p.id', 'p.slug', 'p.name'])
    .select(sql<Record<string, unknown> | null>`to_jsonb(p)`.as('stands'))
}

type Row = Awaited<ReturnType<ReturnType<typeof selectHeld>['executeTakeFirstOrThrow']>>

function toHeld(row: Row): HeldRow {
  const { id, slug, name, stands } = row
  return {
    ...{ run: row.run_id, source: row.source, line: row.line, why: row.why as HeldWhy },
    ...{ externalId: row.external_id, placeKey: row.place_key, fingerprint: row.fingerprint ?? '' },
    ...{ fields: (row.fields ?? {}) as Record<string, unknown>, raw: row.raw as unknown as SourceRow },
    place: id && slug && name ? { id, slug, name, fields: stands ?? {} } : null,
    ...{ score: row.like_score, decision: row.decision as HeldDecision | null },
  }
}

/** Is there such a row within reach, decided or not? */
export async function isHeldRow(
  db: Database,
  reach: Reach,
  { run, line }: { run: ImportId; line: number },
): Promise<boolean> {
  if (reach.kind !== 'all') return false
  const row = await db
    .selectFrom('places.held_row as h')
    .innerJoin('places.import_run as run', 'run.id', 'h.run_id')
    .where('run.network_id', '=', reach.network)
    .where('h.run_id', '=', run)
    .where('h.line', '=', line)
    .select('h.line')
    .executeTakeFirst()
  return row !== undefined
}
