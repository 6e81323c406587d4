import { day } from '../../kernel/day.ts'
import { newId } from '../../kernel/id.ts'
import type { Context } from '../../platform/context.ts'
import type { OrganisationId, PersonId } from '../../platform/session/actor.ts'
import { addAwaitedChange, awaitedOf } from './data/life/awaited-changes.store.ts'
import {
  addOrganisationLink,
  addPersonLink,
  type LinkId,
  type WorkId,
} from './data/life/place-links.store.ts'
import type { PlaceId } from './domain/place.ts'

const SINCE = day('2026-01-01')

/** That organisation runs the place since the first of January. */
export function runBy(
  { db, network, now }: Pick<Context, 'db' | 'network' | 'now'>,
  place: PlaceId,
  organisation: OrganisationId,
): Promise<LinkId> {
  const link = { place, organisation, role: 'operates' as const, from: SINCE, until: null }
  return addOrganisationLink(db, network.id, link, { at: now, by: null })
}

/** That person works at the place since the first of January. */
export function workedAtBy(
  { db, network, now }: Pick<Context, 'db' | 'network' | 'now'>,
  place: PlaceId,
  person: PersonId,
): Promise<WorkId> {
  const link = { place, person, function: 'Anime les ateliers', from: SINCE }
  return addPersonLink(db, network.id, link, { at: now, by: null })
}

/** Somebody new, who works at the place. */
export async function aWorkerAt(context: Context, place: PlaceId): Promise<WorkId> {
  const id: PersonId = newId()
  await context.db
    .insertInto('identity.person')
    .values({
      ...{ id, given_name: 'Dominique', family_name: 'Atelier', email: `${id}@example.fr` },
      ...{ email_verified: true, created_at: context.now },
    })
    .execute()
  return workedAtBy(context, place, id)
}

/** A change of the place's name that waits for the head of the network. */
export async function anAwaitedChange(context: Context, place: PlaceId) {
  const { db, network, now } = context
  const changes = { name: { from: 'Avant', to: 'Après' } }
  await addAwaitedChange(db, network.id, place, { changes, at: now, by: null })
  const [change] = await awaitedOf(db, place)
  if (!change) throw new Error('no change waits')
  return change.id
}
