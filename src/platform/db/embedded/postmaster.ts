import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { READY_WITHIN } from './connection.ts'
import type { DataFolder } from './data-folder.ts'
import { EmbeddedError } from './failures.ts'
import { disownStalePidFile, PORT, runningPostmaster } from './pid-file.ts'
import { type RunAs, run, surroundings } from './run-as.ts'

export interface Launch {
  folder: DataFolder
  binaries: Binaries
  as: RunAs | null
  settings: Readonly<Record<string, string>>
}

const LOG_LIMIT = 5_000_000

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
  if (runningPostmaster(folder) === null) rmSync(folder.sockets, { recursive: true, force: true })
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
    `PostgreSQL ne répond pas après une minute ; voyez « ${folder.log} ».`,
  )
}

function logSize(folder: DataFolder): number {
  return statSync(folder.log, { throwIfNoEntry: false })?.size ?? 0
}

function startFailed(folder: DataFolder, said: string): EmbeddedError {
  if (/No space left|quota exceeded/i.test(said)) {
    return new EmbeddedError(
      'disk-full',
      `Le disque est plein : PostgreSQL ne peut pas démarrer dans « ${folder.home} ».`,
    )
  }
  const reason = said
    .split('\n')
    .filter((line) => /FATAL|HINT|PANIC|error/i.test(line))
    .slice(-4)
    .join('\n')
  return new EmbeddedError(
    'start-failed',
    `PostgreSQL n’a pas pu démarrer (journal : « ${folder.log} ») :\n${reason || said.slice(-500)}`,
  )
}
