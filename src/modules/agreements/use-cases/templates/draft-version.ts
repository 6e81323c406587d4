import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import {
  addTemplateDraft,
  dropTemplateDraft,
  lockTemplate,
  type TemplateId,
} from '../../data/templates.store.ts'
import { recordedBy } from '../act-on-agreement.ts'

export type VersionRefusal = 'no-such-template' | 'already-drafted' | 'no-draft'

/** Opens the next version as a draft, with the words of the last one. Agreements keep theirs. AGR-6. */
export async function draftVersion(
  context: Context,
  id: TemplateId,
): Promise<number | Refusal<VersionRefusal>> {
  try {
    return await draftOnce(context, id)
  } catch (error) {
    // Somebody opened it at that instant.
    if (refusedBy(error) === 'one_template_per_version') return refuse('already-drafted')
    throw error
  }
}

function draftOnce(context: Context, id: TemplateId): Promise<number | Refusal<VersionRefusal>> {
  const { db, network } = context
  return inTransaction<number | Refusal<VersionRefusal>>(db, async (tx) => {
    const last = (await lockTemplate(tx, network.id, id)).at(-1)
    if (!last) return refuse('no-such-template')
    if (last.status === 'draft') return refuse('already-drafted')
    const version = last.version + 1
    const { copiedFrom, content } = last
    await addTemplateDraft(tx, network.id, { id, version, copiedFrom, content }, recordedBy(context))
    await writeJournal(tx, context, 'template.drafted', id, { version })
    return version
  })
}

/** Gives up a draft: what was published stays as it is. */
export function dropDraft(context: Context, id: TemplateId): Promise<number | Refusal<VersionRefusal>> {
  const { db, network } = context
  return inTransaction<number | Refusal<VersionRefusal>>(db, async (tx) => {
    const versions = await lockTemplate(tx, network.id, id)
    const draft = versions.find(({ status }) => status === 'draft')
    if (!draft) return refuse('no-draft')
    await dropTemplateDraft(tx, network.id, id)
    await writeJournal(tx, context, 'template.dropped', id, { version: draft.version })
    return versions.length - 1
  })
}
