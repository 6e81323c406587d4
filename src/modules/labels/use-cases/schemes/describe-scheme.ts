import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { SchemeId } from '../../data/awards/awards.store.ts'
import { describeScheme } from '../../data/schemes/schemes.store.ts'

/** How the label is called, and what is said of it in a sentence. What it asks is written in its versions. */
export function renameScheme(
  context: Context,
  scheme: { id: SchemeId; name: string; description: string },
): Promise<SchemeId | Refusal<'no-such-label'>> {
  const { db, network } = context
  return inTransaction<SchemeId | Refusal<'no-such-label'>>(db, async (tx) => {
    if (!(await describeScheme(tx, network.id, scheme))) return refuse('no-such-label')
    await writeJournal(tx, context, 'label-scheme.named', scheme.id, { name: scheme.name })
    return scheme.id
  })
}
