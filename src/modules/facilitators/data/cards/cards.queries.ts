import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../../../../kernel/id.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import { type PlaceId, publicPlaces, territoriesOfPlaces } from '../../../places/index.ts'
import type { Card, Workplace } from '../../domain/card.ts'
import type { Distance } from '../../domain/skills.ts'

/** Who reads: anybody, a member with the organisations they act for, or who acts for the head of the network. */
export type Reader =
  | { kind: 'public' }
  | { kind: 'member'; organisations: readonly OrganisationId[] }
  | { kind: 'staff' }

type Asking = Pick<Context, 'db' | 'today'> & { network: { id: NetworkId } }

interface CardRow {
  person_id: PersonId
  name: string
  job_title: string | null
  organisation: string | null
  commune: string | null
  email: string | null
  phone: string | null
  photo_file_id: Id<'file'> | null
  presentation: string | null
  skills: string[] | null
  themes: string[] | null
  languages: string[] | null
  goes_to: Distance | null
  availability: string | null
  takes_messages: boolean
  shows_places: boolean
}

/**
 * The facilitators who let this reader see at least their name, in the order of the French alphabet. Read anew at each
 * request: a withdrawal is effective at once. DIR-78, DIR-79.
 */
export async function shownCards(asking: Asking, reader: Reader): Promise<Card[]> {
  const rows = await rowsFor(asking, reader, sql`true`)
  return withPlaces(asking, rows)
}

/** One of them; null when this reader may not see even their name. */
export async function shownCard(asking: Asking, reader: Reader, person: PersonId): Promise<Card | null> {
  const rows = await rowsFor(asking, reader, sql`c.person_id = ${person}`)
  return (await withPlaces(asking, rows))[0] ?? null
}

/** The photo that this reader may see. */
export async function shownPhoto(
  asking: Asking,
  reader: Reader,
  person: PersonId,
): Promise<Id<'file'> | null> {
  const [row] = await rowsFor(asking, reader, sql`c.person_id = ${person}`)
  return row?.photo_file_id ?? null
}

/** One row a person: the first quality held wins. */
async function rowsFor(
  { db, network, today }: Asking,
  reader: Reader,
  who: RawBuilder<unknown>,
): Promise<CardRow[]> {
  const { rows } = await sql<CardRow>`
    select * from (
      select distinct on (c.person_id) c.*
      from facilitators.card c
      where c.network_id = ${network.id} and ${who} and ${readBy(reader)}
        and c.from_day <= ${today} and (c.until_day is null or c.until_day > ${today})
        ${reader.kind === 'staff' ? sql`` : sql`and ${stillWorks(today)}`}
      order by c.person_id, c.membership_id) as shown
    order by name collate public.french, person_id`.execute(db)
  return rows
}

/** A colleague sees what is shown to colleagues; another member, what is shown to members. */
function readBy(reader: Reader): RawBuilder<boolean> {
  if (reader.kind !== 'member') return sql`c.reader = ${reader.kind === 'staff' ? 'staff' : 'public'}`
  return sql`c.reader = case when c.organisation_id = any(${sql.val([...reader.organisations])}::uuid[])
    then 'same_place' else 'network' end`
}

/** Whoever left the last of their places leaves the lists; who was never tied to one stays by their quality. DIR-79. */
function stillWorks(today: string): RawBuilder<boolean> {
  return sql`(not exists (select from facilitators.workplace w
      where w.network_id = c.network_id and w.person_id = c.person_id)
    or exists (select from facilitators.workplace w
      where w.network_id = c.network_id and w.person_id = c.person_id
        and w.from_day <= ${today} and (w.until_day is null or w.until_day > ${today})))`
}

async function withPlaces(asking: Asking, rows: readonly CardRow[]): Promise<Card[]> {
  const places = await workplacesOf(
    asking,
    rows.filter((row) => row.shows_places).map((row) => row.person_id),
  )
  return rows.map((row) => ({
    personId: row.person_id,
    name: row.name,
    jobTitle: row.job_title || null,
    organisation: row.organisation,
    commune: row.commune,
    email: row.email,
    phone: row.phone || null,
    hasPhoto: row.photo_file_id !== null,
    presentation: row.presentation,
    skills: row.skills ?? [],
    themes: row.themes ?? [],
    languages: row.languages ?? [],
    goesTo: row.goes_to,
    availability: row.availability,
    takesMessages: row.takes_messages,
    places: places.get(row.person_id) ?? [],
  }))
}

/** The published places where each of these people works today: three statements, however many. */
export async function workplacesOf(
  { db, network, today }: Asking,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Workplace[]>> {
  if (people.length === 0) return new Map()
  const links = await linksOf(db, network.id, people, today)
  const ids = [...new Set(links.map((link) => link.placeId))]
  const [places, territories] = await Promise.all([
    publicPlaces(db, network.id, ids),
    territoriesOfPlaces(db, ids),
  ])
  const worked = places.flatMap(({ id, slug, name }) => {
    const { department = null, epci = null } = territories.get(id) ?? {}
    return links
      .filter(({ placeId }) => placeId === id)
      .map(({ personId }) => ({ personId, slug, name, department, epci }))
  })
  return new Map(
    [...Map.groupBy(worked, ({ personId }) => personId)].map(([person, list]) => [
      person,
      list.map(({ personId: _, ...place }) => place),
    ]),
  )
}

async function linksOf(db: Database, network: NetworkId, people: readonly PersonId[], today: string) {
  const { rows } = await sql<{ personId: PersonId; placeId: PlaceId }>`
    select distinct person_id as "personId", place_id as "placeId" from facilitators.workplace
    where network_id = ${network} and person_id = any(${sql.val([...people])}::uuid[])
      and from_day <= ${today} and (until_day is null or until_day > ${today})`.execute(db)
  return rows
}
