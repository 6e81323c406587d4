import { statfs } from 'node:fs/promises'
import { Hono } from 'hono'
import { sql } from 'kysely'
import { everybody } from '../session/actor.ts'
import type { Services } from '../services.ts'
import { peerAddress } from './client-address.ts'
import type { AppEnv } from './env.ts'
import { registry } from './metrics.ts'

/** A job waiting longer than this says that no worker runs. */
const LATE_JOB_SECONDS = 900
const LEAST_FREE_BYTES = 200 * 1024 * 1024

/** For supervisors and probes: outside networks, sessions and limits. */
export const healthRoutes = new Hono<AppEnv>()
  .get('/healthz', (c) => c.text('ok'))
  .get('/readyz', async (c) => {
    const checks = await readiness(c.var.services)
    return c.json(checks, Object.values(checks).every((state) => state === 'ok') ? 200 : 503)
  })
  .get('/metrics', async (c) => {
    const { metricsToken } = c.var.services.config
    const told = metricsToken !== null && c.req.header('authorization') === `Bearer ${metricsToken}`
    const local = ['127.0.0.1', '::1', 'local'].includes(peerAddress(c)) && !c.req.header('x-forwarded-for')
    if (!told && !local) return c.text('not found', 404)
    return c.text(await registry.metrics(), 200, { 'content-type': registry.contentType })
  })

export const healthPolicy = everybody('platform.health')

async function readiness({ db, config }: Services): Promise<Record<string, string>> {
  return {
    database: await check(async () => {
      await sql`select 1 from platform.migration`.execute(db)
      return 'ok'
    }),
    queue: await check(async () => {
      const { rows } = await sql<{ late: number }>`
        select count(*) as late from jobs.job
        where state in ('created', 'retry') and start_after < now() - make_interval(secs => ${LATE_JOB_SECONDS})`.execute(db)
      return rows[0]?.late ? `${rows[0].late} late` : 'ok'
    }),
    disk: await check(async () => {
      const { bavail, bsize } = await statfs(config.dataDir)
      return bavail * bsize > LEAST_FREE_BYTES ? 'ok' : 'almost full'
    }),
  }
}

async function check(probe: () => Promise<string>): Promise<string> {
  try {
    return await probe()
  } catch {
    return 'unreachable'
  }
}
