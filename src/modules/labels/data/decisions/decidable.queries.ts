import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { dayOf } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Reach } from '../../../../platform/session/actor.ts'
import { type ApplicationId, applicationOf, isReached } from '../applications/applications.store.ts'
import type { Holder, Scheme } from '../awards/awards.store.ts'

/** An application whose instruction is over. */
export interface Waiting {
  readonly id: ApplicationId
  readonly scheme: Scheme
  readonly holder: Holder
  readonly submittedOn: Day | null
}

/** Those that wait for a decision, the oldest first; what a jury decides is decided in its campaign. */
export async function applicationsToDecide(db: Database, reach: Reach): Promise<Waiting[]> {
  const rows = await db
    .selectFrom('labels.application as a')
    .innerJoin('labels.scheme as s', 's.id', 'a.scheme_id')
    .innerJoin('labels.scheme_version as v', 'v.id', 'a.version_id')
    .selectAll('a')
    .select(['s.code', 's.name'])
    .where((where) => isReached(where, reach))
    .where('a.state', '=', 'proposed')
    .where(sql<boolean>`v.content ->> 'route' <> 'jury'`)
    .orderBy('a.submitted_at')
    .orderBy('a.id')
    .execute()
  return rows.map((row) => {
    const { id, holder, submittedAt } = applicationOf(row)
    return {
      ...{ id, holder, scheme: { id: row.scheme_id, code: row.code, name: row.name } },
      submittedOn: submittedAt ? dayOf(submittedAt) : null,
    }
  })
}
