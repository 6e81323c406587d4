import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { type Member, personOf } from '../../../../platform/session/actor.ts'
import {
  addFavourite,
  addList,
  type FavouriteList,
  type ListId,
  listsOf,
  ownList,
  removeFavourite,
  removeList,
  renameList,
  setShared,
} from '../../data/favourites/favourites.store.ts'
import { findPlaces, type PlaceSummary } from '../../data/places.queries.ts'
import type { PlaceId } from '../../domain/place.ts'

export type ListRefusal = 'no-such-list' | 'name-taken' | 'main-list'

/** How the first list is called, until its owner calls it otherwise. */
const MAIN = 'Mes favoris'

/** Whose lists they are; null: nobody signed in. */
export function ownerOf({ actor, network }: Pick<Context, 'actor' | 'network'>) {
  const person = personOf(actor)?.personId as Member['personId'] | undefined
  return person ? { network: network.id, person } : null
}

/** Puts a place into a list of one's own; the main one, made then if need be, when none is named. */
export function keepPlace(
  context: Context,
  { place: id, list }: { place: PlaceId; list: ListId | null },
): Promise<{ place: PlaceSummary; list: FavouriteList } | Refusal<'no-such-list' | 'no-such-place'>> {
  return inTransaction(context.db, async (tx) => {
    const [place] = await findPlaces(tx, context.network.id, [id])
    if (!place) return refuse('no-such-place')
    const held = list ? await heldList(tx, context, list) : await mainList(tx, context)
    if (isRefusal(held)) return held
    await addFavourite(tx, held.id, id, context.now)
    await writeJournal(tx, context, 'favourite.kept', held.id, { place: id })
    return { place, list: held }
  })
}

export function letGoOfPlace(
  context: Context,
  { place, list }: { place: PlaceId; list: ListId },
): Promise<FavouriteList | Refusal<'no-such-list'>> {
  return onOwnList(context, list, async (tx, held) => {
    await removeFavourite(tx, held.id, place)
    await writeJournal(tx, context, 'favourite.let-go', held.id, { place })
    return null
  })
}

export async function openList(context: Context, name: string): Promise<ListId | Refusal<'name-taken'>> {
  const owner = ownerOf(context)
  if (!owner) throw new Error('a list of places belongs to a person')
  return namedOnce(() =>
    inTransaction(context.db, async (tx) => {
      const id = await addList(tx, owner, { name, at: context.now })
      await writeJournal(tx, context, 'favourite-list.opened', id)
      return id
    }),
  )
}

export function callList(
  context: Context,
  id: ListId,
  name: string,
): Promise<FavouriteList | Refusal<'no-such-list' | 'name-taken'>> {
  return namedOnce(() =>
    onOwnList(context, id, async (tx) => {
      await renameList(tx, id, name)
      await writeJournal(tx, context, 'favourite-list.renamed', id)
      return null
    }),
  )
}

/** Its places stay in the directory; a link that was shared opens nothing any more. */
export function closeList(
  context: Context,
  id: ListId,
): Promise<FavouriteList | Refusal<'no-such-list' | 'main-list'>> {
  return onOwnList<'main-list'>(context, id, async (tx, { isMain }) => {
    if (isMain) return refuse('main-list')
    await removeList(tx, id)
    await writeJournal(tx, context, 'favourite-list.removed', id)
    return null
  })
}

/** A link for others, or none: whichever it is, the former one opens nothing any more. */
export function shareList(
  context: Context,
  id: ListId,
  isShared: boolean,
): Promise<FavouriteList | Refusal<'no-such-list'>> {
  return onOwnList(context, id, async (tx) => {
    await setShared(tx, id, isShared ? context.now : null)
    await writeJournal(tx, context, isShared ? 'favourite-list.shared' : 'favourite-list.unshared', id)
    return null
  })
}

function onOwnList<More extends string = never>(
  context: Context,
  id: ListId,
  act: (tx: Database, list: FavouriteList) => Promise<Refusal<More> | null>,
): Promise<FavouriteList | Refusal<'no-such-list' | More>> {
  return inTransaction<FavouriteList | Refusal<'no-such-list' | More>>(context.db, async (tx) => {
    const held = await heldList(tx, context, id)
    if (isRefusal(held)) return held
    return (await act(tx, held)) ?? held
  })
}

async function heldList(
  tx: Database,
  context: Context,
  id: ListId,
): Promise<FavouriteList | Refusal<'no-such-list'>> {
  const owner = ownerOf(context)
  return (owner && (await ownList(tx, owner, id))) ?? refuse('no-such-list')
}

async function mainList(tx: Database, context: Context): Promise<FavouriteList | Refusal<'no-such-list'>> {
  const owner = ownerOf(context)
  if (!owner) return refuse('no-such-list')
  const main = (await listsOf(tx, owner)).find(({ isMain }) => isMain)
  if (main) return main
  return heldList(tx, context, await addList(tx, owner, { name: MAIN, isMain: true, at: context.now }))
}

async function namedOnce<Outcome>(act: () => Promise<Outcome>): Promise<Outcome | Refusal<'name-taken'>> {
  try {
    return await act()
  } catch (error) {
    if (refusedBy(error) === 'one_list_of_a_name') return refuse('name-taken')
    throw error
  }
}
