import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../src/platform/root.ts'

const WATCHED = [
  'src',
  'db/seeds',
  'vite.config.ts',
  'vite.server.config.ts',
  'package-lock.json',
  'tsconfig.json',
]
const stamp = join(root, 'dist', '.built')

/** Builds the browser's files and the server when a source changed since the last build. */
export async function buildIfStale(): Promise<void> {
  const fingerprint = fingerprintOf(WATCHED.map((path) => join(root, path)))
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return
  // Loaded only when needed: it is slow to load and absent from a production install.
  const { build } = await import('vite')
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  await build({ root, configFile: join(root, 'vite.server.config.ts'), logLevel: 'warn' })
  writeFileSync(stamp, fingerprint)
}

/** Names, sizes and times of change: enough to know that nothing moved. */
function fingerprintOf(paths: readonly string[]): string {
  const digest = createHash('sha256')
  const visit = (path: string) => {
    if (!existsSync(path)) return
    const found = statSync(path)
    if (found.isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name))
    } else if (!/\.test\.tsx?$/.test(path)) {
      digest.update(`${path} ${found.size} ${found.mtimeMs}\n`)
    }
  }
  for (const path of paths) visit(path)
  return digest.digest('hex')
}
