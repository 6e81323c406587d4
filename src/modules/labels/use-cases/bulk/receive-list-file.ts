import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { placesToMatch } from '../../../places/index.ts'
import { addUpload, type ListUploadId } from '../../data/bulk/list-uploads.store.ts'
import { findPlaceList, type PlaceListId } from '../../data/bulk/place-lists.store.ts'
import { matchLines } from '../../domain/bulk/match-lines.ts'
import { recordedBy } from '../recorded-by.ts'
import { perimeterOf } from './perimeter.ts'
import { type ListFileRefusal, readListFile } from './read-list-file.ts'

export type ReceiveRefusal = ListFileRefusal | 'no-such-list' | 'list-signed'

/** Matches a file with the directory and keeps the result for its preview: the list is not changed. LAB-19. */
export async function receiveListFile(
  context: Context,
  id: PlaceListId,
  { fileName, content }: { fileName: string; content: Uint8Array },
): Promise<ListUploadId | Refusal<ReceiveRefusal>> {
  const list = await findPlaceList(context.db, context.reach, id)
  if (!list) return refuse('no-such-list')
  if (list.moment !== 'draft') return refuse('list-signed')
  const read = await readListFile(content)
  if (isRefusal(read)) return read
  const directory = await placesToMatch(context.db, context.network.id)
  const lines = matchLines(read, directory, await perimeterOf(context, context.db, list))
  return inTransaction(context.db, async (tx) => {
    const upload = await addUpload(tx, { listId: id, fileName, lines }, recordedBy(context))
    const counts = Object.fromEntries(
      [...Map.groupBy(lines, ({ outcome }) => outcome.kind)].map(([kind, of]) => [kind, of.length]),
    )
    await writeJournal(tx, context, 'place-list.compared', id, { upload, ...counts })
    return upload
  })
}
