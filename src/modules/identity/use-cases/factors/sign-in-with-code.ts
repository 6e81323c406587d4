import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { lockAuthenticator } from '../../data/factors/second-factor.store.ts'
import { answerPending } from '../../data/factors/second-factor-ceremony.ts'
import { isCodeOf, unseal } from '../../data/factors/second-factor-codes.ts'
import { spendCode } from '../../data/factors/second-factor-notes.store.ts'
import type { Accounts } from '../../data/sign-in/accounts.ts'
import { readCode } from '../../domain/factors/second-factor.ts'
import type { CodeRefusal } from './try-code.ts'

/** `over`: the sign-in that waited for this code is finished; it starts again with the password. */
export type SignInCodeRefusal = Exclude<CodeRefusal, 'no-code'> | 'over'

/** Ends a sign-in by password with a code. A code that already opened something opens nothing more. */
export async function signInWithCode(
  context: Context,
  accounts: Accounts,
  { person, typed, headers }: { person: PersonId; typed: string; headers: Headers },
): Promise<{ token: string } | Refusal<SignInCodeRefusal>> {
  const read = readCode(typed)
  if (read.kind === 'code' && (await wasSpent(context, accounts, person, read.code)))
    return refuse('spent-code')
  const answer = await answerPending(accounts, headers, read)
  if (answer === 'wrong') return refuse('wrong-code')
  return typeof answer === 'string' ? refuse(answer) : answer
}

/** Marks a right code as spent; a wrong one is left to the library, which counts it. */
function wasSpent({ db }: Context, accounts: Accounts, person: PersonId, code: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const held = await lockAuthenticator(tx, person)
    if (!held || !(await isCodeOf(await unseal(accounts, held.secret), code))) return false
    return !(await spendCode(tx, person, code))
  })
}
