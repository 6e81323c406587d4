import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import { keepSent, takeSent } from '../../data/api/sent-requests.store.ts'

/**
 * Does the work once for its key when it has one, and gives its answer; sent again, that same answer. Another body under
 * the key does nothing. A refused act leaves no key. DIR-83.
 */
export function doOnce<Answer extends object, Refused extends string>(
  context: Context,
  sent: { readonly key: string; readonly digest: string } | null,
  work: (context: Context) => Promise<Answer | Refusal<Refused>>,
): Promise<{ answer: Answer; isAgain: boolean } | Refusal<Refused | 'key-reused'>> {
  type Outcome = { answer: Answer; isAgain: boolean } | Refusal<Refused | 'key-reused'>
  return inTransaction<Outcome>(context.db, async (tx) => {
    const person = personOf(context.actor)?.personId
    if (sent && person) {
      const taken = await takeSent(tx, person, sent, context.now)
      if (taken !== 'taken') {
        if (taken.digest !== sent.digest) return refuse('key-reused')
        return { answer: taken.answer as Answer, isAgain: true }
      }
    }
    const answer = await work({ ...context, db: tx })
    if (isRefusal(answer)) return answer
    if (sent && person) await keepSent(tx, person, sent.key, answer)
    return { answer, isAgain: false }
  })
}
