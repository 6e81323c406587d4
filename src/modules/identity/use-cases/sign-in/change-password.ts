import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import type { Member, Person } from '../../../../platform/session/actor.ts'
import type { Accounts } from '../../data/sign-in/accounts.ts'
import { hashOf } from '../../data/sign-in/passwords.store.ts'
import type { PasswordFault } from '../../domain/sign-in/password-rules.ts'
import { faultOf, replacePassword } from './choose-password.ts'
import { type ProofRefusal, provePresence } from './prove-presence.ts'

/** Changes one's password, or sets a first one. The current one is asked for when there is one. */
export async function changePassword(
  context: Context,
  accounts: Accounts,
  person: Person | Member,
  { current, chosen }: { current: string; chosen: string },
): Promise<null | Refusal<PasswordFault | ProofRefusal>> {
  const proof = await provePresence(context, accounts, person, current)
  if (isRefusal(proof)) return proof
  const fault = await faultOf(context, person.personId, chosen)
  if (isRefusal(fault)) return fault
  const hash = await hashOf(accounts, chosen)
  return inTransaction(context.db, async (tx) => {
    await replacePassword(tx, context, { personId: person.personId, hash, keep: person.sessionId })
    return null
  })
}
