import { getConnInfo } from '@hono/node-server/conninfo'
import { type AppContext, whole } from './env.ts'

/** The address of the browser; X-Forwarded-For is believed only when a declared proxy speaks. */
export function clientAddress(c: AppContext): string {
  const peer = peerAddress(c)
  if (!c.var.services.config.trustedProxies.includes(peer)) return peer
  const forwarded = c.req.header('x-forwarded-for')?.split(',') ?? []
  const outside = forwarded
    .map((address) => address.trim())
    .findLast((address) => !c.var.services.config.trustedProxies.includes(address))
  return outside || peer
}

/** Whoever is at the other end of the socket, proxy or not. */
export function peerAddress(c: AppContext): string {
  // Requests made by a test through `app.request` have no socket.
  if (!c.env?.incoming) return 'local'
  return (getConnInfo(whole(c)).remote.address ?? '').replace(/^::ffff:/, '')
}
