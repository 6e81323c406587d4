import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import {
  type PlacePair,
  pairsAround,
  type QueueAsked,
  queuedPairs,
} from '../../data/duplicates/pairs.store.ts'
import { type Sheet, sheetsOf } from '../../data/duplicates/sheets.queries.ts'
import { tiesOf } from '../../data/duplicates/ties.queries.ts'
import { defaultChoices, keptFirst } from '../../domain/duplicates/merge.ts'
import type { PlaceId } from '../../domain/place.ts'
import { type MergeRefusal, mergePlaces } from './merge-places.ts'
import { sheetsOfPair, weightOf } from './read-pair.ts'

/** A pair that may be joined from a list: certain, alone, and no label on both sides. */
export interface CertainPair {
  readonly pair: PlacePair
  readonly kept: Sheet
  readonly duplicate: Sheet
}

/** As many as one screen shows, and one act joins. DIR-45. */
export const MOST_AT_ONCE = 50
const LOOKED_AT = 400

/**
 * The surest pairs that one look is enough for: no third place resembles either, nobody ever said that they are two, they do
 * not bear the same label. The others are seen one by one.
 */
export async function certainPairs(
  context: Context,
  asked: Omit<QueueAsked, 'band'>,
): Promise<CertainPair[]> {
  const { db, network } = context
  const found = await queuedPairs(
    db,
    network.id,
    { ...asked, band: 'certain' },
    { limit: LOOKED_AT, offset: 0 },
  )
  const fresh = found.filter(({ wasDistinguished }) => !wasDistinguished)
  return (await simplePairs(context, fresh)).slice(0, MOST_AT_ONCE)
}

async function simplePairs(context: Context, pairs: readonly PlacePair[]): Promise<CertainPair[]> {
  const { db, network, today } = context
  const ids = [...new Set(pairs.flatMap(({ one, other }) => [one, other]))]
  const around = (await pairsAround(db, network.id, ids)).filter(({ band }) => band !== 'possible')
  const met = new Map<PlaceId, number>()
  for (const id of around.flatMap(({ one, other }) => [one, other])) met.set(id, (met.get(id) ?? 0) + 1)
  const sheets = await sheetsOf(db, network.id, ids)
  const ties = await tiesOf(db, network.id, ids, today)
  return pairs.flatMap((pair) => {
    const [one, other] = [sheets.get(pair.one), sheets.get(pair.other)]
    if (!one || !other || met.get(one.id) !== 1 || met.get(other.id) !== 1) return []
    const codes = new Set(ties(one.id).labels.map(({ code }) => code))
    if (ties(other.id).labels.some(({ code }) => codes.has(code))) return []
    const [kept, duplicate] = keptFirst([one, other], ({ id }) => weightOf(ties(id)))
    return [{ pair, kept, duplicate }]
  })
}

/** A pair as the list showed it. */
export interface Ticked {
  readonly kept: PlaceId
  readonly duplicate: PlaceId
  readonly seen: { readonly kept: number; readonly duplicate: number }
}

export interface BulkOutcome {
  readonly merged: number
  /** Pairs that are no more what the list showed: they are seen one by one. */
  readonly left: readonly Refusal<MergeRefusal>[]
}

/** Joins the pairs that a named reviewer ticked, each as its own merge, with the words proposed by default. DIR-45. */
export async function mergeCertain(
  context: Context,
  ticked: readonly Ticked[],
  reason: string,
): Promise<BulkOutcome> {
  let merged = 0
  const left: Refusal<MergeRefusal>[] = []
  for (const one of ticked.slice(0, MOST_AT_ONCE)) {
    const outcome = await mergeTicked(context, one, reason)
    if (isRefusal(outcome)) left.push(outcome)
    else merged += 1
  }
  return { merged, left }
}

async function mergeTicked(
  context: Context,
  { kept: keptId, duplicate: duplicateId, seen }: Ticked,
  reason: string,
) {
  const { db, network } = context
  const around = await pairsAround(db, network.id, [keptId, duplicateId])
  const [pair, ...others] = around.filter(({ band }) => band !== 'possible')
  const isThat =
    pair?.band === 'certain' &&
    [pair.one, pair.other].includes(keptId) &&
    [pair.one, pair.other].includes(duplicateId)
  const sheets = await sheetsOf(db, network.id, [keptId, duplicateId])
  const [kept, duplicate] = [sheets.get(keptId), sheets.get(duplicateId)]
  if (!isThat || others.length > 0 || !kept || !duplicate) return refuse('changed-meanwhile')
  const choices = defaultChoices(sheetsOfPair(kept, duplicate))
  return mergePlaces(context, {
    kept: keptId,
    duplicate: duplicateId,
    seen,
    choices,
    reason,
    sawLabels: false,
  })
}
