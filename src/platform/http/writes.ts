import { createMiddleware } from 'hono/factory'
import { isApi } from '../api/api-path.ts'
import type { AppEnv } from './env.ts'

const ACTION = Symbol('action')

/**
 * Declares the line the act leaves in the journal, and checks that it did whenever the act succeeded (303, or any good
 * answer of the API).
 * A forgotten line is a defect: it fails every test that plays the act, and is logged as an error in production.
 * `or`: the line of an act that was kept for somebody else to confirm.
 */
export function writes(action: `${string}.${string}`, or?: `${string}.${string}`) {
  const middleware = createMiddleware<AppEnv>(async (c, next) => {
    await next()
    const { journalled } = c.var.context
    const isDone = c.res.status === 303 || (isApi(c.req.path) && c.res.ok)
    if (!isDone || journalled.has(action) || (or && journalled.has(or))) return
    const message = `${c.req.method} ${c.req.path} succeeded without its journal line ${action}`
    if (c.var.services.config.mode !== 'production') throw new Error(message)
    c.var.services.log.error({ requestId: c.var.requestId }, message)
  })
  return Object.assign(middleware, { [ACTION]: action })
}

/** The action a handler declares: for the inventory of routes. */
export function actionOf(handler: unknown): string | null {
  return typeof handler === 'function' && ACTION in handler ? String(handler[ACTION]) : null
}
