import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import { duplicatesOf } from '../../data/organisations/organisations.queries.ts'
import {
  lockOrganisations,
  saveMerge,
  saveOrganisation,
} from '../../data/organisations/organisations.store.ts'
import { type CopiedField, lackingIn, type Organisation } from '../../domain/organisations/organisation.ts'

/** Which duplicate joins which organisation, and the versions of both that the page showed. */
export interface Merge {
  duplicate: OrganisationId
  kept: OrganisationId
  seen: { duplicate: number; kept: number }
  /** What the kept one lacks and takes from the other. */
  copied: readonly CopiedField[]
}

export type MergeRefusal =
  | 'no-such-organisation'
  | 'same-organisation'
  | 'already-joined'
  | 'kept-is-duplicate'
  | 'has-duplicates'
  | 'changed-meanwhile'

/**
 * Joins a duplicate to the organisation that is kept. Its rows stay where they are and the pair is read as one, so
 * that it can be undone. Both rows are held first, in the order of their ids; the database decides last.
 */
export async function mergeOrganisations(
  context: Context,
  merge: Merge,
): Promise<OrganisationId | Refusal<MergeRefusal>> {
  const { duplicate: duplicateId, kept: keptId } = merge
  try {
    return await inTransaction<OrganisationId | Refusal<MergeRefusal>>(context.db, async (tx) => {
      const held = await lockOrganisations(tx, context.reach, [duplicateId, keptId])
      const duplicate = held.find(({ id }) => id === duplicateId)
      const kept = held.find(({ id }) => id === keptId)
      if (!duplicate || !kept) return refuse('no-such-organisation')
      const refusal = whyNot(duplicate, kept, merge.seen)
      if (refusal) return refusal
      if ((await duplicatesOf(tx, duplicateId)).length > 0) return refuse('has-duplicates')
      await saveMerge(tx, duplicateId, keptId, context.now)
      const copied = lackingIn(kept, duplicate).filter((field) => merge.copied.includes(field))
      const brought = Object.fromEntries(copied.map((field) => [field, duplicate[field]]))
      await saveOrganisation(tx, keptId, brought, context.now)
      await writeJournal(tx, context, 'organisation.merged', duplicateId, { into: keptId, copied })
      return keptId
    })
  } catch (error) {
    if (refusedBy(error) === 'merge_goes_one_step') return refuse('kept-is-duplicate')
    throw error
  }
}

function whyNot(
  duplicate: Organisation,
  kept: Organisation,
  seen: Merge['seen'],
): Refusal<MergeRefusal> | null {
  if (duplicate.id === kept.id) return refuse('same-organisation')
  if (duplicate.mergedInto) return refuse('already-joined')
  if (kept.mergedInto) return refuse('kept-is-duplicate')
  const isStale = duplicate.version !== seen.duplicate || kept.version !== seen.kept
  return isStale ? refuse('changed-meanwhile') : null
}
