import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { type PasskeyId, renamePasskey as rename } from '../../data/factors/passkey.store.ts'

export function renamePasskey(
  context: Context,
  person: PersonId,
  id: PasskeyId,
  name: string,
): Promise<null | Refusal<'unknown-passkey'>> {
  return inTransaction(context.db, async (tx) => {
    if (!(await rename(tx, person, id, name))) return refuse('unknown-passkey')
    await writeJournal(tx, context, 'passkey.renamed', person, { passkey: id })
    return null
  })
}
