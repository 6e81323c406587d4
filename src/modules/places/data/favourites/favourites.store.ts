import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'

export type ListId = Id<'favourite-list'>

/** A list of places that one person keeps for themself. DIR-75. */
export interface FavouriteList {
  id: ListId
  name: string
  /** Where a place goes when one does not choose. */
  isMain: boolean
  /** Since when its link opens; null: nobody else reads it. */
  sharedAt: Instant | null
  /** Changes with each new link: the links of former rounds open nothing. */
  shareRound: number
  count: number
}

interface Owner {
  network: NetworkId
  person: PersonId
}

/** The main one first, then in the order of the French alphabet. */
export async function listsOf(db: Database, { network, person }: Owner): Promise<FavouriteList[]> {
  const rows = await lists(db)
    .where('l.network_id', '=', network)
    .where('l.person_id', '=', person)
    .orderBy('l.is_main', 'desc')
    .orderBy(sql`l.name collate public.french`)
    .execute()
  return rows.map(listOf)
}

/** Null: not there, or somebody else's. */
export async function ownList(
  db: Database,
  { network, person }: Owner,
  id: ListId,
): Promise<FavouriteList | null> {
  const row = await lists(db)
    .where('l.network_id', '=', network)
    .where('l.person_id', '=', person)
    .where('l.id', '=', id)
    .executeTakeFirst()
  return row ? listOf(row) : null
}

/** A list that its owner shares now, under that round; null: the link was taken back. */
export async function sharedList(
  db: Database,
  network: NetworkId,
  { id, round }: { id: ListId; round: number },
): Promise<FavouriteList | null> {
  const row = await lists(db)
    .where('l.network_id', '=', network)
    .where('l.id', '=', id)
    .where('l.share_round', '=', round)
    .where('l.shared_at', 'is not', null)
    .executeTakeFirst()
  return row ? listOf(row) : null
}

/** `one_list_of_a_name` refuses a name the person already uses. */
export async function addList(
  tx: Database,
  { network, person }: Owner,
  { name, isMain = false, at }: { name: string; isMain?: boolean; at: Instant },
): Promise<ListId> {
  const id: ListId = newId()
  await tx
    .insertInto('places.favourite_list')
    .values({ id, network_id: network, person_id: person, name, is_main: isMain, created_at: at })
    .execute()
  return id
}

export async function renameList(tx: Database, id: ListId, name: string): Promise<void> {
  await tx.updateTable('places.favourite_list').set({ name }).where('id', '=', id).execute()
}

export async function removeList(tx: Database, id: ListId): Promise<void> {
  await tx.deleteFrom('places.favourite_list').where('id', '=', id).execute()
}

/** Opens a new link, or takes the last one back; whichever it is, former links are dead. */
export async function setShared(tx: Database, id: ListId, sharedAt: Instant | null): Promise<void> {
  await tx
    .updateTable('places.favourite_list')
    .set({ shared_at: sharedAt })
    .set((is) => ({ share_round: is('share_round', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Twice is once. */
export async function addFavourite(tx: Database, list: ListId, place: PlaceId, at: Instant): Promise<void> {
  await tx
    .insertInto('places.favourite')
    .values({ list_id: list, place_id: place, added_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Under whichever of its ids the place was put there. */
export async function removeFavourite(tx: Database, list: ListId, place: PlaceId): Promise<void> {
  await tx
    .deleteFrom('places.favourite')
    .where('list_id', '=', list)
    .where('place_id', 'in', (known) =>
      known
        .selectFrom('places.current_place')
        .select(sql<PlaceId>`id`.as('id'))
        .where('current_id', '=', place),
    )
    .execute()
}

/** A place of a list, as one needs it on paper. */
export interface ListedPlace {
  id: PlaceId
  slug: string
  name: string
  commune: string
  postalCode: string | null
  inseeCode: string | null
  address: string
  phone: string | null
  openingHours: string | null
  /** Not shown to the public any more: closed, hidden. */
  isGone: boolean
}

/** In the order of the French alphabet; a duplicate is the place it joined, once. */
export async function placesOfList(db: Database, list: ListId): Promise<ListedPlace[]> {
  const { rows } = await sql<ListedPlace>`
    select p.id, p.slug, p.name, p.commune, p.postal_code as "postalCode", p.insee_code as "inseeCode", p.address,
      p.phone, p.opening_hours as "openingHours", p.status <> 'published' as "isGone"
    from places.place p
    where p.id in (select c.current_id from places.favourite f join places.current_place c on c.id = f.place_id
      where f.list_id = ${list})
    order by p.name collate public.french, p.id`.execute(db)
  return rows
}

/** All the lists of a person, wherever they are: when the account goes. */
export async function forgetLists(tx: Database, person: PersonId): Promise<void> {
  await tx.deleteFrom('places.favourite_list').where('person_id', '=', person).execute()
}

function lists(db: Database) {
  return db
    .selectFrom('places.favourite_list as l')
    .select(['l.id', 'l.name', 'l.is_main', 'l.shared_at', 'l.share_round'])
    .select((is) =>
      is
        .selectFrom('places.favourite as f')
        .innerJoin('places.current_place as c', 'c.id', 'f.place_id')
        .whereRef('f.list_id', '=', 'l.id')
        .select(({ fn }) => fn.count<number>('c.current_id').distinct().as('count'))
        .as('count'),
    )
}

type ListRow = Awaited<ReturnType<ReturnType<typeof lists>['executeTakeFirstOrThrow']>>

function listOf({ id, name, is_main, shared_at, share_round, count }: ListRow): FavouriteList {
  return {
    id,
    name,
    isMain: is_main,
    sharedAt: shared_at,
    shareRound: share_round,
    count: Number(count ?? 0),
  }
}
