import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { inheritDistinctions } from '../../data/duplicates/distinctions.store.ts'
import { addMerge, duplicatesOf, type MergeId } from '../../data/duplicates/merges.store.ts'
import { tiesOf } from '../../data/duplicates/ties.queries.ts'
import {
  changePlace,
  fieldsOf,
  lockPlaces,
  type PlaceRow,
  type RowPatch,
  toPatch,
} from '../../data/life/place.store.ts'
import { type Choices, mergedFields } from '../../domain/duplicates/merge.ts'
import type { PlaceId } from '../../domain/place.ts'
import { authorship } from '../life/speaker.ts'

/** Which duplicate joins which place, as the page showed them. */
export interface PlaceMerge {
  readonly kept: PlaceId
  readonly duplicate: PlaceId
  /** Their versions on the page. */
  readonly seen: { readonly kept: number; readonly duplicate: number }
  /** Of what the two do not say alike, whose words remain. */
  readonly choices: Choices
  readonly reason: string
  /** The reviewer saw that both bear one label. */
  readonly sawLabels: boolean
}

export type MergeRefusal =
  | 'no-such-place'
  | 'same-place'
  | 'already-joined'
  | 'kept-is-duplicate'
  | 'closed-place'
  | 'changed-meanwhile'
  | 'labels-to-see'

/**
 * Joins a duplicate to the place that is kept, with the words chosen of each. No row of anybody moves: the pair is read as
 * one, so that it can be undone at any time. Both are held first, in the order of their ids; the database decides last.
 * DIR-47.
 */
export async function mergePlaces(
  context: Context,
  merge: PlaceMerge,
): Promise<MergeId | Refusal<MergeRefusal>> {
  try {
    return await inTransaction<MergeId | Refusal<MergeRefusal>>(context.db, async (tx) => {
      const { kept: keptId, duplicate: duplicateId } = merge
      const brought = await duplicatesOf(tx, duplicateId)
      const held = await lockPlaces(tx, context.network.id, [keptId, duplicateId, ...brought])
      const kept = held.find(({ id }) => id === keptId)
      const duplicate = held.find(({ id }) => id === duplicateId)
      if (!kept || !duplicate) return refuse('no-such-place')
      const refusal = whyNot(kept, duplicate, merge.seen)
      if (refusal) return refusal
      const common = await commonLabels(tx, context, keptId, duplicateId)
      if (common.length > 0 && !merge.sawLabels) return refuse('labels-to-see', { labels: common.join(', ') })
      const followers = held.filter(({ merged_into: into }) => into === duplicateId)
      return join(tx, context, { kept, duplicate, followers }, merge)
    })
  } catch (error) {
    if (refusedBy(error) === 'merge_goes_one_step') return refuse('kept-is-duplicate')
    if (refusedBy(error) === 'one_standing_merge_per_duplicate') return refuse('already-joined')
    throw error
  }
}

interface Held {
  readonly kept: PlaceRow
  readonly duplicate: PlaceRow
  /** The duplicates that the duplicate has. */
  readonly followers: readonly PlaceRow[]
}

async function join(
  tx: Database,
  context: Context,
  { kept, duplicate, followers }: Held,
  { choices, reason }: PlaceMerge,
): Promise<MergeId> {
  const { now, network, actor } = context
  const told = authorship(context, 'merged')
  const id: MergeId = newId()
  for (const follower of followers) await changePlace(tx, follower, { merged_into: kept.id }, told)
  const { status, hidden_because } = duplicate
  await changePlace(
    tx,
    duplicate,
    { status: 'merged', merged_into: kept.id, merged_at: now, hidden_because: null },
    told,
  )
  const { changes } = await changePlace(tx, kept, takenBy(kept, duplicate, choices), told)
  await addMerge(tx, network.id, {
    ...{ id, kept: kept.id, duplicate: duplicate.id, reason, changes, at: now },
    by: personOf(actor)?.personId ?? null,
    duplicateBefore: { status, hidden_because },
    brought: followers.map((follower) => follower.id),
  })
  await inheritDistinctions(tx, network.id, { kept: kept.id, duplicate: duplicate.id, merge: id })
  const details = { merge: id, duplicate: duplicate.id, taken: Object.keys(changes), reason }
  await writeJournal(tx, context, 'place.merged', kept.id, details)
  return id
}

/** How exact a point is goes with the point. */
function takenBy(kept: PlaceRow, duplicate: PlaceRow, choices: Choices): RowPatch {
  const fields = toPatch(mergedFields({ kept: fieldsOf(kept), duplicate: fieldsOf(duplicate) }, choices))
  return 'latitude' in fields ? { ...fields, point_precision: duplicate.point_precision } : fields
}

function whyNot(kept: PlaceRow, duplicate: PlaceRow, seen: PlaceMerge['seen']): Refusal<MergeRefusal> | null {
  if (kept.id === duplicate.id) return refuse('same-place')
  if (duplicate.merged_into) return refuse('already-joined')
  if (kept.merged_into) return refuse('kept-is-duplicate')
  if (kept.status === 'closed' || duplicate.status === 'closed') return refuse('closed-place')
  const isStale = kept.version !== seen.kept || duplicate.version !== seen.duplicate
  return isStale ? refuse('changed-meanwhile') : null
}

/** The names of the labels that both bear today: neither is dropped, and whoever joins them knows. DIR-47. */
export async function commonLabels(
  db: Database,
  { network, today }: Pick<Context, 'network' | 'today'>,
  one: PlaceId,
  other: PlaceId,
): Promise<string[]> {
  const ties = await tiesOf(db, network.id, [one, other], today)
  const codes = new Set(ties(other).labels.map(({ code }) => code))
  return ties(one)
    .labels.filter(({ code }) => codes.has(code))
    .map(({ name }) => name)
}
