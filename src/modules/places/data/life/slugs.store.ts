import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'

const MOST_HOMONYMS = 200

/**
 * The readable address a place may take: the one asked for, or the first number that leads to no other place and never
 * did. Two places do not choose at once: the second waits until the first one has written. DIR-2.
 */
export async function freeSlug(
  tx: Database,
  network: NetworkId,
  wanted: string,
  place: PlaceId,
): Promise<string> {
  await holdSlugs(tx, network)
  const candidates = [wanted, ...Array.from({ length: MOST_HOMONYMS }, (_, at) => `${wanted}-${at + 2}`)]
  const { rows } = await sql<{ slug: string }>`
    select slug from places.place
      where network_id = ${network} and id <> ${place} and slug = any(${candidates}::text[])
    union all
    select slug from places.former_slug
      where network_id = ${network} and place_id <> ${place} and slug = any(${candidates}::text[])`.execute(
    tx,
  )
  const taken = new Set(rows.map(({ slug }) => slug))
  return candidates.find((slug) => !taken.has(slug)) ?? `${wanted}-${place}`
}

/** The address a place leaves leads to it for ever; the one it takes back is no longer a former one. */
export async function keepFormerSlug(
  tx: Database,
  network: NetworkId,
  { place, left, taken }: { place: PlaceId; left: string; taken: string },
): Promise<void> {
  await tx
    .deleteFrom('places.former_slug')
    .where('network_id', '=', network)
    .where('place_id', '=', place)
    .where('slug', '=', taken)
    .execute()
  await tx
    .insertInto('places.former_slug')
    .values({ network_id: network, slug: left, place_id: place })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Until the end of the transaction, nobody else chooses an address in that network. */
export async function holdSlugs(tx: Database, network: NetworkId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('places.slug'), hashtext(${network}))`.execute(tx)
}
