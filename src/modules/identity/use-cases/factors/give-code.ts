import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { Member, Person } from '../../../../platform/session/actor.ts'
import { strengthenSession } from '../../data/factors/second-factor.store.ts'
import type { Accounts } from '../../data/sign-in/accounts.ts'
import { type CodeRefusal, tryCode } from './try-code.ts'

/** Gives this session its second factor with a code. */
export async function giveCode(
  context: Context,
  accounts: Accounts,
  { personId, sessionId }: Person | Member,
  typed: string,
): Promise<null | Refusal<CodeRefusal>> {
  const answer = await tryCode(context.db, accounts, personId, typed)
  if (answer !== 'right') return refuse(answer)
  return inTransaction(context.db, async (tx) => {
    await strengthenSession(tx, sessionId, personId)
    await writeJournal(tx, context, 'session.strengthened', personId, { by: 'code' })
    return null
  })
}
