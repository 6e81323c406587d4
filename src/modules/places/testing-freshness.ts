import { newId } from '../../kernel/id.ts'
import type { Context } from '../../platform/context.ts'
import { inTransaction } from '../../platform/db/transaction.ts'
import type { PersonId } from '../../platform/session/actor.ts'
import { addList, type ListId } from './data/favourites/favourites.store.ts'
import { changePlace, lockPlace } from './data/life/place.store.ts'
import { addReport, type ReportId } from './data/reports/reports.store.ts'
import type { PlaceId } from './domain/place.ts'

/** Whoever keeps the place changes its sheet today; or the head of the network does. */
export function sayByOwner(
  { db, network, now: at }: Context,
  place: PlaceId,
  saidBy: 'owner' | 'staff' = 'owner',
): Promise<void> {
  return inTransaction(db, async (tx) => {
    const held = await lockPlace(tx, network.id, place)
    if (!held) throw new Error('no such place')
    const patch = { summary: `${held.summary ?? ''} Relue.` }
    await changePlace(tx, held, patch, { saidBy, by: null, at, act: 'edited' })
  })
}

/** A visitor says that the place has closed. */
export function aReportOn({ db, network, now: at }: Context, placeId: PlaceId): Promise<ReportId> {
  return addReport(db, network.id, { placeId, kind: 'closed', words: 'Rideau baissé', email: null, at })
}

/** A list of places that somebody new keeps. */
export async function aFavouriteList(context: Context): Promise<ListId> {
  const { db, network, now: at } = context
  const person = await aPersonNamed(context, 'Liste')
  return addList(db, { network: network.id, person }, { name: 'Autour de la gare', at })
}

/** Somebody of no network, to whom things belong. */
export async function aPersonNamed({ db, now: at }: Context, name: string): Promise<PersonId> {
  const person: PersonId = newId()
  await db
    .insertInto('identity.person')
    .values({
      ...{ id: person, given_name: 'Sacha', family_name: name, email: `${person}@example.fr` },
      ...{ email_verified: true, created_at: at },
    })
    .execute()
  return person
}
