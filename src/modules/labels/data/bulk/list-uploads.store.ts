import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import type { MatchedLine } from '../../domain/bulk/match-lines.ts'
import type { PlaceListId } from './place-lists.store.ts'

export type ListUploadId = Id<'list-upload'>

/** A file sent for a list, as it was matched; nothing of it is in the list before it is taken. */
export interface ListUpload {
  readonly id: ListUploadId
  readonly listId: PlaceListId
  readonly fileName: string
  readonly lines: readonly MatchedLine[]
  readonly takenAt: Instant | null
}

export async function addUpload(
  tx: Database,
  { listId, fileName, lines }: Omit<ListUpload, 'id' | 'takenAt'>,
  recorded: { at: Instant; by: PersonId | null },
): Promise<ListUploadId> {
  const id: ListUploadId = newId()
  await tx
    .insertInto('labels.list_upload')
    .values({
      id,
      list_id: listId,
      file_name: fileName.slice(0, 200),
      lines: JSON.stringify(lines),
      uploaded_at: recorded.at,
      uploaded_by: recorded.by,
    })
    .execute()
  return id
}

export async function findUpload(
  db: Database,
  list: PlaceListId,
  id: ListUploadId,
): Promise<ListUpload | null> {
  const row = await db
    .selectFrom('labels.list_upload')
    .select(['id', 'list_id', 'file_name', 'taken_at', sql<readonly MatchedLine[]>`lines`.as('lines')])
    .where('id', '=', id)
    .where('list_id', '=', list)
    .executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    listId: row.list_id,
    fileName: row.file_name,
    lines: row.lines,
    takenAt: row.taken_at,
  }
}

/** False when it was taken before: a file is taken once. */
export async function markTaken(tx: Database, id: ListUploadId, at: Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('labels.list_upload')
    .set({ taken_at: at })
    .where('id', '=', id)
    .where('taken_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}
