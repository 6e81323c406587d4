import type { Id } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addDraftPlaces, placesToMatch } from '../../../places/index.ts'
import { findUpload, type ListUploadId, markTaken } from '../../data/bulk/list-uploads.store.ts'
import {
  addToList,
  lockPlaceList,
  type PlaceList,
  type PlaceListId,
  removeFromList,
} from '../../data/bulk/place-lists.store.ts'
import type { Barred, MatchedLine } from '../../domain/bulk/match-lines.ts'
import { recordedBy } from '../recorded-by.ts'
import { perimeterOf } from './perimeter.ts'

type PlaceId = Id<'place'>

export type FillRefusal =
  | Barred
  | 'no-such-list'
  | 'list-signed'
  | 'no-place-chosen'
  | 'no-such-place'
  | 'no-such-file'
  | 'already-taken'
  | 'nothing-to-take'

/** Adds places of the directory to a list that is being written: all of them, or none and why. LAB-19. */
export async function choosePlaces(
  context: Context,
  id: PlaceListId,
  places: readonly PlaceId[],
): Promise<number | Refusal<FillRefusal>> {
  return onOpenList(context, id, async (tx, list) => {
    if (places.length === 0) return refuse('no-place-chosen')
    const known = await placesToMatch(tx, context.network.id, places)
    const unknown = places.some((place) => !known.some((one) => one.id === place))
    if (unknown) return refuse('no-such-place')
    const barredFor = await perimeterOf(context, tx, list)
    for (const { id: place, name } of known) {
      const barred = barredFor(place)
      if (barred) return refuse(barred, { name })
    }
    const added = await addToList(
      tx,
      id,
      places.map((place) => ({ id: place, origin: 'chosen' as const })),
      recordedBy(context),
    )
    await writeJournal(tx, context, 'place-list.filled', id, { added })
    return added
  })
}

export async function dropPlace(
  context: Context,
  id: PlaceListId,
  place: PlaceId,
): Promise<number | Refusal<FillRefusal>> {
  return onOpenList(context, id, async (tx) => {
    if (!(await removeFromList(tx, id, place))) return refuse('no-such-place')
    await writeJournal(tx, context, 'place-list.filled', id, { removed: place })
    return 1
  })
}

/** What is done with the lines of a file that are not found by themselves. */
export interface Choices {
  /** Which of several places a line means, by its number. */
  readonly meant: ReadonlyMap<number, PlaceId>
  /** The lines to create in the directory as drafts. */
  readonly created: ReadonlySet<number>
}

/**
 * Takes the good lines of a file, once; the others stay in the file of bad lines. What changed since the preview is looked at
 * again: a place that may no more be proposed is left out. LAB-19.
 */
export async function takeUpload(
  context: Context,
  id: PlaceListId,
  uploadId: ListUploadId,
  choices: Choices,
): Promise<number | Refusal<FillRefusal>> {
  return onOpenList(context, id, async (tx, list) => {
    const upload = await findUpload(tx, id, uploadId)
    if (!upload) return refuse('no-such-file')
    if (!(await markTaken(tx, uploadId, context.now))) return refuse('already-taken')
    const barredFor = await perimeterOf(context, tx, list)
    const found = upload.lines.flatMap((line) => placeOf(line, choices) ?? [])
    const drafts = upload.lines.filter((line) => isToCreate(line, choices))
    const made = await addDraftPlaces(
      tx,
      context.network.id,
      drafts.map(({ name, commune, postalCode }) => ({ name, commune, postalCode: postalCode || null })),
      context.now,
    )
    const added = await addToList(
      tx,
      id,
      [
        ...[...new Set(found)]
          .filter((place) => barredFor(place) === null)
          .map((place) => ({ id: place, origin: 'file' as const })),
        ...made.map((place) => ({ id: place, origin: 'created' as const })),
      ],
      recordedBy(context),
    )
    if (added === 0) return refuse('nothing-to-take')
    await writeJournal(tx, context, 'place-list.filled', id, { added, created: made.length, file: uploadId })
    return added
  })
}

function placeOf({ line, outcome }: MatchedLine, { meant }: Choices): PlaceId | null {
  if (outcome.kind === 'found') return outcome.place
  const chosen = meant.get(line)
  return outcome.kind === 'several' && chosen && outcome.places.includes(chosen) ? chosen : null
}

function isToCreate({ line, outcome, name, commune }: MatchedLine, { created }: Choices): boolean {
  return outcome.kind === 'unknown' && created.has(line) && name !== '' && commune !== ''
}

async function onOpenList(
  context: Context,
  id: PlaceListId,
  work: (tx: Database, list: PlaceList) => Promise<number | Refusal<FillRefusal>>,
): Promise<number | Refusal<FillRefusal>> {
  try {
    return await inTransaction<number | Refusal<FillRefusal>>(context.db, async (tx) => {
      const list = await lockPlaceList(tx, context.reach, id)
      if (!list) return refuse('no-such-list')
      return list.moment === 'draft' ? work(tx, list) : refuse('list-signed')
    })
  } catch (error) {
    if (refusedBy(error) === 'signed_list_is_closed') return refuse('list-signed')
    throw error
  }
}
