import { sql } from 'kysely'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inside, type Section, sectionFrom, type Within } from '../../../../platform/privacy/personal-data.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'

export type SearchId = Id<'saved-search'>

/** A question somebody asks of the directory again and again. `asked`: the parameters of its address. DIR-65. */
export interface SavedSearch {
  id: SearchId
  name: string
  asked: string
  createdAt: Instant
}

export async function searchesOf(db: Database, network: NetworkId, person: PersonId): Promise<SavedSearch[]> {
  return db
    .selectFrom('places.saved_search')
    .where('network_id', '=', network)
    .where('person_id', '=', person)
    .select(['id', 'name', 'asked', 'created_at as createdAt'])
    .orderBy(sql`name collate public.french`)
    .execute()
}

/** Whoever has the link may ask it: it says neither whose it is nor what they call it. */
export async function sharedSearch(db: Database, network: NetworkId, id: SearchId): Promise<string | null> {
  const row = await db
    .selectFrom('places.saved_search')
    .where('network_id', '=', network)
    .where('id', '=', id)
    .select('asked')
    .executeTakeFirst()
  return row?.asked ?? null
}

export async function addSearch(
  tx: Database,
  { network, person }: { network: NetworkId; person: PersonId },
  { id, name, asked, createdAt }: SavedSearch,
): Promise<void> {
  await tx
    .insertInto('places.saved_search')
    .values({ id, network_id: network, person_id: person, name, asked, created_at: createdAt })
    .execute()
}

/** False: this person keeps none of that id. */
export async function dropSearch(
  tx: Database,
  { network, person }: { network: NetworkId; person: PersonId },
  id: SearchId,
): Promise<boolean> {
  const gone = await tx
    .deleteFrom('places.saved_search')
    .where('network_id', '=', network)
    .where('person_id', '=', person)
    .where('id', '=', id)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

export async function forgetSearches(tx: Database, person: PersonId): Promise<void> {
  await tx.deleteFrom('places.saved_search').where('person_id', '=', person).execute()
}

export async function searchSections(db: Database, person: PersonId, within: Within): Promise<Section[]> {
  return [
    await sectionFrom(db, {
      key: 'recherches-gardees',
      title: 'Recherches de lieux que vous gardez',
      table: 'places.saved_search',
      columns: {
        created_at: ['le', 'Le'],
        name: ['nom', 'Nom'],
        asked: ['recherche', 'Recherche'],
        person_id: ['personne', 'Personne'],
      },
      where: sql<boolean>`t.person_id = ${person} and ${inside('t.network_id', within)}`,
    }),
  ]
}
