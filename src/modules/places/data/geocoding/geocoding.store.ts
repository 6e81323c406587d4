import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { Geocoded } from '../../domain/geocoding/judge-answer.ts'
import type { PlaceId } from '../../domain/place.ts'

export interface PlaceToLocate {
  id: PlaceId
  networkId: NetworkId
  address: string
  postalCode: string | null
  commune: string
  inseeCode: string | null
}

/** Places shown to all whose street is known and point is not, and about which nothing was proposed; the oldest first. */
export async function placesToLocate(db: Database, limit: number): Promise<PlaceToLocate[]> {
  return db
    .selectFrom('places.place as p')
    .leftJoin('places.point_proposal as proposal', 'proposal.place_id', 'p.id')
    .where('p.status', '=', 'published')
    .where('p.latitude', 'is', null)
    .where('p.origin_uri', 'is', null)
    .where('p.address', '<>', '')
    .where('proposal.place_id', 'is', null)
    .select([
      'p.id',
      'p.network_id as networkId',
      'p.address',
      'p.postal_code as postalCode',
      'p.commune',
      'p.insee_code as inseeCode',
    ])
    .orderBy('p.id')
    .limit(limit)
    .execute()
}

/** What was answered before; undefined: never asked. */
export async function knownAnswer(db: Database, asked: string): Promise<Geocoded | null | undefined> {
  const row = await db
    .selectFrom('places.geocoded_address')
    .selectAll()
    .where('asked', '=', asked)
    .executeTakeFirst()
  if (!row) return undefined
  const { latitude, longitude } = row
  if (latitude === null || longitude === null) return null
  return {
    ...{ latitude, longitude, label: row.label ?? '', score: row.score ?? 0 },
    ...{ inseeCode: row.insee_code ?? '', isStreet: row.is_street ?? false },
  }
}

export async function keepAnswer(
  tx: Database,
  asked: string,
  answer: Geocoded | null,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('places.geocoded_address')
    .values({
      ...{ asked, answered_at: at },
      ...{ latitude: answer?.latitude ?? null, longitude: answer?.longitude ?? null },
      ...{ label: answer?.label ?? null, score: answer?.score ?? null },
      ...{ insee_code: answer?.inseeCode ?? null, is_street: answer?.isStreet ?? null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Kept even when nothing is proposed: the place is not asked about again before its address changes. */
export async function proposePoint(
  tx: Database,
  place: Pick<PlaceToLocate, 'id' | 'networkId'>,
  asked: string,
  { at, isOpen }: { at: Instant; isOpen: boolean },
): Promise<void> {
  await tx
    .insertInto('places.point_proposal')
    .values({
      ...{ place_id: place.id, network_id: place.networkId, asked, proposed_at: at },
      ...(isOpen ? {} : { decided_at: at, accepted: false }),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export interface PointProposal {
  placeId: PlaceId
  slug: string
  name: string
  address: string
  commune: string
  latitude: number
  longitude: number
  label: string
  score: number
}

export async function openProposals(
  db: Database,
  network: NetworkId,
  limit: number,
): Promise<PointProposal[]> {
  return proposals(db, network).orderBy('answer.score', 'desc').orderBy('p.id').limit(limit).execute()
}

export async function openProposal(
  db: Database,
  network: NetworkId,
  place: PlaceId,
): Promise<PointProposal | null> {
  return (await proposals(db, network).where('p.id', '=', place).executeTakeFirst()) ?? null
}

function proposals(db: Database, network: NetworkId) {
  return db
    .selectFrom('places.point_proposal as proposal')
    .innerJoin('places.geocoded_address as answer', 'answer.asked', 'proposal.asked')
    .innerJoin('places.place as p', 'p.id', 'proposal.place_id')
    .where('proposal.network_id', '=', network)
    .where('proposal.decided_at', 'is', null)
    .where('p.latitude', 'is', null)
    .select([
      'p.id as placeId',
      'p.slug',
      'p.name',
      'p.address',
      'p.commune',
      sql<number>`answer.latitude`.as('latitude'),
      sql<number>`answer.longitude`.as('longitude'),
      sql<string>`answer.label`.as('label'),
      sql<number>`answer.score`.as('score'),
    ])
}

export async function decideProposal(
  tx: Database,
  place: PlaceId,
  { accepted, at }: { accepted: boolean; at: Instant },
): Promise<void> {
  await tx
    .updateTable('places.point_proposal')
    .set({ accepted, decided_at: at })
    .where('place_id', '=', place)
    .execute()
}

/** Is the service left alone at that moment? */
export async function isPaused(db: Database, now: Instant): Promise<boolean> {
  const row = await db
    .selectFrom('places.geocoding_pause')
    .select('until')
    .where('until', '>', now)
    .executeTakeFirst()
  return row !== undefined
}

/** How many failures in a row, this one included; the pause it calls for is written by the caller's `until`. */
export async function pauseAfterFailure(tx: Database, until: (failures: number) => Instant): Promise<void> {
  const row = await tx.selectFrom('places.geocoding_pause').select('failures').forUpdate().executeTakeFirst()
  const failures = (row?.failures ?? 0) + 1
  await tx
    .insertInto('places.geocoding_pause')
    .values({ until: until(failures), failures })
    .onConflict((conflict) => conflict.column('only_one').doUpdateSet({ until: until(failures), failures }))
    .execute()
}

export async function forgetFailures(tx: Database): Promise<void> {
  await tx.deleteFrom('places.geocoding_pause').execute()
}
