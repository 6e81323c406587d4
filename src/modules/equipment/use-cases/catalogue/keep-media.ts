import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { type Document, keepFile } from '../../../../platform/files/kept-files.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import {
  addNotice,
  addPhoto,
  putPhotoFirst,
  removeNotice,
  removePhoto,
  retireModel,
} from '../../data/catalogue/model-media.store.ts'
import { futureLoansOf } from '../../data/catalogue/unit-sheets.store.ts'
import type { ModelId } from '../../domain/equipment.ts'
import type { ActPlace } from '../workplace.ts'

export type PutDocument = Document & { readonly sha256: string }

/** One more photo of a model, with the words for whoever does not see it. EQP-103. */
export function showPhoto(
  place: ActPlace,
  model: ModelId,
  { sha256, ...document }: PutDocument,
  shown: { alt: string; width: number; height: number },
): Promise<void> {
  return onModel(place, 'model.photo-added', model, async (tx) => {
    const fileId = await keepFile(tx, place.context, document, sha256)
    await addPhoto(tx, model, { fileId, ...shown })
  })
}

export function orderPhoto(place: ActPlace, model: ModelId, photo: string): Promise<void> {
  return onModel(place, 'model.photos-ordered', model, (tx) => putPhotoFirst(tx, model, photo))
}

export function takePhotoAway(place: ActPlace, model: ModelId, photo: string): Promise<void> {
  return onModel(place, 'model.photo-removed', model, (tx) => removePhoto(tx, model, photo))
}

/** A notice for its users: a file of ours, or an address. EQP-103. */
export function giveNotice(
  place: ActPlace,
  model: ModelId,
  title: string,
  notice: { url: string } | PutDocument,
): Promise<void> {
  return onModel(place, 'model.notice-added', model, async (tx) => {
    if ('url' in notice) return addNotice(tx, model, { title, url: notice.url })
    const { sha256, ...document } = notice
    return addNotice(tx, model, { title, fileId: await keepFile(tx, place.context, document, sha256) })
  })
}

export function takeNoticeAway(place: ActPlace, model: ModelId, notice: string): Promise<void> {
  return onModel(place, 'model.notice-removed', model, (tx) => removeNotice(tx, model, notice))
}

/** Out of the catalogue, for good: never while a loan of it is asked, granted or out. EQP-103. */
export function endModel(place: ActPlace, model: ModelId): Promise<null | Refusal<'model_in_use'>> {
  const { context, inventory } = place
  return inTransaction<null | Refusal<'model_in_use'>>(context.db, async (tx) => {
    if ((await futureLoansOf(tx, model)) > 0) return refuse('model_in_use')
    await retireModel(tx, model, context.now)
    await writeJournal(tx, context, 'model.retired', inventory.id, { model })
    return null
  })
}

function onModel(
  { context, inventory }: ActPlace,
  action: `${string}.${string}`,
  model: ModelId,
  work: (tx: Database) => Promise<void>,
): Promise<void> {
  return inTransaction(context.db, async (tx) => {
    await work(tx)
    await writeJournal(tx, context, action, inventory.id, { model })
  })
}
