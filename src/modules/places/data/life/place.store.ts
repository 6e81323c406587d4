import type { Selectable, Updateable } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PlacesPlace } from '../../../../platform/db/schema.generated.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { ImportId } from '../../domain/imports/import.ts'
import { changesBetween, type FieldChange, type Speaker } from '../../domain/life/changes.ts'
import type { Place, PlaceId } from '../../domain/place.ts'
import { placeColumns } from '../place-columns.ts'
import { placeOf } from '../places.queries.ts'

/** A row of `places.place`, by the names of its columns. */
export type PlaceRow = Selectable<PlacesPlace>
export type RowPatch = Omit<
  Updateable<PlacesPlace>,
  'id' | 'network_id' | 'version' | 'search' | 'created_at'
>

/** Who changed a place, when and what for: `act` is a word such as `edited`, `imported`, `merged`, `closed`. */
export interface Authorship {
  saidBy: Speaker
  by: PersonId | null
  at: Instant
  act: string
  run?: ImportId
}

/** As it stands, duplicates and hidden ones included; null: none in this network. */
export async function findRow(db: Database, network: NetworkId, id: PlaceId): Promise<PlaceRow | null> {
  const row = await db
    .selectFrom('places.place')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** A place held until the end of the transaction, duplicates and hidden ones included; null: none in this network. */
export async function lockPlace(tx: Database, network: NetworkId, id: PlaceId): Promise<PlaceRow | null> {
  const row = await tx
    .selectFrom('places.place')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

/** Several, in the order of their ids: two acts on the same places wait for each other. */
export async function lockPlaces(
  tx: Database,
  network: NetworkId,
  ids: readonly PlaceId[],
): Promise<PlaceRow[]> {
  if (ids.length === 0) return []
  return tx
    .selectFrom('places.place')
    .selectAll()
    .where('network_id', '=', network)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute()
}

/**
 * The one way a place that exists is changed outside bulk imports: writes the columns that differ and the revision that
 * says who changed them. Returns the version it has then, the same when nothing differs. The row is locked by the caller.
 */
export async function changePlace(
  tx: Database,
  held: PlaceRow,
  patch: RowPatch,
  authorship: Authorship,
): Promise<{ version: number; changes: Record<string, FieldChange> }> {
  const changes = changesBetween<Record<string, unknown>>({ ...held }, { ...patch }) as Record<
    string,
    FieldChange
  >
  const changed = Object.fromEntries(Object.entries(patch).filter(([column]) => column in changes))
  if (Object.keys(changed).length === 0) return { version: held.version, changes }
  const { version } = await tx
    .updateTable('places.place')
    .set(changed)
    .where('id', '=', held.id)
    .returning('version')
    .executeTakeFirstOrThrow()
  await addRevision(tx, held.id, version, changes, authorship)
  return { version, changes }
}

/** What a version changed; an empty list of changes is how a place came. */
export async function addRevision(
  tx: Database,
  place: PlaceId,
  version: number,
  changes: Readonly<Record<string, FieldChange>>,
  { saidBy, by, at, act, run }: Authorship,
): Promise<void> {
  await tx
    .insertInto('places.revision')
    .values({
      ...{ place_id: place, version, at, said_by: saidBy, made_by: by, run_id: run ?? null, act },
      changes: JSON.stringify(changes),
    })
    .execute()
}

/** The fields of the standard under the names of their columns, for `changePlace`. */
export function toPatch(fields: Partial<Place>): RowPatch {
  const entries = Object.entries(placeColumns).filter(([field]) => field in fields)
  return Object.fromEntries(entries.map(([field, column]) => [column, fields[field as keyof Place]]))
}

/** A held row as a place: its fields by our names. */
export function fieldsOf(row: PlaceRow): Place {
  return placeOf(row)
}
