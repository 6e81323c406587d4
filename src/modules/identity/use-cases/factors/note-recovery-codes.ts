import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { hideRecoveryCodes } from '../../data/factors/second-factor-notes.store.ts'

/** The person has noted their recovery codes: they are not shown again. */
export function noteRecoveryCodes(context: Context, person: PersonId): Promise<void> {
  return inTransaction(context.db, async (tx) => {
    await hideRecoveryCodes(tx, person)
    await writeJournal(tx, context, 'recovery-codes.noted', person)
  })
}
