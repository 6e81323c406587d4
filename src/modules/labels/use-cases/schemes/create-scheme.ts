import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addScheme, type SchemeId } from '../../data/awards/awards.store.ts'
import { addSchemeDraft } from '../../data/schemes/scheme-drafts.store.ts'
import { BLANK_SCHEME } from '../../domain/schemes/blank-scheme.ts'
import { isSchemeCode } from '../../domain/schemes/scheme-code.ts'
import { starterSet } from '../../templates/starter-sets.ts'
import { recordedBy } from '../recorded-by.ts'

export interface NewScheme {
  name: string
  code: string
  description: string
  /** A set to begin from; null: a blank page. */
  starter: string | null
}

export type CreationRefusal = 'scheme-code-unusable' | 'scheme-code-taken' | 'no-such-starter'

/** A label of the network's own, to be written: nobody sees it before it is published. LAB-1, LAB-5. */
export async function createScheme(
  context: Context,
  { name, code, description, starter }: NewScheme,
): Promise<SchemeId | Refusal<CreationRefusal>> {
  const { db, network } = context
  if (!isSchemeCode(code)) return refuse('scheme-code-unusable', { code })
  const set = starter === null ? null : starterSet(starter)
  if (starter !== null && !set) return refuse('no-such-starter')
  try {
    return await inTransaction(db, async (tx) => {
      const schemeId = await addScheme(tx, network.id, { code, name, description })
      const content = set?.content ?? BLANK_SCHEME
      await addSchemeDraft(tx, { schemeId, content }, recordedBy(context))
      await writeJournal(tx, context, 'label-scheme.created', schemeId, { code, starter })
      return schemeId
    })
  } catch (error) {
    if (refusedBy(error) === 'one_scheme_per_code') return refuse('scheme-code-taken', { code })
    throw error
  }
}
