import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { listSchemes, type SchemeId } from '../../data/awards/awards.store.ts'
import { addSchemeDraft, dropSchemeDraft, lockSchemeDraft } from '../../data/schemes/scheme-drafts.store.ts'
import { versionsOf } from '../../data/schemes/schemes.store.ts'
import { BLANK_SCHEME } from '../../domain/schemes/blank-scheme.ts'
import { recordedBy } from '../recorded-by.ts'

export type DraftingRefusal = 'no-such-label' | 'already-drafted' | 'no-scheme-draft'

/** Opens the next version, with the words of the last one; what was published stays. LAB-4. */
export async function draftScheme(
  context: Context,
  schemeId: SchemeId,
): Promise<SchemeId | Refusal<DraftingRefusal>> {
  const { db, network } = context
  try {
    return await inTransaction<SchemeId | Refusal<DraftingRefusal>>(db, async (tx) => {
      const known = (await listSchemes(tx, network.id)).some(({ id }) => id === schemeId)
      if (!known) return refuse('no-such-label')
      const [last] = await versionsOf(tx, network.id, schemeId)
      const content = last?.content ?? BLANK_SCHEME
      await addSchemeDraft(tx, { schemeId, content }, recordedBy(context))
      await writeJournal(tx, context, 'label-scheme.drafted', schemeId)
      return schemeId
    })
  } catch (error) {
    if (refusedBy(error) === 'scheme_draft_pkey') return refuse('already-drafted')
    throw error
  }
}

/** Gives up what is being written. */
export function dropScheme(
  context: Context,
  schemeId: SchemeId,
): Promise<SchemeId | Refusal<DraftingRefusal>> {
  const { db, network } = context
  return inTransaction<SchemeId | Refusal<DraftingRefusal>>(db, async (tx) => {
    const draft = await lockSchemeDraft(tx, network.id, schemeId)
    if (!draft) return refuse('no-scheme-draft')
    await dropSchemeDraft(tx, schemeId)
    await writeJournal(tx, context, 'label-scheme.dropped', schemeId)
    return schemeId
  })
}
