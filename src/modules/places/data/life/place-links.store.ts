import { type SqlBool, sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Actor, NetworkId, OrganisationId, PersonId, Reach } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'

/** What an organisation is to a place: runs it, owns its walls, or lends them to another's service. */
export type PlaceRole = 'operates' | 'owns' | 'hosts'

/**
 * Is the place `p` kept by whoever reaches that far today? Those who run it, or work there; those of a duplicate keep the
 * place it was joined to. DIR-11, DIR-47.
 */
export function isKept(actor: Actor, reach: Reach, today: Day) {
  if (reach.kind === 'nobody') return sql<SqlBool>`false`
  if (reach.kind === 'all') return sql<SqlBool>`p.network_id = ${reach.network}`
  return sql<SqlBool>`p.network_id = ${reach.network} and (${runs(reach.organisations, today)} or ${works(actor, today)})`
}

function runs(organisations: readonly OrganisationId[], today: Day) {
  return sql<SqlBool>`exists (select from places.organisation_place link
    join places.place face on face.id = link.place_id where coalesce(face.merged_into, face.id) = p.id
    and link.role = 'operates' and link.organisation_id = any(${sql.val([...organisations])}::uuid[])
    and link.from_day <= ${today} and (link.until_day is null or link.until_day > ${today}))`
}

function works(actor: Actor, today: Day) {
  if (actor.kind !== 'member') return sql<SqlBool>`false`
  return sql<SqlBool>`exists (select from places.person_place work
    join places.place face on face.id = work.place_id where coalesce(face.merged_into, face.id) = p.id
    and work.person_id = ${actor.personId}
    and work.from_day <= ${today} and (work.until_day is null or work.until_day > ${today}))`
}

/** Which of these places are kept by whoever reaches that far today. */
export async function keptAmong(
  db: Database,
  { actor, reach, today }: { actor: Actor; reach: Reach; today: Day },
  places: readonly PlaceId[],
): Promise<ReadonlySet<PlaceId>> {
  if (places.length === 0) return new Set()
  const rows = await db
    .selectFrom('places.place as p')
    .select('p.id')
    .where('p.id', 'in', [...places])
    .where(isKept(actor, reach, today))
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export type LinkId = Id<'organisation-place'>
export type WorkId = Id<'person-place'>

/** Who runs, owns or hosts a place, and since when. */
export interface OrganisationLink {
  id: LinkId
  organisationId: OrganisationId
  role: PlaceRole
  from: Day
  /** The first day it no longer holds. */
  until: Day | null
}

/** Who works at a place, what they do there, and since when. */
export interface PersonLink {
  id: WorkId
  personId: PersonId
  function: string
  from: Day
  until: Day | null
}

interface Recorded {
  at: Instant
  by: PersonId | null
}

/** Refused by the database when that organisation already is that to the place then: `one_place_link_at_a_time`. */
export async function addOrganisationLink(
  tx: Database,
  network: NetworkId,
  link: { place: PlaceId; organisation: OrganisationId; role: PlaceRole; from: Day; until: Day | null },
  { at, by }: Recorded,
): Promise<LinkId> {
  const id = newId<'organisation-place'>()
  await tx
    .insertInto('places.organisation_place')
    .values({
      ...{ id, network_id: network, place_id: link.place, organisation_id: link.organisation },
      ...{ role: link.role, from_day: link.from, until_day: link.until, recorded_at: at, recorded_by: by },
    })
    .execute()
  return id
}

/** Refused by the database when they already work there then: `nobody_works_twice_at_a_place`. */
export async function addPersonLink(
  tx: Database,
  network: NetworkId,
  link: { place: PlaceId; person: PersonId; function: string; from: Day },
  { at, by }: Recorded,
): Promise<WorkId> {
  const id = newId<'person-place'>()
  await tx
    .insertInto('places.person_place')
    .values({
      ...{ id, network_id: network, place_id: link.place, person_id: link.person, function: link.function },
      ...{ from_day: link.from, until_day: null, recorded_at: at, recorded_by: by },
    })
    .execute()
  return id
}

/** Links of today and to come, the oldest first. */
export async function organisationLinks(
  db: Database,
  place: PlaceId,
  today: Day,
): Promise<OrganisationLink[]> {
  const rows = await db
    .selectFrom('places.organisation_place')
    .selectAll()
    .where('place_id', '=', place)
    .where((is) => is.or([is('until_day', 'is', null), is('until_day', '>', today)]))
    .orderBy('from_day')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id as LinkId,
    organisationId: row.organisation_id,
    role: row.role as PlaceRole,
    from: row.from_day,
    until: row.until_day,
  }))
}

export async function personLinks(db: Database, place: PlaceId, today: Day): Promise<PersonLink[]> {
  const rows = await db
    .selectFrom('places.person_place')
    .selectAll()
    .where('place_id', '=', place)
    .where((is) => is.or([is('until_day', 'is', null), is('until_day', '>', today)]))
    .orderBy('from_day')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id as WorkId,
    personId: row.person_id,
    function: row.function,
    from: row.from_day,
    until: row.until_day,
  }))
}

/** The places where that person works today. */
export async function worksAt(
  db: Database,
  person: PersonId,
  place: PlaceId,
  today: Day,
): Promise<WorkId | null> {
  const own = (await personLinks(db, place, today)).find(({ personId }) => personId === person)
  return own?.id ?? null
}

/** Does one of these organisations run the place today? */
export async function isRunBy(
  db: Database,
  place: PlaceId,
  organisations: readonly OrganisationId[],
  today: Day,
): Promise<boolean> {
  const row = await db
    .selectFrom('places.place as p')
    .select('p.id')
    .where('p.id', '=', place)
    .where(runs(organisations, today))
    .executeTakeFirst()
  return row !== undefined
}

/**
 * The link lasts until that day, excluded; one made that very day goes, since it never lasted. False: it is over already,
 * or is not of this place.
 */
export async function endLink(
  tx: Database,
  table: 'places.organisation_place' | 'places.person_place',
  { place, id, on }: { place: PlaceId; id: LinkId | WorkId; on: Day },
): Promise<boolean> {
  const row = await tx
    .selectFrom(table)
    .select(['id', 'from_day', 'until_day'])
    .where('id', '=', id as never)
    .where('place_id', '=', place)
    .forUpdate()
    .executeTakeFirst()
  if (!row || (row.until_day !== null && row.until_day <= on)) return false
  if (row.from_day >= on)
    await tx
      .deleteFrom(table)
      .where('id', '=', id as never)
      .execute()
  else
    await tx
      .updateTable(table)
      .set({ until_day: on })
      .where('id', '=', id as never)
      .execute()
  return true
}
