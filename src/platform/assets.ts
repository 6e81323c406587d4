import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.ts'

/** Addresses of the browser's files. */
export interface Assets {
  script: string
  styles: readonly string[]
  mapStyles: readonly string[]
}

export const clientFolder = join(root, 'dist', 'client')

const SCRIPT = 'src/client/main.ts'
const SITE = 'src/ui/site.css'
const MAP = 'src/ui/css/map.css'

/** What Vite serves while developing, and what tests name: the sources themselves. */
export const sourceAssets: Assets = { script: `/${SCRIPT}`, styles: [`/${SITE}`], mapStyles: [`/${MAP}`] }

/** The hashed files of the last build; the sources when there is none. */
export function builtAssets(): Assets {
  const manifestFile = join(clientFolder, '.vite', 'manifest.json')
  if (!existsSync(manifestFile)) return sourceAssets
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Record<string, { file: string }>
  const address = (source: string) => `/assets/${manifest[source]?.file ?? source}`
  return { script: address(SCRIPT), styles: [address(SITE)], mapStyles: [address(MAP)] }
}
