import { type ChildProcess, spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import type { Binaries } from './binaries.ts'
import type { DataFolder } from './data-folder.ts'
import { EmbeddedError } from './failures.ts'
import { isPostgresOf, servesCluster } from './processes.ts'
import { type RunAs, run, surroundings } from './run-as.ts'

/** What the product's own cluster listens to, as `pg` takes it. */
export interface Address {
  host: string
  port: number
  user: string
  password: string
  database: string
}

export interface Launch {
  folder: DataFolder
  binaries: Binaries
  as: RunAs | null
  settings: Readonly<Record<string, string>>
}

const PORT = 5432
const READY_WITHIN = 60_000
const LOG_LIMIT = 5_000_000

/** The process that serves this folder, proved to be a postgres of it; null when none does. */
export function runningPostmaster(folder: DataFolder): number | null {
  const pid = readPidFile(folder)?.pid
  return pid !== undefined && isPostgresOf(pid, folder.cluster) ? pid : null
}

/**
 * Starts PostgreSQL in a session of its own (Ctrl-C in the terminal must reach us first) and returns its pid as soon
 * as it listens. After a crash the orphans of the former one may need a moment to go.
 */
export async function launch({ folder, binaries, as, settings }: Launch): Promise<number> {
  const deadline = performance.now() + READY_WITHIN
  for (;;) {
    disownStalePidFile(folder)
    const from = logSize(folder)
    const child = spawnPostgres({ folder, binaries, as, settings })
    const ended = await listening(folder, child, deadline)
    if (!ended) return child.pid ?? 0
    const said = readFileSync(folder.log).subarray(from).toString('utf8')
    const stillLeaving = /pre-existing shared memory block|is still in use/.test(said)
    if (!stillLeaving || performance.now() > deadline) throw startFailed(folder, said)
    await pause(100)
  }
}

/** Waits until the server answers, making the product's database if it is not there yet. */
export async function untilReady(folder: DataFolder): Promise<Address> {
  const deadline = performance.now() + READY_WITHIN
  for (;;) {
    const answer = await tryToConnect(addressOf(folder))
    if (answer === null) return addressOf(folder)
    if (answer === '3D000') await createDatabase(folder)
    else if (answer === '28P01' || answer === '28000') throw passwordLost(folder)
    else if (performance.now() > deadline || runningPostmaster(folder) === null)
      throw notReady(folder, answer)
    else await pause(25)
  }
}

/** Stops the server of this folder; does nothing when none is proved to be there. */
export async function stopPostmaster({ folder, binaries, as }: Omit<Launch, 'settings'>): Promise<void> {
  for (const mode of ['fast', 'immediate']) {
    if (runningPostmaster(folder) === null) break
    await run(
      join(binaries.folder, 'pg_ctl'),
      ['stop', '-D', folder.cluster, '-m', mode, '-w', '-t', '30'],
      as,
    )
  }
}

/** Where the running server listens, which a former version may have decided otherwise. */
function addressOf(folder: DataFolder): Address {
  const { socketFolder, port } = readPidFile(folder) ?? {}
  return {
    host: socketFolder || folder.sockets,
    port: port || PORT,
    user: 'maillage',
    password: readPassword(folder),
    database: 'maillage',
  }
}

function readPassword(folder: DataFolder): string {
  if (!existsSync(folder.password)) throw passwordLost(folder)
  return readFileSync(folder.password, 'utf8').trim()
}

/** postmaster.pid: pid, data folder, start, port, socket folder, address, shared memory, status. */
function readPidFile(
  folder: DataFolder,
): { pid: number; port: number; socketFolder: string; status: string } | null {
  const file = join(folder.cluster, 'postmaster.pid')
  if (!existsSync(file)) return null
  const lines = readFileSync(file, 'utf8').split('\n')
  return {
    pid: Math.abs(Number(lines[0])),
    port: Number(lines[3] ?? 0),
    socketFolder: lines[4] ?? '',
    status: (lines[7] ?? '').trim(),
  }
}

/**
 * PostgreSQL believes any process that bears the pid of its file: a stranger after a reboot, or its own killed
 * ancestor that nobody has buried. When that process is proved to be no postgres of this folder, the file is given our
 * own pid, which PostgreSQL knows as its parent and ignores: unlike a deletion, this keeps its second check, on the
 * shared memory of orphans.
 */
function disownStalePidFile(folder: DataFolder): void {
  const found = readPidFile(folder)
  if (found && servesCluster(found.pid, folder.cluster) !== 'no') throw unidentified(folder, found.pid)
  if (found) {
    const file = join(folder.cluster, 'postmaster.pid')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^-?\d+/, String(process.pid)))
  }
  // The socket folder serves this data folder only, and nobody serves it now.
  for (const name of [`.s.PGSQL.${PORT}`, `.s.PGSQL.${PORT}.lock`])
    rmSync(join(folder.sockets, name), { force: true })
}

function spawnPostgres({ folder, binaries, as, settings }: Launch): ChildProcess {
  if (logSize(folder) > LOG_LIMIT) renameSync(folder.log, `${folder.log}.1`)
  const log = openSync(folder.log, 'a', 0o600)
  const all = { ...ourSettings(folder), ...settings }
  const args = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(join(binaries.folder, 'postgres'), ['-D', folder.cluster, ...args], {
    ...surroundings(as),
    detached: true,
    stdio: ['ignore', log, log],
  })
  child.on('error', () => {})
  child.unref()
  closeSync(log)
  return child
}

function ourSettings(folder: DataFolder): Record<string, string> {
  return {
    listen_addresses: '',
    port: String(PORT),
    unix_socket_directories: folder.sockets,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    log_checkpoints: 'off',
  }
}

/** Resolves to true when the child ended before it listened. */
async function listening(folder: DataFolder, child: ChildProcess, deadline: number): Promise<boolean> {
  const socket = join(folder.sockets, `.s.PGSQL.${PORT}`)
  while (performance.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return true
    if (existsSync(socket) && runningPostmaster(folder) === child.pid) return false
    await pause(10)
  }
  throw new EmbeddedError(
    'start-timeout',
    `PostgreSQL ne répond pas après une minute ; voyez « ${folder.log} ».`,
  )
}

/** Null when the server answers, else the code of its refusal. */
async function tryToConnect(address: Address): Promise<string | null> {
  const client = new pg.Client({ ...address, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return null
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  } finally {
    await client.end().catch(() => {})
  }
}

async function createDatabase(folder: DataFolder): Promise<void> {
  const client = new pg.Client({ ...addressOf(folder), database: 'postgres' })
  await client.connect()
  try {
    await client.query('create database maillage')
  } catch (error) {
    // Another process of ours was faster.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error
  } finally {
    await client.end()
  }
}

function logSize(folder: DataFolder): number {
  return statSync(folder.log, { throwIfNoEntry: false })?.size ?? 0
}

function startFailed(folder: DataFolder, said: string): EmbeddedError {
  if (/No space left|quota exceeded/i.test(said)) {
    return new EmbeddedError(
      'disk-full',
      `Le disque est plein : PostgreSQL ne peut pas démarrer dans « ${folder.home} ».`,
    )
  }
  const reason = said
    .split('\n')
    .filter((line) => /FATAL|HINT|PANIC|error/i.test(line))
    .slice(-4)
    .join('\n')
  return new EmbeddedError(
    'start-failed',
    `PostgreSQL n’a pas pu démarrer (journal : « ${folder.log} ») :\n${reason || said.slice(-500)}`,
  )
}

function unidentified(folder: DataFolder, pid: number): EmbeddedError {
  return new EmbeddedError(
    'not-ours',
    `Le processus ${pid} tient « ${folder.cluster} », et rien ne prouve que ce soit notre serveur : arrêtez-le d’abord.`,
  )
}

function notReady(folder: DataFolder, code: string): EmbeddedError {
  return new EmbeddedError('start-timeout', `PostgreSQL ne répond pas (${code}) ; voyez « ${folder.log} ».`)
}

function passwordLost(folder: DataFolder): EmbeddedError {
  return new EmbeddedError(
    'password-lost',
    `Le mot de passe de la base (« ${folder.password} ») est perdu ou ne correspond plus : rétablissez ce fichier depuis une sauvegarde du dossier.`,
  )
}
