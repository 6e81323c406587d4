import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { chooseReference, chosenReference, ownTemplates } from '../../data/templates.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import type { Template } from '../../templates/template.ts'
import { recordedBy } from '../act-on-agreement.ts'
import { keptTemplatesOf, templateOf } from './catalogue.ts'

/** What an agreement is measured against: the network's choice, else what its template was copied from. AGR-10. */
export async function referenceFor(db: Database, agreement: Agreement): Promise<Template> {
  const { networkId, templateId } = agreement
  const kept = await keptTemplatesOf(db, networkId)
  const current = (id: string | null | undefined) => kept.findLast((template) => template.id === id)
  const chosen = current(await chosenReference(db, networkId))
  if (chosen) return chosen
  const own = (await ownTemplates(db, networkId)).find(({ id }) => id === templateId)
  return current(own?.copiedFrom) ?? (await templateOf(db, agreement))
}

/** The template the network measures its agreements against; null: each against the one it was copied from. */
export function setReference(
  context: Context,
  id: string | null,
): Promise<{ reference: string | null } | Refusal<'no-such-template'>> {
  const { db, network } = context
  return inTransaction<{ reference: string | null } | Refusal<'no-such-template'>>(db, async (tx) => {
    const kept = await keptTemplatesOf(tx, network.id)
    if (id !== null && !kept.some((template) => template.id === id)) return refuse('no-such-template')
    await chooseReference(tx, network.id, id, recordedBy(context))
    await writeJournal(tx, context, 'template.chosen', id ?? 'aucun', {})
    return { reference: id }
  })
}
