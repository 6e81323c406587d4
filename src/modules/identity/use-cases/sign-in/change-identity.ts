import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { changesBetween } from '../../../../platform/journal/changes.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { findAccount, type OwnIdentity, saveIdentity } from '../../data/sign-in/own-account.store.ts'

/** How a person is called, and their telephone number. */
export function changeIdentity(context: Context, person: PersonId, identity: OwnIdentity): Promise<void> {
  return inTransaction(context.db, async (tx) => {
    const before = await findAccount(tx, person)
    await saveIdentity(tx, person, identity)
    const changes = changesBetween(before ?? {}, { ...identity })
    await writeJournal(tx, context, 'identity.changed', person, {}, { changes })
  })
}
