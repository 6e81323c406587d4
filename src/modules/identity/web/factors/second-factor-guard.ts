import { createMiddleware } from 'hono/factory'
import type { AppContext, AppEnv } from '../../../../platform/http/env.ts'
import { orNotFound, SecondFactorNeeded } from '../../../../platform/http/problems.ts'
import { type Member, type Person, personOf } from '../../../../platform/session/actor.ts'
import { factorsOf } from '../../data/factors/second-factor.store.ts'

/** Whoever has a second factor gives it before changing any: their mailbox alone must not add a key to the account. */
export const withSecondFactor = createMiddleware<AppEnv>(async (c, next) => {
  const { personId, sessionId } = signedInPerson(c)
  const { hasCode, passkeys, given } = await factorsOf(c.var.context.db, personId, sessionId)
  if ((hasCode || passkeys > 0) && !given) throw new SecondFactorNeeded()
  await next()
})

/** Behind `may(policy.ownFactors)`, which lets nobody else in. */
export function signedInPerson(c: Pick<AppContext, 'var'>): Person | Member {
  return orNotFound(personOf(c.var.actor))
}
