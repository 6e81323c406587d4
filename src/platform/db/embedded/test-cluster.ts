import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '../../root.ts'
import { findBinaries } from './binaries.ts'
import { prepareCluster, prepareHome } from './cluster.ts'
import { type Address, untilReady } from './connection.ts'
import { type DataFolder, locate, openDataDir, userFor } from './data-folder.ts'
import { explainFileError } from './failures.ts'
import { livingHolder, releaseLock, self, takeLock, withLock } from './lock.ts'
import { runningPostmaster } from './pid-file.ts'
import type { Launch } from './postmaster.ts'
import { bringUp } from './supervisor.ts'

export interface TestClusterOptions {
  binDir?: string
  /** Default: `DATA_DIR`, else `.data` of the project. */
  dataDir?: string
  log?: (message: string) => void
}

/** Quick because nothing in it is worth keeping: a power cut may lose it, and it is then made again. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
}

/**
 * The PostgreSQL of the tests, in `<dataDir>/test-<major>`. Several processes may ask for it at once: the first starts
 * it, the others use it, and it stops when the last of them ends. Returns the address of its superuser.
 */
export async function startTestCluster({
  binDir,
  dataDir = dataFolder(),
  log = () => {},
}: TestClusterOptions = {}): Promise<Address> {
  try {
    const trueDir = openDataDir(dataDir)
    const as = userFor(trueDir, 'test')
    const binaries = await findBinaries({ ...(binDir && { binDir }), as, log })
    const folder = locate(trueDir, 'test', binaries.major, as, log)
    const server: Launch = { folder, binaries, as, settings }
    prepareHome(folder, as)
    return await withLock(folder.supervisorLock, 60_000, async () => {
      await startOrRemake(server, log)
      register(folder)
      return untilReady(folder)
    })
  } catch (error) {
    throw explainFileError(error, dataDir)
  }
}

async function startOrRemake(server: Launch, log: (message: string) => void): Promise<void> {
  try {
    await prepareCluster(server.folder, server.binaries, server.as, log)
    await bringUp(server, log)
  } catch {
    if (runningPostmaster(server.folder) !== null)
      throw new Error('the test cluster runs but does not answer')
    await rm(server.folder.cluster, { recursive: true, force: true })
    await prepareCluster(server.folder, server.binaries, server.as, log)
    await bringUp(server, log)
  }
}

const registered = new Map<string, DataFolder>()

/**
 * For a process that is killed rather than ended (the workers of a test runner): gives up the clusters it asked for.
 * Every other process does so by itself when it ends.
 */
export function leaveTestClusters(): void {
  for (const folder of registered.values()) leave(folder)
  registered.clear()
}

/** One file per process that uses the cluster; the last to leave stops it, without waiting: its process is ending. */
function register(folder: DataFolder): void {
  mkdirSync(usersOf(folder), { recursive: true })
  writeFileSync(join(usersOf(folder), String(process.pid)), JSON.stringify(self()))
  if (registered.size === 0) process.once('exit', leaveTestClusters)
  registered.set(folder.home, folder)
}

function leave(folder: DataFolder): void {
  rmSync(join(usersOf(folder), String(process.pid)), { force: true })
  // Somebody who holds the lock is starting to use the cluster.
  if (takeLock(folder.supervisorLock) !== null) return
  const pid = runningPostmaster(folder)
  if (pid !== null && !inUse(folder)) process.kill(pid, 'SIGINT')
  releaseLock(folder.supervisorLock)
}

function inUse(folder: DataFolder): boolean {
  return readdirSync(usersOf(folder)).some((name) => livingHolder(join(usersOf(folder), name)) !== null)
}

function usersOf(folder: DataFolder): string {
  return join(folder.home, 'users')
}

function dataFolder(): string {
  return process.env.DATA_DIR || join(root, '.data')
}
