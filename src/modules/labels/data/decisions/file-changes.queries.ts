import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { ApplicationId } from '../applications/applications.store.ts'

/**
 * When the answers or the proofs of a file last changed, and what came last: a decision is taken on a file that was read
 * whole (LAB-53). Null: nothing was ever written in it.
 */
export async function lastChangeOf(
  db: Database,
  application: ApplicationId,
): Promise<{ at: Instant; what: string } | null> {
  const { rows } = await sql<{ at: Instant; what: string }>`
    select at, what from (
      select changed_at as at, name as what from labels.application_section where application_id = ${application}
      union all
      select p.added_at, f.name from labels.application_proof p join labels.proof f on f.id = p.proof_id
        where p.application_id = ${application}
      union all
      select p.removed_at, f.name from labels.application_proof p join labels.proof f on f.id = p.proof_id
        where p.application_id = ${application} and p.removed_at is not null) change
    order by at desc, what limit 1`.execute(db)
  return rows[0] ?? null
}
