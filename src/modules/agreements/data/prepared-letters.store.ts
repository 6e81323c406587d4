import type { Selectable } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { type Id, newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { AgreementsPreparedLetter } from '../../../platform/db/schema.generated.ts'
import type { PersonId } from '../../../platform/session/actor.ts'
import type { AgreementId } from '../domain/agreement.ts'
import type { AskedLetter, PreparedLetter } from '../domain/prepared-letter.ts'
import type { WrittenDocument } from '../domain/written-document.ts'

type LetterId = Id<'prepared-letter'>

/** The letters prepared for an agreement found through a reach, the latest first. */
export async function preparedLettersOf(db: Database, agreement: AgreementId): Promise<PreparedLetter[]> {
  const rows = await db
    .selectFrom('agreements.prepared_letter')
    .selectAll()
    .where('agreement_id', '=', agreement)
    .orderBy('prepared_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(letterOf)
}

export async function findPreparedLetter(
  db: Database,
  agreement: AgreementId,
  id: LetterId,
): Promise<PreparedLetter | null> {
  const row = await db
    .selectFrom('agreements.prepared_letter')
    .selectAll()
    .where('agreement_id', '=', agreement)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? letterOf(row) : null
}

export async function addPreparedLetter(
  tx: Database,
  agreement: AgreementId,
  { asked, written }: Pick<PreparedLetter, 'asked' | 'written'>,
  recorded: { at: Instant; by: PersonId | null },
): Promise<LetterId> {
  const id: LetterId = newId()
  await tx
    .insertInto('agreements.prepared_letter')
    .values({
      id,
      agreement_id: agreement,
      kind: asked.kind,
      from_party: asked.from,
      asked: JSON.stringify(asked),
      written: JSON.stringify(written),
      prepared_at: recorded.at,
      prepared_by: recorded.by,
    })
    .execute()
  return id
}

export interface Deposit {
  depositedOn: Day
  tracking: string
  /** Null keeps the slip already there. */
  slip: Id<'file'> | null
}

/** False when the letter is no longer waiting: its act is recorded, or it was abandoned. */
export async function saveDeposit(
  tx: Database,
  agreement: AgreementId,
  id: LetterId,
  { depositedOn, tracking, slip }: Deposit,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('agreements.prepared_letter')
    .set({ deposited_on: depositedOn, tracking, ...(slip && { slip_file_id: slip }) })
    .where('agreement_id', '=', agreement)
    .where('id', '=', id)
    .where('act_id', 'is', null)
    .where('abandoned_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** False when it was deposited or abandoned already. */
export async function saveAbandon(
  tx: Database,
  agreement: AgreementId,
  id: LetterId,
  recorded: { at: Instant; by: PersonId | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('agreements.prepared_letter')
    .set({ abandoned_at: recorded.at, abandoned_by: recorded.by })
    .where('agreement_id', '=', agreement)
    .where('id', '=', id)
    .where('deposited_on', 'is', null)
    .where('abandoned_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Says which act the letter became, and on which day it was really deposited. */
export async function linkLetterToAct(
  tx: Database,
  agreement: AgreementId,
  id: LetterId,
  { act, depositedOn }: { act: string; depositedOn: Day },
): Promise<void> {
  await tx
    .updateTable('agreements.prepared_letter')
    .set({ act_id: act as Id<'act'>, deposited_on: depositedOn })
    .where('agreement_id', '=', agreement)
    .where('id', '=', id)
    .where('act_id', 'is', null)
    .where('abandoned_at', 'is', null)
    .execute()
}

function letterOf(row: Selectable<AgreementsPreparedLetter>): PreparedLetter {
  return {
    id: row.id,
    asked: row.asked as unknown as AskedLetter,
    written: row.written as unknown as WrittenDocument,
    preparedAt: row.prepared_at,
    depositedOn: row.deposited_on,
    tracking: row.tracking,
    slip: row.slip_file_id,
    act: row.act_id,
    abandonedAt: row.abandoned_at,
  }
}
