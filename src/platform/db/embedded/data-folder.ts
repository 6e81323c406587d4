import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { systemFolder } from './binaries.ts'
import { EmbeddedError } from './failures.ts'
import { canEnter, chooseUser, type RunAs } from './run-as.ts'

export type Kind = 'postgres' | 'test'

/** Where one cluster and what goes with it live. Only `cluster` belongs to the user PostgreSQL runs as. */
export interface DataFolder {
  home: string
  major: number
  cluster: string
  password: string
  log: string
  /** Short whatever the length of the data path: the system allows a socket about 100 bytes. */
  sockets: string
  supervisorLock: string
  /** Written by us and nobody else: what may be erased carries it. */
  marker: string
}

/** Makes the product's data folder and returns its true path: a symbolic link to it names the same data. */
export function openDataDir(dataDir: string): string {
  const made = mkdirSync(dataDir, { recursive: true })
  // A narrow umask would keep the user PostgreSQL runs as out; what lies inside has its own rights.
  if (made && process.getuid?.() === 0) chmodSync(dataDir, 0o755)
  return realpathSync(dataDir)
}

/** The user PostgreSQL will run as, known before its binaries are: an existing cluster keeps its owner. */
export function userFor(dataDir: string, kind: Kind, asked?: string): RunAs | null {
  const existing = foldersOf(dataDir, kind).find(({ cluster }) => existsSync(cluster))
  return chooseUser(asked, existing?.cluster ?? null)
}

/** What exists, of every major. */
export function foldersOf(dataDir: string, kind: Kind): DataFolder[] {
  return [dataDir, elsewhere(dataDir)].flatMap((parent) =>
    majorsIn(parent, kind).map((major) => layout(parent, kind, major)),
  )
}

/**
 * `<dataDir>/postgres-18`, or the same under /var/lib/maillage when the user PostgreSQL runs as cannot walk down to
 * `dataDir`. What exists stays where it is. Refuses a folder that only holds another major.
 */
export function locate(
  dataDir: string,
  kind: Kind,
  major: number,
  as: RunAs | null,
  log: (message: string) => void,
): DataFolder {
  const parents = [dataDir, elsewhere(dataDir)]
  const existing = parents.find((parent) => existsSync(layout(parent, kind, major).home))
  if (existing) return layout(existing, kind, major)
  if (kind === 'postgres') refuseOtherMajor(parents, major)
  if (!as || canEnter(dataDir, as)) return layout(dataDir, kind, major)
  const { home } = layout(elsewhere(dataDir), kind, major)
  log(
    `L’utilisateur « ${as.name} » ne peut pas entrer dans « ${dataDir} » : la base est placée dans « ${home} ».`,
  )
  return layout(elsewhere(dataDir), kind, major)
}

function layout(parent: string, kind: Kind, major: number): DataFolder {
  const home = join(parent, `${kind}-${major}`)
  return {
    home,
    major,
    cluster: join(home, 'cluster'),
    password: join(home, 'password'),
    log: join(home, 'server.log'),
    sockets: join('/tmp', `maillage-${digest(home)}`),
    supervisorLock: join(home, 'supervisor.lock'),
    marker: join(home, 'maillage-data.json'),
  }
}

function elsewhere(dataDir: string): string {
  return join(systemFolder, digest(dataDir))
}

function digest(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12)
}

function majorsIn(parent: string, kind: Kind): number[] {
  if (!existsSync(parent)) return []
  return readdirSync(parent)
    .map((name) => (name.startsWith(`${kind}-`) ? Number(name.slice(kind.length + 1)) : Number.NaN))
    .filter(Number.isInteger)
}

function refuseOtherMajor(parents: readonly string[], major: number): void {
  for (const parent of parents) {
    const other = majorsIn(parent, 'postgres')[0]
    if (other !== undefined) throw otherMajor(join(parent, `postgres-${other}`), other, major)
  }
}

export function otherMajor(folder: string, found: number, wanted: number): EmbeddedError {
  return new EmbeddedError(
    'other-major',
    `« ${folder} » est une base de PostgreSQL ${found}, et Maillage fonctionne ici avec PostgreSQL ${wanted}. Avec l’ancienne version de Maillage, lancez « npm run backup » ; déplacez ensuite ce dossier, puis lancez « npm run restore » avec la nouvelle.`,
  )
}
