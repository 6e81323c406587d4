import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { addDistinction } from '../../data/duplicates/distinctions.store.ts'
import { lockPlaces } from '../../data/life/place.store.ts'
import type { PlaceId } from '../../domain/place.ts'

export type DistinguishRefusal = 'no-such-place' | 'same-place' | 'already-joined' | 'changed-meanwhile'

/** The two, with the versions that the page showed. */
export interface SeenPair {
  readonly one: PlaceId
  readonly other: PlaceId
  readonly seen: { readonly one: number; readonly other: number }
}

/** « Ce ne sont pas les mêmes »: for ever, until one of the two has a new address or a new number. DIR-46. */
export function distinguishPlaces(
  context: Context,
  { one, other, seen }: SeenPair,
  reason: string,
): Promise<PlaceId | Refusal<DistinguishRefusal>> {
  return inTransaction<PlaceId | Refusal<DistinguishRefusal>>(context.db, async (tx) => {
    if (one === other) return refuse('same-place')
    const held = await lockPlaces(tx, context.network.id, [one, other])
    const [first, second] = [held.find(({ id }) => id === one), held.find(({ id }) => id === other)]
    if (!first || !second) return refuse('no-such-place')
    if (first.merged_into || second.merged_into) return refuse('already-joined')
    if (first.version !== seen.one || second.version !== seen.other) return refuse('changed-meanwhile')
    const by = personOf(context.actor)?.personId ?? null
    await addDistinction(tx, context.network.id, { places: [one, other], reason }, { at: context.now, by })
    await writeJournal(tx, context, 'place.distinguished', one, { other, reason })
    return one
  })
}
