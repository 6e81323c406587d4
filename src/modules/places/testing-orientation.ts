import { newId } from '../../kernel/id.ts'
import type { Context } from '../../platform/context.ts'
import { addFollowUp, type FollowUpId } from './data/orientation/follow-ups.store.ts'
import type { PlaceId } from './domain/place.ts'

/** A sheet given by somebody else today, which leads to that place and is followed. */
export async function aFollowedOrientation(
  { db, network, today, now }: Pick<Context, 'db' | 'network' | 'today' | 'now'>,
  place: PlaceId,
): Promise<FollowUpId> {
  const id: FollowUpId = newId()
  await addFollowUp(db, {
    ...{ id, network: network.id, givenOn: today, givenBy: newId(), firstName: 'Camille', agreedAt: now },
    ...{ prescriber: 'Maison du Coutançais', needs: ['administrative-procedures'], department: '50' },
    places: [place],
  })
  return id
}
