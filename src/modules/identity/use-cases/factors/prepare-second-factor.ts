import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { prepareAuthenticator } from '../../data/factors/second-factor.store.ts'
import { newRecoveryCodes, newSecret, seal } from '../../data/factors/second-factor-codes.ts'
import type { Accounts } from '../../data/sign-in/accounts.ts'

/** Draws the secret to copy into an application. Nothing is asked at sign-in before its first code. */
export async function prepareSecondFactor(
  context: Context,
  accounts: Accounts,
  person: PersonId,
): Promise<null | Refusal<'already-set-up'>> {
  const secret = await seal(accounts, newSecret())
  const recoveryCodes = await seal(accounts, JSON.stringify(newRecoveryCodes()))
  return inTransaction(context.db, async (tx) => {
    if (!(await prepareAuthenticator(tx, person, { secret, recoveryCodes }))) return refuse('already-set-up')
    await writeJournal(tx, context, 'second-factor.prepared', person)
    return null
  })
}
