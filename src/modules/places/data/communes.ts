import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type CommuneEntry, type Communes, indexCommunes } from '../domain/communes.ts'

const FILE = '@etalab/decoupage-administratif/data/communes.json'

let loaded: Communes | null = null

/** The official geographic code, read at first use (about 100 ms) and kept: it changes once a year. */
export function loadCommunes(): Communes {
  loaded ??= indexCommunes(readEntries())
  return loaded
}

// Read as text: `require` would keep the whole parsed file in memory for ever.
function readEntries(): CommuneEntry[] {
  const file = createRequire(import.meta.url).resolve(FILE)
  return JSON.parse(readFileSync(file, 'utf8')) as CommuneEntry[]
}
