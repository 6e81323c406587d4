import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import {
  lockTemplate,
  publishTemplateDraft,
  retireTemplate,
  type TemplateId,
} from '../../data/templates.store.ts'
import { publicationProblems } from '../../templates/publication.ts'
import { recordedBy } from '../act-on-agreement.ts'
import { draftAmong } from './template-draft-of.ts'

export type PublicationRefusal =
  | 'no-draft'
  | 'draft-rewritten-meanwhile'
  | 'not-publishable'
  | 'not-published'

/**
 * The draft, as it was read at that revision, becomes the version new agreements are drawn from. Those that exist keep
 * theirs: nothing of them is written here. AGR-6, AGR-7, AGR-8.
 */
export function publishTemplate(
  context: Context,
  { id, revision }: { id: TemplateId; revision: number },
): Promise<number | Refusal<PublicationRefusal>> {
  const { db, network } = context
  return inTransaction<number | Refusal<PublicationRefusal>>(db, async (tx) => {
    const draft = draftAmong(await lockTemplate(tx, network.id, id))
    if (!draft) return refuse('no-draft')
    if (draft.revision !== revision) return refuse('draft-rewritten-meanwhile')
    if (publicationProblems(draft.content).length > 0) return refuse('not-publishable')
    await publishTemplateDraft(tx, network.id, id, recordedBy(context))
    await writeJournal(tx, context, 'template.published', id, { version: draft.version })
    return draft.version
  })
}

/** No new agreement is drawn from it any more. */
export function withdrawTemplate(
  context: Context,
  id: TemplateId,
): Promise<number | Refusal<PublicationRefusal>> {
  const { db, network } = context
  return inTransaction<number | Refusal<PublicationRefusal>>(db, async (tx) => {
    const published = (await lockTemplate(tx, network.id, id)).find(({ status }) => status === 'published')
    if (!published) return refuse('not-published')
    await retireTemplate(tx, network.id, id, recordedBy(context))
    await writeJournal(tx, context, 'template.retired', id, { version: published.version })
    return published.version
  })
}
