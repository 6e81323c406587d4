import { sql } from 'kysely'
import { newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'
import { slugOf } from '../domain/import.ts'
import type { PlaceFields, PlaceId, PlaceStatus } from '../domain/place.ts'

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

/** Every place of the network, or those among these ids, whatever their status: one statement, for a list of any length. */
export async function placesToMatch(
  db: Database,
  network: NetworkId,
  among?: readonly PlaceId[],
): Promise<PlaceToMatch[]> {
  return db
    .selectFrom('places.place')
    .select(['id', 'slug', 'name', 'commune', 'postal_code as postalCode', 'pivot', 'status'])
    .where('network_id', '=', network)
    .$if(among !== undefined, (query) => query.where(sql<boolean>`id = any(${among ?? []}::uuid[])`))
    .orderBy('id')
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
    .selectFrom('places.place')
    .select(['id', 'name', 'emails'])
    .where('network_id', '=', network)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute()
}
