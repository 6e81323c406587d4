import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'
import type { PlaceRole } from '../life/place-links.store.ts'
import { type ShownLabel, shownLabels } from '../places.queries.ts'

/** A tie that a reviewer may leave to one place or give back to the other: `kind` says of which table. */
export type PlaceTie =
  | { kind: 'organisation'; id: Id<'organisation-place'>; organisation: OrganisationId; role: PlaceRole }
  | { kind: 'person'; id: Id<'person-place'>; person: PersonId; role: string }

/** What hangs on a place, beside what its sheet says. */
export interface PlaceTies {
  readonly labels: readonly ShownLabel[]
  /** Those of today. */
  readonly ties: readonly PlaceTie[]
  /** The files that know it. */
  readonly sources: readonly string[]
}

export function organisationsOf({ ties }: Pick<PlaceTies, 'ties'>): OrganisationId[] {
  return ties.flatMap((tie) => (tie.kind === 'organisation' ? [tie.organisation] : []))
}

export function workersOf({ ties }: Pick<PlaceTies, 'ties'>): PersonId[] {
  return ties.flatMap((tie) => (tie.kind === 'person' ? [tie.person] : []))
}

const NOTHING: PlaceTies = { labels: [], ties: [], sources: [] }

/** What hangs on each of these places today. */
export async function tiesOf(
  db: Database,
  network: NetworkId,
  places: readonly PlaceId[],
  today: Day,
): Promise<(place: PlaceId) => PlaceTies> {
  const labels = await shownLabels(db, network, places, today)
  const ties = await tiesWhere(
    db,
    places,
    sql<boolean>`t.from_day <= ${today} and (t.until_day is null or t.until_day > ${today})`,
  )
  const refs =
    places.length === 0
      ? []
      : await db
          .selectFrom('places.external_ref as r')
          .innerJoin('places.current_place as face', 'face.id', 'r.place_id')
          .where(sql<boolean>`face.current_id = any(${sql.val([...places])}::uuid[])`)
          .select(['r.source'])
          .select(sql<PlaceId>`face.current_id`.as('place'))
          .distinct()
          .orderBy('r.source')
          .execute()
  return (place) => ({
    ...NOTHING,
    labels: labels.get(place) ?? [],
    ties: ties.filter((tie) => tie.place === place),
    sources: refs.flatMap((ref) => (ref.place === place ? [ref.source] : [])),
  })
}

/** The ties that a place was given from that instant on. */
export async function tiesSince(db: Database, place: PlaceId, since: Instant): Promise<PlaceTie[]> {
  return tiesWhere(db, [place], sql<boolean>`t.recorded_at >= ${since} and t.place_id = ${place}`)
}

/** The labels that a place began to bear from that day on, whichever duplicate they were given to. */
export async function labelsSince(
  db: Database,
  network: NetworkId,
  place: PlaceId,
  since: Day,
  today: Day,
): Promise<ShownLabel[]> {
  const borne = (await shownLabels(db, network, [place], today)).get(place) ?? []
  return borne.filter((label) => label.since >= since)
}

/** The ties move with all their story; one that the other place has already is refused by the database. */
export async function moveTies(tx: Database, ties: readonly PlaceTie[], to: PlaceId): Promise<void> {
  for (const { kind, id } of ties)
    if (kind === 'organisation')
      await tx.updateTable('places.organisation_place').set({ place_id: to }).where('id', '=', id).execute()
    else await tx.updateTable('places.person_place').set({ place_id: to }).where('id', '=', id).execute()
}

async function tiesWhere(
  db: Database,
  places: readonly PlaceId[],
  where: ReturnType<typeof sql<boolean>>,
): Promise<(PlaceTie & { place: PlaceId })[]> {
  if (places.length === 0) return []
  const { rows } = await sql<PlaceTie & { place: PlaceId }>`
    select 'organisation' as kind, t.id, t.organisation_id as organisation, null::uuid as person, t.role,
      coalesce(p.merged_into, p.id) as place
    from places.organisation_place t join places.place p on p.id = t.place_id
    where coalesce(p.merged_into, p.id) = any(${sql.val([...places])}::uuid[]) and ${where}
    union all
    select 'person', t.id, null, t.person_id, t.function, coalesce(p.merged_into, p.id)
    from places.person_place t join places.place p on p.id = t.place_id
    where coalesce(p.merged_into, p.id) = any(${sql.val([...places])}::uuid[]) and ${where}
    order by 1, 2`.execute(db)
  return rows
}
