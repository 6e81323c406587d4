import { newId } from '../../../../kernel/id.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { loadCommunes } from '../../data/communes.ts'
import { addCopies, declareLabels, hidePlaces, type NewCopy } from '../../data/federation/copies.store.ts'
import { changePlace, lockPlace, type RowPatch, toPatch } from '../../data/life/place.store.ts'
import type { DeclaredLabel } from '../../domain/federation/declared-label.ts'
import { slugOf } from '../../domain/imports/import.ts'
import type { PlaceFields, PlaceId } from '../../domain/place.ts'
import type { StandardRow } from '../../domain/standard/standard-columns.ts'
import { validateRow } from '../../domain/standard/validate-row.ts'

/** A place as its home tells of it, read and understood. */
export interface ReceivedPlace {
  uri: string
  fields: PlaceFields
  labels: readonly DeclaredLabel[]
}

/** What another network says of a place, held to the rules of every import; null: it cannot be one. */
export function readReceived(row: StandardRow, context: Pick<Context, 'today'>): PlaceFields | null {
  const { fields, refused } = validateRow(row, { communes: loadCommunes(), today: context.today })
  return refused ? null : fields
}

/** Places that their home tells of for the first time: their ids, in the order given. */
export async function addReceived(
  tx: Database,
  context: Context,
  received: readonly ReceivedPlace[],
): Promise<PlaceId[]> {
  const copies = received.map(
    ({ uri, fields }): NewCopy => ({
      ...{ id: newId(), slug: slugOf(fields), originUri: uri, fields },
    }),
  )
  await addCopies(tx, context.network.id, copies, context.now)
  const ids = copies.map(({ id }) => id)
  await declareLabels(
    tx,
    received.map(({ labels }, at) => ({ place: ids[at] as PlaceId, labels })),
  )
  return ids
}

/** A place that its home tells of again: its home is the authority for every field. DIR-87. */
export async function changeReceived(
  tx: Database,
  context: Context,
  id: PlaceId,
  { fields, labels }: ReceivedPlace,
): Promise<void> {
  await write(tx, context, id, {
    ...toPatch(fields),
    ...{ closed_on: null, hidden_because: null, moved_to_uri: null },
    status: 'published',
  })
  await declareLabels(tx, [{ place: id, labels }])
}

/** Its home closed it, shows it no more, or says where it went: its page leads there (`movedTo`). */
export async function endReceived(
  tx: Database,
  context: Context,
  id: PlaceId,
  because: 'closed' | 'withdrawn' | { movedTo: string },
): Promise<void> {
  const closed = { status: 'closed', closed_on: context.today, hidden_because: null }
  await write(
    tx,
    context,
    id,
    because === 'withdrawn'
      ? { ...hiddenByHome, moved_to_uri: null }
      : { ...closed, moved_to_uri: because === 'closed' ? null : because.movedTo },
  )
  await declareLabels(tx, [{ place: id, labels: [] }])
}

/** Shown no more, though nothing says that it closed. */
export const hiddenByHome = {
  ...{ status: 'hidden', closed_on: null },
  hidden_because: 'Son réseau d’origine ne la publie plus.',
} as const

/** A place joined to another one stays so, whatever its home says: what it says is kept all the same. */
async function write(tx: Database, context: Context, id: PlaceId, patch: RowPatch): Promise<void> {
  const held = await lockPlace(tx, context.network.id, id)
  if (!held) return
  const { status, closed_on, hidden_because, moved_to_uri, ...words } = patch
  const life = held.status === 'merged' ? {} : { status, closed_on, hidden_because, moved_to_uri }
  const known = Object.fromEntries(
    Object.entries({ ...words, ...life }).filter(([, value]) => value !== undefined),
  )
  await changePlace(tx, held, known, { saidBy: 'source', by: null, at: context.now, act: 'federated' })
}

/** Places of a network that is followed no more are shown no more; how many were. */
export async function hideReceived(
  tx: Database,
  context: Context,
  places: readonly PlaceId[],
  because: string,
): Promise<number> {
  const by = personOf(context.actor)?.personId ?? null
  return hidePlaces(tx, context.network.id, { places, because, at: context.now, by })
}
