import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { LineId, UnitId } from '../../domain/equipment.ts'

export interface Displacement {
  readonly id: string
  readonly proposal: 'same_model' | 'compatible' | 'split' | 'waiting_list' | 'cancel'
  readonly proposedUnitId: UnitId | null
  readonly holdRootId: Id<'root'> | null
  readonly answerBy: Instant
}

export interface NewDisplacement extends Omit<Displacement, 'id'> {
  readonly lineId: LineId
  readonly forRootId: Id<'root'> | null
  readonly reason: string
  /** In opening days. */
  readonly noticeDays: number
}

/** Throws `one_open_displacement_per_line` when it already waits for an answer. */
export async function addDisplacement(tx: Database, one: NewDisplacement, at: Instant): Promise<void> {
  await tx
    .insertInto('equipment.displacement')
    .values({
      id: newId(),
      line_id: one.lineId,
      for_root_id: one.forRootId,
      reason: one.reason,
      notice_days: one.noticeDays,
      proposal: one.proposal,
      proposed_unit_id: one.proposedUnitId,
      hold_root_id: one.holdRootId,
      decided_at: at,
      answer_until: one.answerBy,
    })
    .execute()
}

/** The displacement of a line that waits for an answer, or null. */
export async function openDisplacement(db: Database, line: LineId): Promise<Displacement | null> {
  const row = await db
    .selectFrom('equipment.displacement')
    .select(['id', 'proposal', 'proposed_unit_id', 'hold_root_id', 'answer_until'])
    .where('line_id', '=', line)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return row
    ? {
        id: row.id,
        proposal: row.proposal as Displacement['proposal'],
        proposedUnitId: row.proposed_unit_id,
        holdRootId: row.hold_root_id,
        answerBy: row.answer_until,
      }
    : null
}
