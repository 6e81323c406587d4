import { existsSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { findBinaries } from './binaries.ts'
import { prepareCluster, prepareHome } from './cluster.ts'
import { type Address, untilReady } from './connection.ts'
import { locate, openDataDir, userFor } from './data-folder.ts'
import { explainFileError } from './failures.ts'
import { held, releaseLock, takeLock } from './lock.ts'
import { runningPostmaster } from './pid-file.ts'
import { type Launch, launch, stopPostmaster } from './postmaster.ts'

export interface EmbeddedOptions {
  /** The product's data folder (`.data`). The cluster lies in its `postgres-<major>`. */
  dataDir: string
  /** Folder of other PostgreSQL programs. Default: those npm installed. */
  binDir?: string
  /** PostgreSQL settings over ours. */
  settings?: Readonly<Record<string, string>>
  /** As root only: the user PostgreSQL runs as. Default: `postgres`, else `nobody`. */
  runAs?: string
  /** When another process of ours holds the folder: refuse (an application), or use its server (a command). */
  whenHeld?: 'refuse' | 'share'
  log: (message: string) => void
  /** Called once when the server died and several tries could not bring it back. They go on. */
  onDown?: (error: Error) => void
}

export interface EmbeddedServer {
  address: Address
  /** The same as one text, for `DATABASE_URL` or `connectionString`. */
  url: string
  /** Where the data are. */
  folder: string
  /** True when the server was already running: left by a killed process, or held by another one. */
  adopted: boolean
  /** Stops the server, unless another process holds it. */
  stop(): Promise<void>
}

const WATCH_EVERY = 1_000
const TRIES = 5

/**
 * Starts the embedded PostgreSQL of a data folder, or adopts the one that a killed process left running, and brings
 * it back whenever it dies until `stop`. One process at a time holds a folder; PostgreSQL itself outlives it.
 * Throws EmbeddedError with a French sentence when that cannot be.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  try {
    return await start(options)
  } catch (error) {
    throw explainFileError(error, options.dataDir)
  }
}

async function start({
  dataDir,
  binDir,
  settings = {},
  runAs,
  whenHeld,
  log,
  onDown,
}: EmbeddedOptions): Promise<EmbeddedServer> {
  const trueDir = openDataDir(dataDir)
  const as = userFor(trueDir, 'postgres', runAs)
  const binaries = await findBinaries({ ...(binDir && { binDir }), as, log })
  const folder = locate(trueDir, 'postgres', binaries.major, as, log)
  prepareHome(folder, as)
  const holder = takeLock(folder.supervisorLock)
  if (holder && whenHeld !== 'share') throw held(dataDir, holder)
  const server: Launch = { folder, binaries, as, settings }
  if (holder) {
    const address = await shared(server)
    return { address, url: urlOf(address), folder: folder.home, adopted: true, stop: async () => {} }
  }
  try {
    await prepareCluster(folder, binaries, as, log)
    const adopted = await bringUp(server, log)
    const address = await untilReady(folder)
    const unwatch = watch(server, log, onDown)
    const stop = async () => {
      await unwatch()
      await stopPostmaster(server)
      releaseLock(folder.supervisorLock)
    }
    return { address, url: urlOf(address), folder: folder.home, adopted, stop }
  } catch (error) {
    releaseLock(folder.supervisorLock)
    throw error
  }
}

/** True when a running server was adopted. One that is shutting down is waited for, then started anew. */
export async function bringUp(server: Launch, log: (message: string) => void): Promise<boolean> {
  if (runningPostmaster(server.folder) !== null && (await staysUp(server))) {
    log('Le serveur PostgreSQL resté en marche est repris.')
    return true
  }
  await launch(server)
  return false
}

async function staysUp(server: Launch): Promise<boolean> {
  try {
    await untilReady(server.folder)
    return true
  } catch (error) {
    if (runningPostmaster(server.folder) === null) return false
    throw error
  }
}

/** The holder may still be creating or restarting its server. */
async function shared({ folder }: Launch): Promise<Address> {
  const deadline = performance.now() + 30_000
  while (performance.now() < deadline && (!existsSync(folder.cluster) || runningPostmaster(folder) === null))
    await pause(50)
  return untilReady(folder)
}

/** Looks every second whether the server lives, and brings it back. Returns what ends the watch. */
function watch(
  server: Launch,
  log: (message: string) => void,
  onDown?: (error: Error) => void,
): () => Promise<void> {
  let failures = 0
  let mending: Promise<void> | null = null
  const mend = async () => {
    if (failures === 0) log('PostgreSQL s’est arrêté : il est relancé.')
    try {
      await bringUp(server, log)
      await untilReady(server.folder)
      failures = 0
      log('PostgreSQL répond de nouveau.')
    } catch (error) {
      failures += 1
      // A full disk may be emptied: it goes on trying, without filling the log.
      if (failures % 30 === 1) log(`PostgreSQL n’a pas pu être relancé : ${(error as Error).message}`)
      if (failures === TRIES) onDown?.(error as Error)
    }
  }
  const look = () => {
    if (mending || runningPostmaster(server.folder) !== null) return
    mending = mend().finally(() => {
      mending = null
    })
  }
  const timer = setInterval(look, WATCH_EVERY)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await mending
  }
}

function urlOf({ host, port, user, password, database }: Address): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${database}`
}
