import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { type ActAnswer, keepAnswer, type SentAct, takeKey } from '../../data/desk/act-keys.store.ts'
import { type DeskRefused, deskRefused } from './desk-refusal.ts'

/**
 * An act of the desk that is done once, however often it is sent: the key, the digest of what was sent and the answer are
 * written in the transaction of the act. The same sending gives the same answer; another body under that key does
 * nothing. A refused act leaves no key. EQP-1305, L28.
 */
export async function actOnce(
  context: Context,
  sent: SentAct,
  work: (context: Context) => Promise<Omit<ActAnswer, 'journalled'> | DeskRefused>,
): Promise<ActAnswer | DeskRefused> {
  const person = personOf(context.actor)?.personId
  if (!person || sent.key === '') return deskRefused('key_missing')
  return inTransaction<ActAnswer | DeskRefused>(context.db, async (tx) => {
    const taken = await takeKey(tx, person, sent, context.now)
    if (taken !== 'taken') return taken.digest === sent.digest ? taken.answer : deskRefused('key_reused')
    const journalled = new Set<string>()
    const done = await work({ ...context, db: tx, journalled })
    if (isRefusal(done)) return done
    const answer = { ...done, journalled: [...journalled] }
    await keepAnswer(tx, person, sent.key, answer)
    return answer
  })
}
