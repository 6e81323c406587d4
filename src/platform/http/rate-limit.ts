import { createMiddleware } from 'hono/factory'
import { sql } from 'kysely'
import type { Database } from '../db/database.ts'
import type { Job } from '../jobs/jobs.ts'
import { clientAddress } from './client-address.ts'
import type { AppContext, AppEnv } from './env.ts'
import { TooManyRequests } from './problems.ts'

interface Limit {
  hits: number
  seconds: number
}

/** By class of route, per address. Reading is counted per process (it protects the process), writing by all. */
export const LIMITS = {
  read: { hits: 1200, seconds: 60 },
  write: { hits: 120, seconds: 60 },
  'sign-in': { hits: 20, seconds: 300 },
  api: { hits: 60, seconds: 60 },
  export: { hits: 10, seconds: 3600 },
} as const satisfies Record<string, Limit>

/** Every request but the static files: reads and writes. */
export const limitByMethod = createMiddleware<AppEnv>(async (c, next) => {
  const address = clientAddress(c)
  if (c.req.method === 'GET' || c.req.method === 'HEAD')
    countRead(address, Date.parse(c.var.services.clock.now()))
  else await count(c.var.services.db, 'write', address, c.var.services.clock.now())
  await next()
})

/** For the routes where a password or a code is tried. */
export const limitSignIn = createMiddleware<AppEnv>(async (c, next) => {
  await count(c.var.services.db, 'sign-in', clientAddress(c), c.var.services.clock.now())
  await next()
})

/** For whole files and for what programs ask without a key: whoever is known is known to answer for it. DIR-84. */
export async function limitStranger(c: AppContext, name: 'api' | 'export'): Promise<void> {
  if (c.var.actor.kind !== 'visitor') return
  await count(c.var.services.db, name, clientAddress(c), c.var.services.clock.now())
}

/** Windows that are over count for nothing, and hold addresses. */
export const forgetRateWindows: Job = {
  name: 'platform/forget-rate-windows',
  schedule: '17 * * * *',
  async work({ db, clock }) {
    await sql`delete from platform.rate_window where window_start < ${clock.now()}::timestamptz - interval '1 hour'`.execute(
      db,
    )
  },
}

const reads = new Map<string, { since: number; hits: number }>()

function countRead(address: string, now: number): void {
  const { hits, seconds } = LIMITS.read
  const window = reads.get(address)
  if (!window || now - window.since >= seconds * 1000 || now < window.since) {
    if (reads.size > 10_000) reads.clear()
    reads.set(address, { since: now, hits: 1 })
    return
  }
  window.hits += 1
  if (window.hits > hits) throw new TooManyRequests(Math.ceil(seconds - (now - window.since) / 1000))
}

async function count(db: Database, name: keyof typeof LIMITS, address: string, now: string): Promise<void> {
  const { hits, seconds } = LIMITS[name]
  const start = Math.floor(Date.parse(now) / (seconds * 1000)) * seconds
  const { rows } = await sql<{ hits: number }>`
    insert into platform.rate_window (key, window_start, hits) values (${`${name}:${address}`}, to_timestamp(${start}), 1)
    on conflict (key, window_start) do update set hits = platform.rate_window.hits + 1
    returning hits`.execute(db)
  if ((rows[0]?.hits ?? 0) > hits)
    throw new TooManyRequests(start + seconds - Math.floor(Date.parse(now) / 1000))
}
