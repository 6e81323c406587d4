import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { root } from '../../root.ts'
import type { Address } from './connection.ts'
import { isPostgresOf } from './processes.ts'

/** A data folder for one test, that the user PostgreSQL runs as may enter. */
export function temporaryFolder(...names: string[]): string {
  const top = realpathSync(mkdtempSync(join(quickFolder(), 'maillage-test-')))
  chmodSync(top, 0o755)
  const folder = join(top, ...names)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  return folder
}

/** In memory where there is room: a killed process loses nothing there either, and a busy disk costs no minutes. */
function quickFolder(): string {
  const memory = '/dev/shm'
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > 2_000_000_000 ? memory : tmpdir()
}

export function removeFolder(folder: string): void {
  const [top] = /^.*\/maillage-test-[^/]+/.exec(folder) ?? []
  if (top) rmSync(top, { recursive: true, force: true })
}

/** The cluster under a data folder, whatever its major. */
export function clusterIn(dataDir: string): string {
  const name = readdirSync(dataDir).find((each) => /^(postgres|test)-\d+$/.test(each))
  return join(dataDir, name ?? 'postgres-none', 'cluster')
}

export function postmasterOf(dataDir: string): number {
  return Number(readFileSync(join(clusterIn(dataDir), 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** Kills the server left in a folder, if it is one, and removes its socket. */
export async function killServer(dataDir: string): Promise<void> {
  const cluster = clusterIn(dataDir)
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  const [pid, , , , sockets = ''] = readFileSync(file, 'utf8').split('\n')
  if (isPostgresOf(Number(pid), cluster)) process.kill(Number(pid), 'SIGQUIT')
  while (isPostgresOf(Number(pid), cluster)) await pause(20)
  if (sockets.startsWith('/tmp/maillage-')) rmSync(sockets, { recursive: true, force: true })
}

export async function query(address: Address, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(address)
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

export interface Writer {
  child: ChildProcess
  lines: string[]
  /** The last line that matches, waited for. */
  says(pattern: RegExp): Promise<string>
  /** Numbers whose commit was acknowledged. */
  acknowledged(): number[]
  kill(signal: NodeJS.Signals): Promise<void>
}

/** Another process of ours that holds the folder. */
export function startWriter(dataDir: string, mode: 'write' | 'hold' = 'write'): Writer {
  const script = join(import.meta.dirname, 'writer.fixture.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir, mode], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  let rest = ''
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString('utf8')).split('\n')
    rest = parts.pop() ?? ''
    lines.push(...parts)
  })
  const says = async (pattern: RegExp) => {
    for (;;) {
      const found = lines.findLast((line) => pattern.test(line))
      if (found !== undefined) return found
      if (child.exitCode !== null) throw new Error(`the writer ended: ${lines.slice(-3).join('\n')}`)
      await pause(10)
    }
  }
  const kill = async (signal: NodeJS.Signals) => {
    const gone = new Promise((resolve) => child.once('close', resolve))
    child.kill(signal)
    await gone
  }
  const acknowledged = () => lines.filter((line) => /^\d+$/.test(line)).map(Number)
  return { child, lines, says, acknowledged, kill }
}
