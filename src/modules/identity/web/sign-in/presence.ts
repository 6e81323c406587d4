import type { Services } from '../../../../platform/services.ts'
import { type Actor, personOf } from '../../../../platform/session/actor.ts'
import { notePresence } from '../../data/sign-in/own-account.store.ts'
import { noteUse } from '../../data/sign-in/sessions.store.ts'

/** How finely one reads in the list of sessions when each was used. */
const EVERY = 10 * 60 * 1000

/** What this process wrote last: another one may write it once more, which changes nothing. */
const noted = new Map<string, number>()

/** Notes that a session is used and its owner there: one write in ten minutes, whatever they open. */
export async function noteVisit({ db, clock }: Services, actor: Actor): Promise<void> {
  const visitor = personOf(actor)
  if (!visitor) return
  const now = Date.parse(clock.now())
  if (Math.abs(now - (noted.get(visitor.sessionId) ?? 0)) < EVERY) return
  if (noted.size > 10_000) noted.clear()
  noted.set(visitor.sessionId, now)
  // Support looks with its own session: the person it looks for is not there.
  const impersonator = actor.kind === 'member' ? actor.impersonator : null
  await noteUse(db, visitor.sessionId)
  await notePresence(db, impersonator?.personId ?? visitor.personId, clock.today())
}
