import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { Members } from '../../domain/territories/members.ts'

/** A territory that no code names, as the head of the network keeps it. DIR-63. */
export interface OwnTerritory extends Members {
  /** Its word in addresses; it never changes. */
  readonly slug: string
  readonly name: string
  readonly version: number
  /** Null: it is offered. */
  readonly endedAt: Instant | null
}

/** Those that ended too, in the order of the alphabet. */
export async function ownTerritories(db: Database, network: NetworkId): Promise<OwnTerritory[]> {
  const rows = await territories(db, network).orderBy(sql`name collate public.french`).execute()
  return rows.map(territoryOf)
}

export async function findTerritory(
  db: Database,
  network: NetworkId,
  slug: string,
): Promise<OwnTerritory | null> {
  const row = await territories(db, network).where('slug', '=', slug).executeTakeFirst()
  return row ? territoryOf(row) : null
}

function territories(db: Database, network: NetworkId) {
  return db
    .selectFrom('places.territory')
    .where('network_id', '=', network)
    .select(['slug', 'name', 'communes', 'epcis', 'version', 'ended_at'])
}

function territoryOf({
  ended_at,
  ...row
}: Omit<OwnTerritory, 'endedAt'> & { ended_at: Instant | null }): OwnTerritory {
  return { ...row, endedAt: ended_at }
}

/** Throws the violation of `one_territory_per_name`. */
export async function addTerritory(
  tx: Database,
  network: NetworkId,
  { slug, name, communes, epcis }: Pick<OwnTerritory, 'slug' | 'name' | 'communes' | 'epcis'>,
): Promise<void> {
  await tx
    .insertInto('places.territory')
    .values({ network_id: network, slug, name, communes: [...communes], epcis: [...epcis] })
    .execute()
}

/** False: somebody changed it since `version` was read. Throws the violation of `one_territory_per_name`. */
export async function saveTerritory(
  tx: Database,
  network: NetworkId,
  { slug, version, name, communes, epcis }: Omit<OwnTerritory, 'endedAt'>,
): Promise<boolean> {
  const row = await tx
    .updateTable('places.territory')
    .set({ name, communes: [...communes], epcis: [...epcis], version: version + 1 })
    .where('network_id', '=', network)
    .where('slug', '=', slug)
    .where('version', '=', version)
    .returning('slug')
    .executeTakeFirst()
  return row !== undefined
}

/** Ends it, or offers it again (`null`). False: it is none of this network's, or it was so already. */
export async function endTerritory(
  tx: Database,
  network: NetworkId,
  slug: string,
  endedAt: Instant | null,
): Promise<boolean> {
  const row = await tx
    .updateTable('places.territory')
    .set({ ended_at: endedAt })
    .where('network_id', '=', network)
    .where('slug', '=', slug)
    .where('ended_at', endedAt === null ? 'is not' : 'is', null)
    .returning('slug')
    .executeTakeFirst()
  return row !== undefined
}

/** The first of `word`, `word-2`… that names none of the network's territories. */
export async function freeWord(tx: Database, network: NetworkId, word: string): Promise<string> {
  const rows = await tx
    .selectFrom('places.territory')
    .where('network_id', '=', network)
    .select('slug')
    .execute()
  const taken = new Set(rows.map(({ slug }) => slug))
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? word : `${word}-${number}`
    if (!taken.has(free)) return free
  }
}
