import { sql } from 'kysely'
import type { Context } from '../../../../platform/context.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { PlaceId } from '../../domain/place.ts'

/** Somebody who works at a place, and lets everybody know it. */
export interface ShownWorker {
  personId: PersonId
  name: string
  jobTitle: string | null
}

/** Read anew at each request: a choice taken back acts at once. DIR-78. */
export async function shownWorkers(
  { db, network, today }: Pick<Context, 'db' | 'network' | 'today'>,
  place: PlaceId,
): Promise<ShownWorker[]> {
  const rows = await db
    .selectFrom('facilitators.public_card')
    .select(['person_id', 'name', 'job_title'])
    .distinctOn('person_id')
    .where('network_id', '=', network.id)
    .where('place_id', '=', place)
    .where('from_day', '<=', today)
    .where((is) => is.or([is('until_day', 'is', null), is('until_day', '>', today)]))
    .orderBy('person_id')
    .orderBy(sql`job_title is null`)
    .execute()
  return rows
    .map((row) => ({
      personId: row.person_id as PersonId,
      name: row.name ?? '',
      jobTitle: row.job_title || null,
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'fr'))
}
