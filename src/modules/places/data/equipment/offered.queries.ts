import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'
import { type Found, rowsFound } from '../search/found.ts'
import type { PlaceFilter } from '../search/places.filter.ts'

export interface EquipmentCount {
  /** « Imprimante 3D », as those who lend it write it. */
  readonly kind: string
  readonly count: number
}

/** The kinds of equipment lent at a place and shown to everybody, in the order of the alphabet. DIR-72. */
export async function offeredAt(db: Database, network: NetworkId, place: PlaceId): Promise<string[]> {
  const rows = await db
    .selectFrom('equipment.offered')
    .where('network_id', '=', network)
    .where('place_id', '=', place)
    .select('kind')
    .orderBy(sql`kind collate public.french`)
    .execute()
  return rows.flatMap(({ kind }) => kind ?? [])
}

/** Every kind that a filter may name. */
export async function offeredKinds(db: Database, network: NetworkId): Promise<string[]> {
  const rows = await db
    .selectFrom('equipment.offered')
    .where('network_id', '=', network)
    .select('kind')
    .distinct()
    .orderBy('kind')
    .execute()
  return rows.flatMap(({ kind }) => kind ?? [])
}

/**
 * The places that lend one of the kinds, as they stand now: few, and named in the filter itself, so that whatever is kept
 * under a filter is never older than they are. Null: no kind was asked.
 */
export async function placesLending(
  db: Database,
  network: NetworkId,
  kinds: readonly string[],
): Promise<readonly PlaceId[] | null> {
  if (kinds.length === 0) return null
  const rows = await db
    .selectFrom('equipment.offered')
    .where('network_id', '=', network)
    .where('kind', 'in', kinds)
    .select(sql<PlaceId>`place_id`.as('id'))
    .distinct()
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Beside each kind, how many places would be listed if it were the one chosen. DIR-63. */
export async function countByEquipment(db: Database, found: Found): Promise<readonly EquipmentCount[]> {
  const rows = await db
    .selectFrom('equipment.offered as lent')
    .where('lent.network_id', '=', found.filter.network)
    .groupBy('lent.kind')
    .select([
      sql<string>`lent.kind`.as('kind'),
      sql<string | null>`string_agg(lent.place_id::text, ',')`.as('places'),
    ])
    .orderBy(sql`lent.kind collate public.french`)
    .execute()
  const anyKind = rowsFound(found, 'lending')
  return rows.map(({ kind, places }) => {
    const lenders = found.index.rowsOf((places?.split(',') ?? []) as PlaceId[])
    return { kind, count: lenders.sharedWith(anyKind) }
  })
}

/** A short name for the set of places that lend: another set is another answer. Empty when nothing was asked. */
export function lendingMark({ lending }: Pick<PlaceFilter, 'lending'>): string {
  return lending === null
    ? ''
    : `-${createHash('sha256').update(lending.join(' ')).digest('base64url').slice(0, 12)}`
}
