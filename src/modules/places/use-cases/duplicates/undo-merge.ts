import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { lockMerge, type Merge, type MergeId, markUndone } from '../../data/duplicates/merges.store.ts'
import { moveTies, tiesSince } from '../../data/duplicates/ties.queries.ts'
import { changePlace, lockPlaces, type PlaceRow, type RowPatch } from '../../data/life/place.store.ts'
import { givenBack } from '../../domain/duplicates/merge.ts'
import { authorship } from '../life/speaker.ts'

export type UndoRefusal = 'no-such-merge' | 'already-undone' | 'joined-further' | 'tie-is-there'

/** What undoing did. */
export interface Undone {
  readonly merge: Merge
  /** Columns that somebody changed since, and stay. */
  readonly touched: readonly string[]
}

/**
 * Undoes a merge, at any time: each place is itself again, with what hung on it, since nothing moved. What the kept one
 * took goes back unless somebody changed it since; the ties made since go where the reviewer says. DIR-47.
 */
export async function undoMerge(
  context: Context,
  id: MergeId,
  { reason, toDuplicate }: { reason: string; toDuplicate: readonly string[] },
): Promise<Undone | Refusal<UndoRefusal>> {
  try {
    return await inTransaction<Undone | Refusal<UndoRefusal>>(context.db, async (tx) => {
      const merge = await lockMerge(tx, context.network.id, id)
      if (!merge) return refuse('no-such-merge')
      if (merge.undone) return refuse('already-undone')
      const held = await lockPlaces(tx, context.network.id, [merge.kept, merge.duplicate, ...merge.brought])
      const kept = held.find((one) => one.id === merge.kept)
      const duplicate = held.find((one) => one.id === merge.duplicate)
      if (!kept || !duplicate) return refuse('no-such-merge')
      if (duplicate.merged_into !== kept.id) return refuse('joined-further')
      const since = await tiesSince(tx, kept.id, merge.at)
      const followers = held.filter(
        ({ id: one, merged_into: into }) => merge.brought.includes(one) && into === kept.id,
      )
      const touched = await separate(tx, context, merge, { kept, duplicate, followers })
      await moveTies(
        tx,
        since.filter((tie) => toDuplicate.includes(tie.id)),
        duplicate.id,
      )
      const by = personOf(context.actor)?.personId ?? null
      await markUndone(tx, id, { at: context.now, by, reason })
      const details = { merge: id, duplicate: duplicate.id, touched, reason }
      await writeJournal(tx, context, 'place.separated', kept.id, details)
      return { merge, touched }
    })
  } catch (error) {
    const constraint = refusedBy(error)
    if (constraint === 'one_place_link_at_a_time' || constraint === 'nobody_works_twice_at_a_place')
      return refuse('tie-is-there')
    throw error
  }
}

/** The duplicate stands first: those that it had join it again, and the database looks at each step. */
async function separate(
  tx: Database,
  context: Context,
  merge: Merge,
  { kept, duplicate, followers }: { kept: PlaceRow; duplicate: PlaceRow; followers: readonly PlaceRow[] },
): Promise<string[]> {
  const told = authorship(context, 'unmerged')
  const before = merge.duplicateBefore as RowPatch
  await changePlace(tx, duplicate, { ...before, merged_into: null, merged_at: null }, told)
  for (const follower of followers) await changePlace(tx, follower, { merged_into: duplicate.id }, told)
  const { restored, touched } = givenBack({ ...kept }, merge.changes)
  await changePlace(tx, kept, restored as RowPatch, told)
  return touched
}
