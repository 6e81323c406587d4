import type { Day } from '../../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import {
  type Edition,
  type EditionId,
  extendEdition,
  lockEdition,
} from '../../data/schemes/editions.store.ts'
import { recordedBy } from '../recorded-by.ts'

export type ExtensionRefusal =
  | 'no-such-edition'
  | 'not-later'
  | 'extended-into-the-past'
  | 'edition-published'

/** More time, for all of them; the public page says so, and why. One that closed may be opened again so. LAB-22. */
export function extendCampaign(
  context: Context,
  id: EditionId,
  extension: { to: Day; reason: string },
): Promise<Edition | Refusal<ExtensionRefusal>> {
  const { db, network, today } = context
  return inTransaction<Edition | Refusal<ExtensionRefusal>>(db, async (tx) => {
    const edition = await lockEdition(tx, network.id, id)
    if (!edition) return refuse('no-such-edition')
    if (edition.publishedAt) return refuse('edition-published')
    if (extension.to <= edition.closesOn) return refuse('not-later', { day: edition.closesOn })
    if (extension.to < today) return refuse('extended-into-the-past')
    await extendEdition(tx, edition, extension, recordedBy(context))
    await writeJournal(tx, context, 'label-edition.extended', edition.schemeId, {
      edition: id,
      ...{ from: edition.closesOn, to: extension.to },
    })
    return { ...edition, closesOn: extension.to }
  })
}
