import { newId } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addTemplateDraft, type TemplateId } from '../../data/templates.store.ts'
import { contentOf } from '../../templates/template-copy.ts'
import { recordedBy } from '../act-on-agreement.ts'
import { findTemplateVersion } from './catalogue.ts'

export type CopyRefusal = 'no-such-template'

/** A template of the network's own, drawn from any version that exists: a draft, which nobody can use yet. AGR-6. */
export function copyTemplate(
  context: Context,
  source: { id: string; version: number },
  title: string,
): Promise<TemplateId | Refusal<CopyRefusal>> {
  const { db, network } = context
  return inTransaction<TemplateId | Refusal<CopyRefusal>>(db, async (tx) => {
    const template = await findTemplateVersion(tx, network.id, source.id, source.version)
    if (!template || template.status === 'draft') return refuse('no-such-template')
    const id: TemplateId = newId()
    const content = { ...contentOf(template), title }
    await addTemplateDraft(
      tx,
      network.id,
      { id, version: 1, copiedFrom: template.id, content },
      recordedBy(context),
    )
    await writeJournal(tx, context, 'template.copied', id, { from: template.id, version: template.version })
    return id
  })
}
