import { createRequire } from 'node:module'
import { type CommuneEntry, type Communes, indexCommunes } from '../domain/communes.ts'

let loaded: Communes | null = null

/** The official geographic code, read at first use (about 100 ms) and kept: it changes once a year. */
export function loadCommunes(): Communes {
  const require = createRequire(import.meta.url)
  loaded ??= indexCommunes(require('@etalab/decoupage-administratif/data/communes.json') as CommuneEntry[])
  return loaded
}
