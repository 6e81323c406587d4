import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { LineId } from '../domain/equipment.ts'

/** When a loan is due back now: the last date that was not lifted; null before it was granted. EQP-704. */
export async function dueOfLine(db: Database, line: LineId): Promise<Instant | null> {
  const row = await db
    .selectFrom('equipment.due_date')
    .select('due_at')
    .where('line_id', '=', line)
    .where('lifted_at', 'is', null)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.due_at ?? null
}
