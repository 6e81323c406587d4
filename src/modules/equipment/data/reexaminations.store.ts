import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { LineId } from '../domain/equipment.ts'

export interface Reexamination {
  readonly question: string
  readonly answer: string | null
  readonly isUpheld: boolean | null
}

/** Once per line: throws the violation of `reexamination_pkey`. EQP-506. */
export async function addReexamination(
  tx: Database,
  line: LineId,
  question: string,
  at: Instant,
): Promise<void> {
  await tx.insertInto('equipment.reexamination').values({ line_id: line, question, asked_at: at }).execute()
}

export async function reexaminationOf(db: Database, line: LineId): Promise<Reexamination | null> {
  const row = await db
    .selectFrom('equipment.reexamination')
    .select(['question', 'answer', 'upheld'])
    .where('line_id', '=', line)
    .executeTakeFirst()
  return row ? { question: row.question, answer: row.answer, isUpheld: row.upheld } : null
}
