import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of package.json: found from the source as well as from the built server. */
export const root = findRoot(import.meta.dirname)

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from
  const parent = dirname(from)
  if (parent === from) throw new Error('package.json not found above the program')
  return findRoot(parent)
}
