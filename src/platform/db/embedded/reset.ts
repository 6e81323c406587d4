import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { findBinaries } from './binaries.ts'
import { foldersOf, openDataDir, userFor } from './data-folder.ts'
import { EmbeddedError, explainFileError } from './failures.ts'
import { held, takeLock } from './lock.ts'
import { runningPostmaster } from './pid-file.ts'
import { stopPostmaster } from './postmaster.ts'

/**
 * Erases the embedded databases of a data folder, of whatever major, and nothing else: not the files, not the tests'
 * cluster. Only touches a folder that carries our marker, that no process of ours holds. Stops a server left running.
 */
export async function resetDataFolder(dataDir: string): Promise<void> {
  try {
    const trueDir = openDataDir(dataDir)
    for (const folder of foldersOf(trueDir, 'postgres')) {
      if (!existsSync(folder.marker)) {
        throw new EmbeddedError(
          'not-ours',
          `« ${folder.home} » n’a pas été créé par Maillage : rien n’y est effacé.`,
        )
      }
      const holder = takeLock(folder.supervisorLock)
      if (holder) throw held(dataDir, holder)
      const as = userFor(trueDir, 'postgres')
      if (runningPostmaster(folder) !== null) {
        await stopPostmaster({ folder, binaries: await findBinaries({ as, log: () => {} }), as })
      }
      await rm(folder.home, { recursive: true })
    }
  } catch (error) {
    throw explainFileError(error, dataDir)
  }
}
