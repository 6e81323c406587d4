import { sql } from 'kysely'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { slugOf } from '../../domain/imports/import.ts'
import type { PlaceFields, PlaceId, PlaceStatus } from '../../domain/place.ts'

/** What a list of places is compared with. */
export interface PlaceToMatch {
  readonly id: PlaceId
  readonly slug: string
  readonly name: string
  readonly commune: string
  readonly postalCode: string | null
  readonly pivot: string | null
  readonly status: PlaceStatus
}

/**
 * Every place of the network, or those that these ids name, whatever their status: one statement, for a list of any length.
 * A duplicate is one more way to find the place it was joined to.
 */
export async function placesToMatch(
  db: Database,
  network: NetworkId,
  among?: readonly PlaceId[],
): Promise<PlaceToMatch[]> {
  return db
    .selectFrom('places.place as face')
    .innerJoin('places.place as p', (join) =>
      join.on(sql<boolean>`p.id = coalesce(face.merged_into, face.id)`),
    )
    .select(['p.slug', 'p.status'])
    .$if(among === undefined, (query) =>
      query.select(['p.id', 'face.name', 'face.commune', 'face.postal_code as postalCode', 'face.pivot']),
    )
    .$if(among !== undefined, (query) =>
      query
        .where(sql<boolean>`face.id = any(${among ?? []}::uuid[])`)
        .select(['face.id', 'p.name', 'p.commune', 'p.postal_code as postalCode', 'p.pivot']),
    )
    .where('face.network_id', '=', network)
    .orderBy('face.id')
    .$castTo<PlaceToMatch>()
    .execute()
}

/** A place proposed before the directory had it. */
export interface DraftPlace {
  readonly name: string
  readonly commune: string
  readonly postalCode: string | null
}

/** Places that nobody sees before their page is completed; their ids, in the order given. */
export async function addDraftPlaces(
  tx: Database,
  network: NetworkId,
  drafts: readonly DraftPlace[],
  now: Instant,
): Promise<PlaceId[]> {
  if (drafts.length === 0) return []
  const rows = drafts.map(({ name, commune, postalCode }) => {
    const id: PlaceId = newId()
    const slug = `${slugOf({ name, inseeCode: null, postalCode } as PlaceFields)}-${id.slice(-6)}`
    return {
      ...{ id, network_id: network, slug, status: 'draft', name, commune },
      postal_code: postalCode,
      created_at: now,
    }
  })
  await tx.insertInto('places.place').values(rows).execute()
  return rows.map(({ id }) => id)
}

/** Where to write to places: their own addresses, for mail only. */
export async function placeMailboxes(
  db: Database,
  network: NetworkId,
  ids: readonly PlaceId[],
): Promise<{ id: PlaceId; name: string; emails: readonly string[] }[]> {
  if (ids.length === 0) return []
  return db
    .selectFrom('places.place as p')
    .innerJoin('places.current_place as asked', 'asked.current_id', 'p.id')
    .select(['p.name', 'p.emails'])
    .select(sql<PlaceId>`asked.id`.as('id'))
    .where('p.network_id', '=', network)
    .where('asked.id', 'in', [...ids])
    .orderBy('asked.id')
    .execute()
}
