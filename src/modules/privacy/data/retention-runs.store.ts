import { sql } from 'kysely'
import { newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'

export interface RetentionRun {
  rule: string
  ranAt: Instant
  removed: number
  failed: boolean
  /** Since the first night. */
  inAll: number
}

export async function recordRun(
  db: Database,
  run: { rule: string; ranAt: Instant; removed: number; failed: boolean },
): Promise<void> {
  await db
    .insertInto('privacy.retention_run')
    .values({ id: newId(), rule: run.rule, ran_at: run.ranAt, removed: run.removed, failed: run.failed })
    .execute()
}

/** The last run of each rule. */
export async function lastRuns(db: Database): Promise<Map<string, RetentionRun>> {
  const { rows } = await sql<RetentionRun>`
    select distinct on (rule) rule, ran_at as "ranAt", removed::float8 as removed, failed,
      (sum(removed) over (partition by rule))::float8 as "inAll"
    from privacy.retention_run order by rule, ran_at desc, id desc`.execute(db)
  return new Map(rows.map((row) => [row.rule, row]))
}
