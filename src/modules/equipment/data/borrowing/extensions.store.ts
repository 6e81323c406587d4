import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { LineId } from '../../domain/equipment.ts'

export interface Extension {
  readonly id: string
  readonly untilAt: Instant
  readonly reason: string
  readonly days: number
  readonly needsDerogation: boolean
}

export async function openExtension(db: Database, line: LineId): Promise<Extension | null> {
  const row = await db
    .selectFrom('equipment.extension_request')
    .select(['id', 'until_at', 'reason', 'days', 'needs_derogation'])
    .where('line_id', '=', line)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return row
    ? {
        id: row.id,
        untilAt: row.until_at,
        reason: row.reason,
        days: row.days,
        needsDerogation: row.needs_derogation,
      }
    : null
}

/** Throws `one_open_extension_per_line` when one is already asked. */
export async function addExtension(
  tx: Database,
  line: LineId,
  asked: Omit<Extension, 'id'>,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('equipment.extension_request')
    .values({
      id: newId(),
      line_id: line,
      until_at: asked.untilAt,
      reason: asked.reason,
      days: asked.days,
      needs_derogation: asked.needsDerogation,
      asked_at: at,
    })
    .execute()
}

export async function answerExtension(
  tx: Database,
  line: LineId,
  { answer, reason }: { answer: 'granted' | 'refused' | 'withdrawn'; reason: string },
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('equipment.extension_request')
    .set({ answer, answer_reason: reason, answered_at: at })
    .where('line_id', '=', line)
    .where('answer', 'is', null)
    .execute()
}
