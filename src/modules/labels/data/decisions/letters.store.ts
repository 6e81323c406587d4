import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { DecisionId } from './decisions.store.ts'

export interface KeptLetter {
  readonly fileId: Id<'file'>
  readonly seal: string | null
}

/** The letter of a decision found through a reach; null while it is being written. */
export async function letterOf(db: Database, decision: DecisionId): Promise<KeptLetter | null> {
  const row = await db
    .selectFrom('labels.decision_letter')
    .select(['file_id', 'seal'])
    .where('decision_id', '=', decision)
    .executeTakeFirst()
  return row ? { fileId: row.file_id, seal: row.seal } : null
}

/** False when it was kept before: that one stays. */
export async function keepLetter(
  tx: Database,
  decision: DecisionId,
  { fileId, seal }: KeptLetter,
  at: Instant,
): Promise<boolean> {
  const kept = await tx
    .insertInto('labels.decision_letter')
    .values({ decision_id: decision, file_id: fileId, seal, written_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('decision_id')
    .executeTakeFirst()
  return kept !== undefined
}
