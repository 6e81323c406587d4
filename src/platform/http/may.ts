import { createMiddleware } from 'hono/factory'
import type { Actor, Policy } from '../session/actor.ts'
import { clientAddress } from './client-address.ts'
import type { AppEnv } from './env.ts'
import { Forbidden, ReadOnly, SecondFactorNeeded, SignInNeeded } from './problems.ts'

const POLICY = Symbol('policy')

/**
 * Opens the route to those whom `policy` lets in, and gives the handler its `context`, reach included. A visitor
 * is sent to the sign-in page, a person without the second factor to where it is given; a member of another kind is
 * refused, and so is what support may not write in somebody's place. A route without it fails the inventory test.
 */
export function may(policy: Policy) {
  const middleware = createMiddleware<AppEnv>(async (c, next) => {
    const { services, actor, network, requestId } = c.var
    const reach = policy.reach(actor, network.id)
    if (reach.kind === 'nobody') throw refusalFor(actor)
    if (isWriting(c.req.method) && !policy.evenReadOnly && isOnlyLooking(actor)) throw new ReadOnly()
    c.set('context', {
      db: services.db,
      today: services.clock.today(),
      now: services.clock.now(),
      actor,
      network,
      reach,
      requestId,
      origin: { address: clientAddress(c), userAgent: c.req.header('user-agent') ?? '' },
      journalled: new Set(),
    })
    await next()
  })
  return Object.assign(middleware, { [POLICY]: policy })
}

function refusalFor(actor: Actor): Error {
  if (actor.kind === 'visitor') return new SignInNeeded()
  if (actor.kind === 'person' && actor.lacks === 'second-factor') return new SecondFactorNeeded()
  return new Forbidden()
}

function isWriting(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD'
}

/** Support in somebody's place reads, unless that person agreed to more. */
function isOnlyLooking(actor: Actor): boolean {
  return actor.kind === 'member' && actor.impersonator !== null && !actor.impersonator.mayWrite
}

/** The policy a handler was made with: for the inventory of routes. */
export function policyOf(handler: unknown): Policy | null {
  return typeof handler === 'function' && POLICY in handler ? (handler[POLICY] as Policy) : null
}
