import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from '../src/platform/root.ts'

/** What the browser receives besides the pages, built as for production. */
export interface BuiltClient {
  readonly folder: string
  readonly manifest: Readonly<Record<string, Chunk>>
}

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly css?: readonly string[]
}

/** Builds it into a folder of its own, which is the caller's to remove. */
export function buildClient(): BuiltClient {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-client-'))
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const asked = ['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error']
  const { status, stderr } = spawnSync(process.execPath, [vite, ...asked], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the client was not built: ${stderr}`)
  return { folder, manifest: JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) }
}

/**
 * Bytes of a page once compressed: its HTML, and every sheet and script that a first visit loads for it. The page names
 * the sources, as it does when nothing is built; fonts and pictures are not counted.
 */
export function pageWeight(html: string, { folder, manifest }: BuiltClient): number {
  const files = new Set(entriesOf(html, manifest).flatMap((source) => filesOf(source, manifest)))
  return [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length,
    gzipSync(html).length,
  )
}

const MAIN = 'src/client/main.ts'

function entriesOf(html: string, manifest: BuiltClient['manifest']): string[] {
  const named = Object.keys(manifest).filter((source) => html.includes(`"/${source}"`))
  if (!named.includes(MAIN)) throw new Error('this page does not name the script of the site')
  const islands = [...html.matchAll(/data-island="([\w-]+)\/([\w-]+)"/g)].map(([, module, name]) =>
    module === 'client' ? `src/client/islands/${name}.ts` : `src/modules/${module}/client/${name}.ts`,
  )
  return [...named, ...islands]
}

/** A file and all that it needs to run: what the main script may load one day is counted with the island that asks for it. */
function filesOf(source: string, manifest: BuiltClient['manifest'], seen = new Set<string>()): string[] {
  if (seen.has(source)) return []
  seen.add(source)
  const chunk = manifest[source]
  if (!chunk) throw new Error(`${source} is not in the build`)
  const needed = [...(chunk.imports ?? []), ...(source === MAIN ? [] : (chunk.dynamicImports ?? []))]
  return [chunk.file, ...(chunk.css ?? []), ...needed.flatMap((one) => filesOf(one, manifest, seen))]
}

/** What the map asks for as it opens, compressed: the ground, and the points of its first view. */
export async function firstMapData(html: string, get: (path: string) => Promise<Response>): Promise<number> {
  const attribute = (name: string) =>
    (new RegExp(`data-${name}="([^"]*)"`).exec(html)?.[1] ?? '').replaceAll('&amp;', '&')
  const points = attribute('points')
  const box = `bbox=${attribute('box')}&z=${FIRST_ZOOM}`
  const answers = [attribute('outline'), `${points}${points.includes('?') ? '&' : '?'}${box}`].map(
    async (path) => {
      const answer = await get(path)
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
      return gzipSync(await answer.text()).length
    },
  )
  return (await Promise.all(answers)).reduce((sum, bytes) => sum + bytes, 0)
}

/** The whole country on an ordinary screen. */
const FIRST_ZOOM = 6
