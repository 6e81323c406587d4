import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { LineId } from '../../domain/equipment.ts'

/** When each loan is due back now: the last date that was not lifted; absent before it was granted. EQP-704, EQP-1804. */
export async function dueOfLines(
  db: Database,
  lines: readonly LineId[],
): Promise<ReadonlyMap<LineId, Instant>> {
  const { rows } = await sql<{ line_id: LineId; due_at: Instant }>`
    select distinct on (line_id) line_id, due_at from equipment.due_date
    where line_id = any(${lines}::uuid[]) and lifted_at is null
    order by line_id, recorded_at desc`.execute(db)
  return new Map(rows.map((row) => [row.line_id, row.due_at]))
}
