import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DataFolder } from './data-folder.ts'
import { EmbeddedError } from './failures.ts'
import { isPostgresOf, servesCluster } from './processes.ts'

export const PORT = 5432

/** The process that serves this folder, proved to be a postgres of it; null when none does. */
export function runningPostmaster(folder: DataFolder): number | null {
  const pid = readPidFile(folder)?.pid
  return pid !== undefined && isPostgresOf(pid, folder.cluster) ? pid : null
}

/** postmaster.pid: pid, data folder, start, port, socket folder… Null when there is none, or nothing in it yet. */
export function readPidFile(folder: DataFolder): { pid: number; port: number; socketFolder: string } | null {
  try {
    const lines = readFileSync(join(folder.cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Math.abs(Number(lines[0]))
    return pid > 0 ? { pid, port: Number(lines[3] ?? 0), socketFolder: lines[4] ?? '' } : null
  } catch (error) {
    // It may vanish at any moment: its server removes it.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/**
 * PostgreSQL believes any process that bears the pid of its file: a stranger after a reboot, or its own killed
 * ancestor that nobody has buried. When that process is proved to be no postgres of this folder, the file is given our
 * own pid, which PostgreSQL knows as its parent and ignores: unlike a deletion, this keeps its second check, on the
 * shared memory of orphans.
 */
export function disownStalePidFile(folder: DataFolder): void {
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

function unidentified(folder: DataFolder, pid: number): EmbeddedError {
  return new EmbeddedError(
    'not-ours',
    `Le processus ${pid} tient « ${folder.cluster} », et rien ne prouve que ce soit notre serveur : arrêtez-le d’abord.`,
  )
}
