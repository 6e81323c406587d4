import type { Selectable } from 'kysely'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { AgreementsAmendment } from '../../../platform/db/schema.generated.ts'
import type { PersonId } from '../../../platform/session/actor.ts'
import type { AgreementId } from '../domain/agreement.ts'
import { type DraftedAmendment, type DraftedChanges, NO_CHANGE } from '../domain/amendment-draft.ts'

/** The amendments written for an agreement found through a reach, in the order of their numbers. */
export async function amendmentsOf(db: Database, agreement: AgreementId): Promise<DraftedAmendment[]> {
  const rows = await db
    .selectFrom('agreements.amendment')
    .selectAll()
    .where('agreement_id', '=', agreement)
    .orderBy('number')
    .execute()
  return rows.map(draftOf)
}

export async function findAmendment(
  db: Database,
  agreement: AgreementId,
  number: number,
): Promise<DraftedAmendment | null> {
  const row = await db
    .selectFrom('agreements.amendment')
    .selectAll()
    .where('agreement_id', '=', agreement)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ? draftOf(row) : null
}

/** Takes the next number. The agreement is held by the caller: numbers follow each other without hole nor double. */
export async function addAmendment(
  tx: Database,
  agreement: AgreementId,
  object: string,
  recorded: { at: Instant; by: PersonId | null },
): Promise<DraftedAmendment> {
  const { last } = await tx
    .selectFrom('agreements.amendment')
    .select((of) => of.fn.max('number').as('last'))
    .where('agreement_id', '=', agreement)
    .executeTakeFirstOrThrow()
  const row = await tx
    .insertInto('agreements.amendment')
    .values({
      agreement_id: agreement,
      number: (last ?? 0) + 1,
      object,
      created_at: recorded.at,
      created_by: recorded.by,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return draftOf(row)
}

/** Writes it anew and counts the writing. The agreement is held by the caller. */
export async function saveAmendment(
  tx: Database,
  agreement: AgreementId,
  { number, object, changes, effectiveOn, newLastDay, version }: DraftedAmendment,
): Promise<void> {
  await tx
    .updateTable('agreements.amendment')
    .set({
      object,
      changes: JSON.stringify(changes),
      effective_on: effectiveOn,
      new_last_day: newLastDay,
      version: version + 1,
    })
    .where('agreement_id', '=', agreement)
    .where('number', '=', number)
    .execute()
}

function draftOf(row: Selectable<AgreementsAmendment>): DraftedAmendment {
  return {
    number: row.number,
    object: row.object,
    changes: { ...NO_CHANGE, ...(row.changes as Partial<DraftedChanges>) },
    effectiveOn: row.effective_on,
    newLastDay: row.new_last_day,
    version: row.version,
  }
}
