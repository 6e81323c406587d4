import type { Day } from '../../../kernel/day.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../platform/session/actor.ts'
import type { Audience } from '../domain/consent.ts'

/** A person as they let themselves be shown; null: not to this reader. */
export interface ShownFields {
  name: string | null
  jobTitle: string | null
  organisation: string | null
  commune: string | null
  email: string | null
  phone: string | null
}

const FIELDS = ['name', 'job_title as jobTitle', 'organisation', 'commune', 'email', 'phone'] as const

/**
 * What each of these people lets `audience` see in that network, today. Every page that shows a person asks here,
 * at each request: a withdrawal is effective at once. Who shows nothing is absent from the answer. DIR-78.
 */
export async function shownFields(
  db: Database,
  network: NetworkId,
  personIds: readonly PersonId[],
  { audience, today }: { audience: Audience; today: Day },
): Promise<Map<PersonId, ShownFields>> {
  if (personIds.length === 0) return new Map()
  const rows = await shownOn(db, network, today)
    .select(['person_id', ...FIELDS])
    .where('reader', '=', audience)
    .where('person_id', 'in', personIds)
    .orderBy('membership_id')
    .execute()
  // The first quality held comes last, and wins.
  return new Map(rows.reverse().map(({ person_id, ...fields }) => [person_id as PersonId, fields]))
}

function shownOn(db: Database, network: NetworkId, today: Day) {
  return db
    .selectFrom('privacy.shown_person')
    .where('network_id', '=', network)
    .where('from_day', '<=', today)
    .where((is) => is.or([is('until_day', 'is', null), is('until_day', '>', today)]))
}
