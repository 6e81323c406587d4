import { type Instant, laterBy } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { ApplicationId } from '../applications/applications.store.ts'

/** Seconds during which whoever opened a page is said to look at it. */
const LOOKING = 5 * 60

/** Notes that somebody looks at a file, and says who else does. Older traces go at the same time. LAB-53. */
export async function lookAt(
  db: Database,
  application: ApplicationId,
  person: PersonId,
  { section, now }: { section: string; now: Instant },
): Promise<{ personId: PersonId; section: string }[]> {
  const since = laterBy(now, -LOOKING)
  await db.deleteFrom('labels.presence').where('seen_at', '<', since).execute()
  await db
    .insertInto('labels.presence')
    .values({ application_id: application, person_id: person, section, seen_at: now })
    .onConflict((on) => on.columns(['application_id', 'person_id']).doUpdateSet({ section, seen_at: now }))
    .execute()
  const rows = await db
    .selectFrom('labels.presence')
    .select(['person_id', 'section'])
    .where('application_id', '=', application)
    .where('person_id', '<>', person)
    .orderBy('seen_at')
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({ personId: row.person_id, section: row.section }))
}
