import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { peopleNames } from '../../../identity/index.ts'
import type { RequestId } from '../../domain/equipment.ts'

/** A request that a manager wrote down for the borrower. EQP-505. */
export interface EnteredRequest {
  readonly enteredBy: string
  readonly confirmedBy: string | null
  readonly confirmedAt: Instant | null
}

/** Null for a request that its borrower sent. */
export async function enteredRequest(db: Database, id: RequestId): Promise<EnteredRequest | null> {
  const row = await db
    .selectFrom('equipment.loan_request')
    .select(['entered_by', 'requested_by', 'confirmed_at'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row?.entered_by) return null
  const people = [row.entered_by, row.requested_by].filter((one): one is PersonId => one !== null)
  const names = await peopleNames(db, people)
  return {
    enteredBy: names.get(row.entered_by as PersonId) ?? 'la tête de réseau',
    confirmedBy: row.requested_by ? (names.get(row.requested_by as PersonId) ?? null) : null,
    confirmedAt: row.confirmed_at,
  }
}

/** The borrower takes it as their own; false when it was confirmed before, or is their own already. */
export async function confirmRequest(
  tx: Database,
  id: RequestId,
  recorded: { at: Instant; by: PersonId | null },
): Promise<boolean> {
  const done = await tx
    .updateTable('equipment.loan_request')
    .set({ confirmed_at: recorded.at, requested_by: recorded.by })
    .where('id', '=', id)
    .where('entered_by', 'is not', null)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
