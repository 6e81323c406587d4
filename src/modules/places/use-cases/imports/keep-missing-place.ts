import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { keepMissing } from '../../data/imports/import.missing.ts'

/** Somebody checked: the place is still there, though its source no longer gives it. DIR-38. */
export function keepMissingPlace(
  context: Context,
  source: string,
  externalId: string,
): Promise<true | Refusal<'not-missing'>> {
  return inTransaction<true | Refusal<'not-missing'>>(context.db, async (tx) => {
    const place = await keepMissing(tx, context.network.id, source, externalId, context.now)
    if (!place) return refuse('not-missing')
    await writeJournal(tx, context, 'place.missing-kept', place, { source })
    return true
  })
}
