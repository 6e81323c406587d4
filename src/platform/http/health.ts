import { statfs } from 'node:fs/promises'
import { Hono } from 'hono'
import { sql } from 'kysely'
import type { Services } from '../services.ts'
import { peerAddress } from './client-address.ts'
import type { AppContext, AppEnv } from './env.ts'
import { registry } from './metrics.ts'

/** A job waiting longer than this says that no worker runs. */
const LATE_JOB_SECONDS = 900
const LEAST_FREE_BYTES = 200 * 1024 * 1024

/** Three places and what joins them: the product's own mark. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><g stroke="#3d5a66" stroke-width="3" fill="#fff"><path d="M8 24 16 7l8 17z" fill="none"/><circle cx="16" cy="7" r="4"/><circle cx="8" cy="24" r="4"/><circle cx="24" cy="24" r="4"/></g></svg>'

/** For supervisors and probes: outside networks, sessions and limits. */
export const healthRoutes = new Hono<AppEnv>()
  .get('/favicon.svg', (c) =>
    c.body(ICON, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=86400' }),
  )
  .get('/healthz', (c) => c.text('ok'))
  .get('/readyz', async (c) => {
    const checks = await readiness(c.var.services)
    return c.json(checks, Object.values(checks).every((state) => state === 'ok') ? 200 : 503)
  })
  .get('/metrics', async (c) => {
    const { metricsToken } = c.var.services.config
    const told = metricsToken !== null && c.req.header('authorization') === `Bearer ${metricsToken}`
    if (!told && !isFromThisMachine(c)) return c.text('not found', 404)
    return c.text(await registry.metrics(), 200, { 'content-type': registry.contentType })
  })

/** A proxy of this machine speaks for others: most of them say so. */
function isFromThisMachine(c: AppContext): boolean {
  const isForwarded = ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'].some((name) => c.req.header(name))
  return !isForwarded && ['127.0.0.1', '::1', 'local'].includes(peerAddress(c))
}

async function readiness({ db, config, files }: Services): Promise<Record<string, string>> {
  return {
    database: await check(async () => {
      await sql`select 1 from platform.migration`.execute(db)
      return 'ok'
    }),
    queue: await check(async () => {
      const { rows } = await sql<{ late: number }>`
        select count(*) as late from jobs.job
        where state in ('created', 'retry') and start_after < now() - make_interval(secs => ${LATE_JOB_SECONDS})`.execute(
        db,
      )
      return rows[0]?.late ? `${rows[0].late} late` : 'ok'
    }),
    disk: await check(async () => {
      // Whatever is kept elsewhere (a database server, an object store) is watched there.
      const folders = [files.folder, config.databaseUrl ? null : config.dataDir].filter(
        (folder) => folder !== null,
      )
      const free = await Promise.all(folders.map(freeBytes))
      return free.every((bytes) => bytes > LEAST_FREE_BYTES) ? 'ok' : 'almost full'
    }),
  }
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

async function check(probe: () => Promise<string>): Promise<string> {
  try {
    return await probe()
  } catch {
    return 'unreachable'
  }
}
