import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { LineId } from '../../domain/equipment.ts'

export interface EarlyReturn {
  readonly wantedAt: Instant
  readonly reason: string
  /** Null: the borrower has not said yet. */
  readonly answer: 'accepted' | 'declined' | 'withdrawn' | null
  readonly answerReason: string
}

/** The last time the owner asked for it back early, answered or not; null when they never did. EQP-602. */
export async function lastEarlyReturn(db: Database, line: LineId): Promise<EarlyReturn | null> {
  const row = await db
    .selectFrom('equipment.early_return_request')
    .select(['wanted_at', 'reason', 'answer', 'answer_reason'])
    .where('line_id', '=', line)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row
    ? {
        wantedAt: row.wanted_at,
        reason: row.reason,
        answer: row.answer as EarlyReturn['answer'],
        answerReason: row.answer_reason,
      }
    : null
}

/** Throws `one_open_early_return_per_line` when the borrower has still to answer the one before. */
export async function addEarlyReturn(
  tx: Database,
  line: LineId,
  { wantedAt, reason }: Pick<EarlyReturn, 'wantedAt' | 'reason'>,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('equipment.early_return_request')
    .values({ id: newId(), line_id: line, wanted_at: wantedAt, reason, asked_at: at })
    .execute()
}

/** False when nothing waits for an answer. */
export async function answerEarlyReturn(
  tx: Database,
  line: LineId,
  { answer, reason }: { answer: 'accepted' | 'declined'; reason: string },
  at: Instant,
): Promise<boolean> {
  const done = await tx
    .updateTable('equipment.early_return_request')
    .set({ answer, answer_reason: reason, answered_at: at })
    .where('line_id', '=', line)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
