import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { Member, Person } from '../../../../platform/session/actor.ts'
import type { PasskeyAnswer } from '../../data/factors/passkey-ceremony.ts'
import { strengthenSession } from '../../data/factors/second-factor.store.ts'
import { closeSession } from '../../data/sign-in/sessions.store.ts'

/** Gives this session its second factor with a key. The session the ceremony opened is not needed: it ends. */
export async function givePasskey(
  context: Context,
  person: Person | Member,
  answer: PasskeyAnswer,
): Promise<null | Refusal<'not-your-passkey'>> {
  await closeSession(context.db, answer.sessionId)
  if (answer.personId !== person.personId) return refuse('not-your-passkey')
  return inTransaction(context.db, async (tx) => {
    await strengthenSession(tx, person.sessionId, person.personId)
    await writeJournal(tx, context, 'session.strengthened', person.personId, { by: 'passkey' })
    return null
  })
}
