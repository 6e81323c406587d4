import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs'
import { basename } from 'node:path'

/**
 * What tells one process from another that later receives the same number: the moment it began. Null when no such
 * process lives.
 */
export function startOf(pid: number): string | null {
  if (!isAlive(pid)) return null
  return process.platform === 'linux' ? startOnLinux(pid) : ps(pid, 'lstart=')
}

export function isAlive(pid: number): boolean {
  if (process.platform === 'linux' && isZombie(pid)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Whether the process is a postgres whose working folder is `cluster`. Yes and no are proved; `unknown` means that it
 * lives under the same user but that the system does not let us look at it.
 */
export function servesCluster(pid: number, cluster: string): 'yes' | 'no' | 'unknown' {
  if (!isAlive(pid)) return 'no'
  if (process.platform !== 'linux')
    return ps(pid, 'command=')?.includes(`postgres -D ${cluster} `) ? 'yes' : 'no'
  try {
    const program = basename(readlinkSync(`/proc/${pid}/exe`)).replace(' (deleted)', '')
    return program === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster) ? 'yes' : 'no'
  } catch (error) {
    // A process that is ending has nothing left to show.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'no'
    // PostgreSQL only runs as the owner of its data: anybody else's process is a stranger.
    return statSync(`/proc/${pid}`, { throwIfNoEntry: false })?.uid === statSync(cluster).uid
      ? 'unknown'
      : 'no'
  }
}

export function isPostgresOf(pid: number, cluster: string): boolean {
  return servesCluster(pid, cluster) === 'yes'
}

/** Ticks since boot, with the boot they are counted from. */
function startOnLinux(pid: number): string | null {
  const ticks = statOf(pid)?.[19]
  return ticks ? `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${ticks}` : null
}

function isZombie(pid: number): boolean {
  return statOf(pid)?.[0] === 'Z'
}

/** The fields of proc(5) `stat` from the third on: the second, the name, may hold spaces and brackets. */
function statOf(pid: number): string[] | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return line.slice(line.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

function ps(pid: number, column: string): string | null {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', column], { encoding: 'utf8' }).trim() || null
  } catch {
    return null
  }
}
