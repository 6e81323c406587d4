import type { Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import { peopleNames } from '../../../identity/index.ts'
import type { PlaceId } from '../../domain/place.ts'

export type FollowUpKind = 'phone' | 'mail' | 'note' | 'postponed' | 'closure_asked'

/** What staff did about a place that is late. DIR-60. */
export interface FollowUp {
  placeId: PlaceId
  /** First day of the semester that was missed. */
  semester: Day
  kind: FollowUpKind
  note: string
  until: Day | null
  at: Instant
  /** Empty: somebody who is no more known. */
  by: string
}

export interface NewFollowUp
  extends Pick<FollowUp, 'placeId' | 'semester' | 'kind' | 'note' | 'until' | 'at'> {
  network: NetworkId
  by: PersonId | null
}

export async function addFollowUp(tx: Database, step: NewFollowUp): Promise<void> {
  const { network, placeId, semester, kind, note, until, at, by } = step
  await tx
    .insertInto('places.follow_up')
    .values({
      ...{ id: newId<'follow-up'>(), network_id: network, place_id: placeId, semester, kind, note },
      ...{ until_day: until, recorded_at: at, recorded_by: by },
    })
    .execute()
}

/** Of these places, the latest first. */
export async function followUpsOf(
  db: Database,
  network: NetworkId,
  places: readonly PlaceId[],
): Promise<FollowUp[]> {
  if (places.length === 0) return []
  const rows = await db
    .selectFrom('places.follow_up')
    .selectAll()
    .where('network_id', '=', network)
    .where('place_id', 'in', [...places])
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const names = await peopleNames(
    db,
    rows.flatMap(({ recorded_by }) => (recorded_by ? [recorded_by as PersonId] : [])),
  )
  return rows.map((row) => ({
    placeId: row.place_id,
    semester: row.semester,
    kind: row.kind as FollowUpKind,
    note: row.note,
    until: row.until_day,
    at: row.recorded_at,
    by: (row.recorded_by && names.get(row.recorded_by as PersonId)) ?? '',
  }))
}
