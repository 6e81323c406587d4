import { sql } from 'kysely'
import { type Instant, laterBy } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { stillNamed } from '../../../../platform/files/still-named.ts'
import type { RetentionRule } from '../../../../platform/privacy/retention.ts'
import type { Services } from '../../../../platform/services.ts'
import { ROWS_DAYS } from '../../domain/imports/import.ts'

const SECONDS_A_DAY = 86_400

/** Rows of files are people's data at times: they are kept as long as somebody may decide of them or go back, no longer. */
export const importRetention: readonly RetentionRule[] = [
  {
    name: 'places.import-rows',
    sentence: `Lignes, rapport et retour en arrière d’un import de lieux, ${ROWS_DAYS} jours après sa publication ou son abandon`,
    apply: ({ db, clock }) =>
      emptyOldImports(db, { now: clock.now(), before: laterBy(clock.now(), -ROWS_DAYS * SECONDS_A_DAY) }),
  },
  {
    name: 'places.import-files',
    sentence: 'Fichier reçu d’un import de lieux, en même temps que ses lignes',
    apply: removeFilesOfEmptied,
  },
]

/** What was counted stays; one that nobody decided of is abandoned. Returns how many imports were emptied. */
async function emptyOldImports(
  db: Database,
  { now, before }: { now: Instant; before: Instant },
): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    with old as (
      update places.import_run set emptied_at = ${now},
        abandoned_at = case when applied_at is null and returned_at is null and (refusal is null or awaits_mapping)
          then coalesce(abandoned_at, ${now}) else abandoned_at end
      where emptied_at is null and coalesce(applied_at, abandoned_at, returned_at, created_at) < ${before}
      returning id
    ), rows as (delete from places.import_row where run_id in (select id from old)
    ), held as (delete from places.held_row where run_id in (select id from old)
    ), findings as (delete from places.import_finding where run_id in (select id from old)
    ), traces as (delete from places.import_trace where run_id in (select id from old)
    ), removed as (delete from places.removed_place where run_id in (select id from old)
    )
    select id from old`.execute(db)
  return rows.length
}

/**
 * The bytes of the imports that were emptied, unless something else names them. One that the store does not let go does
 * not keep the others, and is tried again: its import names it until then. Returns how many files went.
 */
async function removeFilesOfEmptied({ db, files }: Pick<Services, 'db' | 'files'>): Promise<number> {
  const due = await db
    .selectFrom('places.import_run')
    .select('file_sha256')
    .distinct()
    .where('emptied_at', 'is not', null)
    .where('file_sha256', 'is not', null)
    .execute()
  const failures: unknown[] = []
  for (const { file_sha256 } of due)
    if (file_sha256) await forgetFile(db, files, file_sha256).catch((error) => failures.push(error))
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} files are still there`)
  return due.length
}

function forgetFile(db: Database, files: Services['files'], sha256: string): Promise<void> {
  return inTransaction(db, async (tx) => {
    await tx
      .updateTable('places.import_run')
      .set({ file_sha256: null })
      .where('file_sha256', '=', sha256)
      .where('emptied_at', 'is not', null)
      .execute()
    if (!(await stillNamed(tx, sha256))) await files.delete(sha256)
  })
}
