import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { buildGazetteer, type CommuneRecord, type Gazetteer, type Town } from '../domain/search-towns.ts'

const { resolve } = createRequire(import.meta.url)

let loaded: Gazetteer | null = null

/** Every commune and département of France, read once per process from the official list (about 0.2 s). */
export function gazetteer(): Gazetteer {
  loaded ??= buildGazetteer(
    read<CommuneRecord[]>('communes'),
    read<{ code: string; nom: string }[]>('departements').map(({ code, nom }) => ({
      kind: 'department',
      code,
      name: nom,
    })),
  )
  return loaded
}

let groups: Map<string, readonly string[]> | null = null

/** INSEE codes of the communes of the same EPCI, itself included: where to look when a town has no place. */
export function codesAround(town: Town): readonly string[] {
  groups ??= new Map(
    read<{ membres: { code: string }[] }[]>('epci').flatMap(({ membres }) => {
      const codes = membres.map(({ code }) => code)
      return codes.map((code): [string, readonly string[]] => [code, codes])
    }),
  )
  return groups.get(town.code) ?? [town.code]
}

export interface Epci {
  /** Its SIREN. */
  code: string
  name: string
}

let epcis: { byCommune: ReadonlyMap<string, Epci>; all: readonly Epci[] } | null = null

/** Every EPCI of France, and the one each commune belongs to. */
export function epciList() {
  epcis ??= readEpcis()
  return epcis
}

function readEpcis() {
  const byCommune = new Map<string, Epci>()
  const all = read<{ code: string; nom: string; membres: { code: string }[] }[]>('epci').map((one) => {
    const epci = { code: one.code, name: one.nom }
    for (const { code } of one.membres) byCommune.set(code, epci)
    return epci
  })
  return { byCommune, all }
}

/** The commune's proper name (« Pamiers »), whatever the case it was received in. */
export function communeName(received: string, inseeCode: string | null): string {
  return (inseeCode && gazetteer().byCode.get(inseeCode)?.name) || received
}

// Read as text: `require` would keep the whole parsed file in memory for ever.
function read<T>(name: string): T {
  return JSON.parse(readFileSync(resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8')) as T
}
