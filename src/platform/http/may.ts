import { createMiddleware } from 'hono/factory'
import type { Policy } from '../session/actor.ts'
import type { AppEnv } from './env.ts'
import { Forbidden, SignInNeeded } from './problems.ts'

const POLICY = Symbol('policy')

/**
 * Opens the route to those whom `policy` lets in, and gives the handler its `context`, reach included. A visitor
 * is sent to the sign-in page; a member of another kind is refused. A route without it fails the inventory test.
 */
export function may(policy: Policy) {
  const middleware = createMiddleware<AppEnv>(async (c, next) => {
    const { services, actor, network, requestId } = c.var
    const reach = policy.reach(actor, network.id)
    if (reach.kind === 'nobody') throw actor.kind === 'visitor' ? new SignInNeeded() : new Forbidden()
    c.set('context', {
      db: services.db,
      today: services.clock.today(),
      now: services.clock.now(),
      actor,
      network,
      reach,
      requestId,
      journalled: new Set(),
    })
    await next()
  })
  return Object.assign(middleware, { [POLICY]: policy })
}

/** The policy a handler was made with: for the inventory of routes. */
export function policyOf(handler: unknown): Policy | null {
  return typeof handler === 'function' && POLICY in handler ? (handler[POLICY] as Policy) : null
}
