import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { seedDemonstration } from '../db/seeds/demonstration.ts'
import { createApp } from './app.tsx'
import { allJobs } from './jobs.ts'
import {
  type FirstRun,
  firstRunPath,
  listMemberships,
  listNetworks,
  openFirstRun,
} from './modules/identity/index.ts'
import { loadCommuneCentres } from './modules/places/index.ts'
import { type Config, readConfig } from './platform/config.ts'
import { oneAtATime } from './platform/db/one-at-a-time.ts'
import { inTransaction } from './platform/db/transaction.ts'
import type { AppEnv } from './platform/http/env.ts'
import { type Opened, openServices } from './platform/open.ts'
import type { Services } from './platform/services.ts'

export interface Running {
  opened: Opened
  port: number
  /** While no network exists: how the first one is founded. */
  firstRun: FirstRun | null
  stop(): Promise<void>
}

const FINISH_WITHIN = 10_000

/**
 * Opens the services, starts the workers and the listener of this role. `makeApp` lets development rebuild the
 * application at each request.
 */
export async function start(
  config: Config,
  makeApp: (services: Services) => Pick<Hono<AppEnv>, 'fetch'> = createApp,
): Promise<Running> {
  const opened = await openServices(config, allJobs)
  const { services } = opened
  let firstRun: FirstRun | null = null
  const close = async () => {
    await services.jobs.stop()
    await firstRun?.close()
    await opened.close()
  }
  try {
    await loadCommuneCentres(services.db)
    if (config.mode === 'demo') await seedWhenEmpty(services)
    if (config.role !== 'worker') firstRun = await openFirstRun(services)
    if (config.role !== 'web') await services.jobs.start(services)
    const listener = config.role === 'worker' ? null : await listen(makeApp(services), config.port)
    return {
      opened,
      port: listener?.port ?? 0,
      firstRun,
      async stop() {
        await listener?.close()
        await close()
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function listen(
  app: Pick<Hono<AppEnv>, 'fetch'>,
  port: number,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = serve({ fetch: app.fetch as never, port })
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', reject)
  }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE'
      ? new Error(
          `Le port ${port} est déjà pris sur cette machine. Arrêtez l’autre programme ou choisissez un autre PORT.`,
        )
      : error
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        const late = setTimeout(
          () => 'closeAllConnections' in server && server.closeAllConnections(),
          FINISH_WITHIN,
        )
        // A browser keeps its connection open after its last answer.
        const idle = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 50)
        server.close(() => {
          clearTimeout(late)
          clearInterval(idle)
          resolve()
        })
      }),
  }
}

/** What `npm start` prints: where, who one may play, where the data are, how to stop. */
export async function welcome({ opened, port, firstRun }: Running): Promise<string> {
  const { config, db, clock } = opened.services
  const address = config.baseUrl.endsWith(`:${config.port}`) ? `http://localhost:${port}` : config.baseUrl
  const lines = ['', `  Maillage répond sur ${address}`, '']
  if (firstRun) lines.push(...firstRunLines(config, firstRun).map((line) => `  ${line}`), '')
  if (config.mode === 'demo') {
    for (const network of await listNetworks(db)) {
      const home = network.is_default ? '' : `/n/${network.slug}`
      lines.push(`  ${network.name} (${network.head_name})  ${address}${home}/`)
      for (const { name, jobTitle, organisationName } of await listMemberships(
        db,
        network.id,
        clock.today(),
      )) {
        lines.push(`    ${name}, ${jobTitle} (${organisationName})`)
      }
      lines.push(`    Sans mot de passe : ${address}${home}/connexion`, '')
    }
    lines.push(`  Courriels de la démonstration : ${address}/dev/mail`)
  }
  lines.push(`  Données : ${config.databaseUrl ? 'base désignée par DATABASE_URL' : config.dataDir}`)
  lines.push('  Arrêter : Ctrl-C', '')
  return lines.join('\n')
}

/** The one-time link is shown here and nowhere else: only a digest of its key is kept. */
function firstRunLines({ baseUrl }: Config, { key }: FirstRun): string[] {
  if (!key) return ['Aucun réseau n’existe encore. Le lien qui le crée est affiché par l’autre processus.']
  return [
    'Aucun réseau n’existe encore. Pour le créer, ouvrez ce lien, qui sert une seule fois :',
    `${baseUrl}${firstRunPath(key)}`,
    'Un redémarrage en donne un autre, et celui-ci cesse de valoir.',
  ]
}

/** One process seeds, the others wait: several may start at once on one database. */
async function seedWhenEmpty(services: Services): Promise<void> {
  await oneAtATime(services.db, 'seed the demonstration', async () => {
    if ((await listNetworks(services.db)).length > 0) return
    // All or nothing: a start that is cut short seeds again the next time.
    await inTransaction(services.db, (tx) => seedDemonstration({ ...services, db: tx }))
  })
}

/** Stops once on Ctrl-C or SIGTERM; a second signal does not wait. */
export function stopOnSignal(running: Running): void {
  let stopping = false
  const stop = () => {
    if (stopping) process.exit(1)
    stopping = true
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** As a program: `node dist/server/server.js`, the way production runs it. */
if (import.meta.main) {
  try {
    const running = await start(readConfig(process.env))
    stopOnSignal(running)
    if (running.firstRun)
      console.log(firstRunLines(running.opened.services.config, running.firstRun).join('\n'))
    running.opened.services.log.info({ port: running.port }, 'listening')
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
