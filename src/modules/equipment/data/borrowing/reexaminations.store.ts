import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId, PersonId } from '../../../../platform/session/actor.ts'
import type { InventoryId, LineId } from '../../domain/equipment.ts'

export interface Reexamination {
  readonly question: string
  readonly askedAt: Instant
  readonly answer: string | null
  /** True: the decision stands. */
  readonly isUpheld: boolean | null
  readonly answeredAt: Instant | null
  readonly answeredBy: PersonId | null
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
    .selectAll()
    .where('line_id', '=', line)
    .executeTakeFirst()
  return row
    ? {
        question: row.question,
        askedAt: row.asked_at,
        answer: row.answer,
        isUpheld: row.upheld,
        answeredAt: row.answered_at,
        answeredBy: row.answered_by as PersonId | null,
      }
    : null
}

/** False when it was answered before: one answer, and it stays. EQP-506. */
export async function writeAnswer(
  tx: Database,
  line: LineId,
  { answer, isUpheld }: { answer: string; isUpheld: boolean },
  recorded: { at: Instant; by: PersonId | null },
): Promise<boolean> {
  const done = await tx
    .updateTable('equipment.reexamination')
    .set({ answer, upheld: isUpheld, answered_at: recorded.at, answered_by: recorded.by })
    .where('line_id', '=', line)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export interface OpenReexamination {
  readonly lineId: LineId
  readonly organisationId: OrganisationId
  readonly model: string
  readonly question: string
  readonly askedAt: Instant
}

/** Those of an inventory that nobody has answered, the oldest first. EQP-506. */
export async function openReexaminations(db: Database, inventory: InventoryId): Promise<OpenReexamination[]> {
  const rows = await db
    .selectFrom('equipment.reexamination as x')
    .innerJoin('equipment.loan_line as l', 'l.id', 'x.line_id')
    .innerJoin('equipment.loan_request as r', 'r.id', 'l.request_id')
    .innerJoin('equipment.model as m', 'm.id', 'l.model_id')
    .select(['l.id', 'r.organisation_id', 'm.name', 'x.question', 'x.asked_at'])
    .where('r.inventory_id', '=', inventory)
    .where('x.answer', 'is', null)
    .orderBy('x.asked_at')
    .execute()
  return rows.map((row) => ({
    lineId: row.id,
    organisationId: row.organisation_id,
    model: row.name,
    question: row.question,
    askedAt: row.asked_at,
  }))
}
