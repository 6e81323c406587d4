import { isRefusal } from '../../kernel/refusal.ts'
import type { Context } from '../../platform/context.ts'
import type { MergeId } from './data/duplicates/merges.store.ts'
import type { PlaceId } from './domain/place.ts'
import { addPlace } from './testing.ts'
import { mergePlaces } from './use-cases/duplicates/merge-places.ts'

/** Two sheets that stand, and two others of which one was joined to the other, for tests. */
export async function someDuplicates(
  context: Context,
): Promise<{ duplicates: readonly [PlaceId, PlaceId]; placeMerge: MergeId }> {
  const sheet = (name: string) => addPlace(context.db, context.network.id, { name, commune: 'Honfleur' })
  const [one, other] = [await sheet('Atelier'), await sheet('L’atelier')]
  const [kept, duplicate] = [await sheet('Fabrique'), await sheet('La fabrique')]
  const merged = await mergePlaces(context, {
    ...{ kept, duplicate, seen: { kept: 1, duplicate: 1 } },
    ...{ choices: {}, reason: '', sawLabels: false },
  })
  if (isRefusal(merged)) throw new Error(merged.refused)
  return { duplicates: [one, other], placeMerge: merged }
}
