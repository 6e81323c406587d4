import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { ImportId } from '../../domain/imports/import.ts'
import type { PlaceFields, PlaceId } from '../../domain/place.ts'
import { placeColumns } from '../place-columns.ts'
import type { Scope } from './import.staging.ts'

/** What is compared of a place, whether it stands or only comes. */
export type Likened = Pick<
  PlaceFields,
  | 'name'
  | 'address'
  | 'postalCode'
  | 'commune'
  | 'inseeCode'
  | 'latitude'
  | 'longitude'
  | 'phone'
  | 'emails'
  | 'pivot'
  | 'typologies'
  | 'itinerance'
>

const COMPARED = [
  'name',
  'address',
  'postalCode',
  'commune',
  'inseeCode',
  'latitude',
  'longitude',
  'phone',
  'emails',
  'pivot',
  'typologies',
  'itinerance',
] as const satisfies readonly (keyof Likened)[]

/** Two digits of its code tell where it is, so that a whole country is compared a part at a time. */
const groundOf = (from: string) =>
  sql<string>`left(coalesce(${sql.ref(`${from}.postal_code`)}, ${sql.ref(`${from}.insee_code`)}, ''), 2)`

const comparedColumns = (from: string) =>
  sql.join(COMPARED.map((field) => sql`${sql.ref(`${from}.${placeColumns[field]}`)} as ${sql.ref(field)}`))

/** Where both new rows and known places are. */
export async function groundsToCompare(db: Database, { run, network }: Scope): Promise<string[]> {
  const { rows } = await sql<{ ground: string }>`
    select distinct ${groundOf('f')} as ground
    from places.import_row r, jsonb_populate_record(null::places.place, r.fields) f
    where r.run_id = ${run} and r.outcome = 'create'
      and exists (select from places.place p where p.network_id = ${network})
    order by 1`.execute(db)
  return rows.map(({ ground }) => ground)
}

export async function newRowsAt(
  db: Database,
  run: ImportId,
  ground: string,
): Promise<(Likened & { line: number })[]> {
  const { rows } = await sql<Likened & { line: number }>`
    select r.line, ${comparedColumns('f')}
    from places.import_row r, jsonb_populate_record(null::places.place, r.fields) f
    where r.run_id = ${run} and r.outcome = 'create' and ${groundOf('f')} = ${ground}
    order by r.line`.execute(db)
  return rows
}

/** Those that stand, whatever the public sees of them. */
export async function knownPlacesAt(
  db: Database,
  { network }: Scope,
  ground: string,
): Promise<(Likened & { id: PlaceId })[]> {
  const { rows } = await sql<Likened & { id: PlaceId }>`
    select p.id, ${comparedColumns('p')} from places.place p
    where p.network_id = ${network} and p.status <> 'merged' and ${groundOf('p')} = ${ground}
    order by p.id`.execute(db)
  return rows
}

/** A row that is much like a known place. */
export interface LikeKnown {
  readonly line: number
  readonly place: PlaceId
  /** From 0 to 100. */
  readonly score: number
}

/** They wait: nothing is created beside a place that is surely the same. DIR-35. */
export async function holdAsLike(db: Database, run: ImportId, found: readonly LikeKnown[]): Promise<void> {
  if (found.length === 0) return
  await sql`
    with held as (
      update places.import_row r set outcome = 'held', held_why = 'match', like_place_id = f.place, like_score = f.score
      from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) as f (line integer, place uuid, score integer)
      where r.run_id = ${run} and r.line = f.line
      returning r.line, r.external_id, r.fields->>'name' as name, r.like_place_id
    )
    insert into places.import_finding (run_id, line, position, external_id, column_name, value, code, severity, message)
    select ${run}, h.line, 1000, h.external_id, 'nom', h.name, 'like-known', 'warning',
      'Ce lieu ressemble à « ' || p.name || ' », déjà dans l’annuaire : la ligne est mise en attente. '
        || 'Dites si c’est le même lieu ou un autre.'
    from held h join places.place p on p.id = h.like_place_id`.execute(db)
}
