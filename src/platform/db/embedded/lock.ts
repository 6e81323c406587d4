import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { PARIS } from '../../../kernel/instant.ts'
import { systemClock } from '../../clock.ts'
import { EmbeddedError } from './failures.ts'
import { startOf } from './processes.ts'

/** Who holds a lock file: enough to know whether that process still lives, and to name it to a person. */
export interface Holder {
  pid: number
  start: string
  command: string
  since: string
}

/** Takes the lock file for this process, or says which living process has it. A dead holder's lock is taken over. */
export function takeLock(file: string): Holder | null {
  for (let tries = 0; tries < 20; tries++) {
    if (create(file)) return null
    const text = read(file)
    if (text === null) continue
    const holder = parse(text)
    if (holder && startOf(holder.pid) === holder.start) return holder
    remove(file, text)
  }
  throw new Error(`the lock file ${file} changes hands too fast`)
}

/** What to tell whoever finds the data folder held. */
export function held(dataDir: string, { pid, command, since }: Holder): EmbeddedError {
  const start = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: PARIS })
  return new EmbeddedError(
    'held',
    `Le dossier « ${dataDir} » est déjà utilisé par le processus ${pid} (« ${command} », depuis le ${start.format(Date.parse(since))}). Arrêtez-le d’abord, ou choisissez un autre dossier par DATA_DIR.`,
  )
}

export function releaseLock(file: string): void {
  const holder = parse(read(file) ?? '')
  if (holder?.pid === process.pid) rmSync(file, { force: true })
}

/** Runs `work` while holding the lock file, after waiting for whoever holds it. */
export async function withLock<T>(file: string, milliseconds: number, work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + milliseconds
  for (let holder = takeLock(file); holder; holder = takeLock(file)) {
    if (performance.now() > deadline) throw new Error(`the process ${holder.pid} keeps the lock file ${file}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  try {
    return await work()
  } finally {
    releaseLock(file)
  }
}

export function self(): Holder {
  const command = process.argv.slice(1).join(' ') || process.title
  return { pid: process.pid, start: startOf(process.pid) ?? '', command, since: systemClock.now() }
}

/** The holder named by a file that `self()` was written to, if it still lives. */
export function livingHolder(file: string): Holder | null {
  const holder = parse(read(file) ?? '')
  return holder && startOf(holder.pid) === holder.start ? holder : null
}

/** A link appears whole or not at all: nobody reads a half-written lock. */
function create(file: string): boolean {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(self()), { mode: 0o644 })
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Moves the dead lock aside, and puts it back if another process had just replaced it by its own. */
function remove(file: string, expected: string): void {
  const aside = `${file}.${process.pid}.dead`
  try {
    renameSync(file, aside)
    if (read(aside) !== expected) linkSync(aside, file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function parse(text: string): Holder | null {
  try {
    const { pid, start, command, since } = JSON.parse(text)
    return typeof pid === 'number' && typeof start === 'string' ? { pid, start, command, since } : null
  } catch {
    return null
  }
}
