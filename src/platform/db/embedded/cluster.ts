import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { chown, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Binaries, systemFolder } from './binaries.ts'
import { type DataFolder, otherMajor } from './data-folder.ts'
import { EmbeddedError } from './failures.ts'
import { type RunAs, run } from './run-as.ts'

/** Makes the home and the socket folder, mends their rights. Does not touch a cluster that is not ours. */
export function prepareHome(folder: DataFolder, as: RunAs | null): void {
  mkdirSync(folder.home, { recursive: true })
  // The other user walks through the home without reading it.
  chmodSync(folder.home, as ? 0o711 : 0o700)
  if (as && folder.home.startsWith(systemFolder)) {
    for (const parent of [systemFolder, dirname(folder.home)]) chmodSync(parent, 0o711)
  }
  prepareSockets(folder.sockets, as)
}

/** /tmp belongs to everybody: a folder of that name is only used when it is ours. */
function prepareSockets(sockets: string, as: RunAs | null): void {
  mkdirSync(sockets, { recursive: true, mode: 0o700 })
  const owner = as?.uid ?? process.getuid?.()
  const found = lstatSync(sockets)
  if (as && found.isDirectory() && found.uid === 0) chownSync(sockets, as.uid, as.gid)
  else if (!found.isDirectory() || found.uid !== owner) {
    throw new EmbeddedError(
      'not-ours',
      `« ${sockets} » appartient à quelqu’un d’autre : supprimez ce dossier.`,
    )
  }
  chmodSync(sockets, 0o700)
}

/**
 * Makes the cluster when there is none, else checks that it is ours to open: its major, its owner, mode 0700 (0755,
 * left by a copy, is mended). An interrupted creation leaves nothing that looks like a cluster.
 */
export async function prepareCluster(
  folder: DataFolder,
  binaries: Binaries,
  as: RunAs | null,
  log: (message: string) => void,
): Promise<void> {
  if (!existsSync(folder.cluster)) return createCluster(folder, binaries, as, log)
  const found = Number(readFileSync(join(folder.cluster, 'PG_VERSION'), 'utf8'))
  if (found !== folder.major) throw otherMajor(folder.cluster, found, folder.major)
  const { uid, mode } = statSync(folder.cluster)
  if (uid !== (as?.uid ?? process.getuid?.())) {
    throw new EmbeddedError(
      'rights',
      `« ${folder.cluster} » appartient à un autre utilisateur (numéro ${uid}) : lancez Maillage sous celui-ci.`,
    )
  }
  if ((mode & 0o777) === 0o700) return
  chmodSync(folder.cluster, 0o700)
  log(`Les droits de « ${folder.cluster} » étaient trop larges : ils sont ramenés à 0700.`)
}

async function createCluster(
  folder: DataFolder,
  binaries: Binaries,
  as: RunAs | null,
  log: (message: string) => void,
): Promise<void> {
  const draft = join(folder.home, 'cluster.new')
  await rm(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  await writeFile(folder.password, randomBytes(24).toString('base64url'), { mode: 0o600 })
  if (as) await Promise.all([chown(draft, as.uid, as.gid), chown(folder.password, as.uid, as.gid)])
  await writeFile(folder.marker, `${JSON.stringify({ madeBy: 'maillage', postgres: folder.major })}\n`)
  const { code, output } = await run(
    join(binaries.folder, 'initdb'),
    initdbArguments(draft, folder.password),
    as,
  )
  if (code !== 0) throw initdbFailed(folder, output)
  await rename(draft, folder.cluster)
  log(`Une base de données neuve est créée dans « ${folder.home} ».`)
}

function initdbArguments(cluster: string, password: string): string[] {
  return [
    `--pgdata=${cluster}`,
    '--username=maillage',
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    `--locale=${process.platform === 'darwin' ? 'C' : 'C.UTF-8'}`,
    '--locale-provider=icu',
    '--icu-locale=fr-FR',
    '--no-instructions',
  ]
}

function initdbFailed(folder: DataFolder, output: string): EmbeddedError {
  if (/No space left|quota exceeded/i.test(output)) {
    return new EmbeddedError(
      'disk-full',
      `Le disque est plein : impossible de créer la base dans « ${folder.home} ».`,
    )
  }
  return new EmbeddedError(
    'start-failed',
    `PostgreSQL n’a pas pu créer la base dans « ${folder.home} » :\n${output}`,
  )
}
