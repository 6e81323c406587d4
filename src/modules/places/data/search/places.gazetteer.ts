import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Ground } from '../../domain/search/asked.ts'
import {
  buildGazetteer,
  type CommuneRecord,
  type Gazetteer,
  type Town,
} from '../../domain/search/search-towns.ts'

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

let byPostal: ReadonlyMap<string, readonly Town[]> | null = null

/** The communes that share a postal code, the largest first. */
export function townsOfPostal(code: string): readonly Town[] {
  byPostal ??= townsByPostal()
  return byPostal.get(code) ?? []
}

function townsByPostal() {
  const towns = new Map<string, Town[]>()
  for (const town of new Set(gazetteer().byCode.values()))
    for (const code of town.postalCodes) towns.set(code, [...(towns.get(code) ?? []), town])
  for (const [code, list] of towns)
    towns.set(
      code,
      list.toSorted((one, other) => other.population - one.population),
    )
  return towns
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

/** What a ground is made of: communes (INSEE codes of today and before), départements, or a postal code. */
export interface GroundParts {
  communes: readonly string[]
  departments: readonly string[]
  postalCodes: readonly string[]
}

export const NOWHERE: GroundParts = { communes: [], departments: [], postalCodes: [] }

/** What the codes of France cover; null: nothing bears that code. A territory of a network is none of them. */
export function groundParts({ kind, code }: Ground): GroundParts | null {
  if (kind === 'commune') {
    const town = gazetteer().byCode.get(code)
    return town ? { ...NOWHERE, communes: town.codes } : null
  }
  if (kind === 'code-postal') return /^\d{5}$/.test(code) ? { ...NOWHERE, postalCodes: [code] } : null
  if (kind === 'epci') {
    const members = epciMembers().get(code)
    return members ? { ...NOWHERE, communes: members } : null
  }
  if (kind === 'departement')
    return divisions().departments.has(code) ? { ...NOWHERE, departments: [code] } : null
  const region = kind === 'region' ? divisions().regions.get(code) : undefined
  return region ? { ...NOWHERE, departments: region.departments } : null
}

/** « Saint-Lô », « Manche », « Normandie », « CA Saint-Lô Agglo »; null: nothing bears that code. */
export function groundName({ kind, code }: Ground): string | null {
  if (kind === 'commune') return gazetteer().byCode.get(code)?.name ?? null
  if (kind === 'code-postal') return /^\d{5}$/.test(code) ? code : null
  if (kind === 'epci') return epciList().all.find((epci) => epci.code === code)?.name ?? null
  if (kind === 'departement') return divisions().departments.get(code) ?? null
  return kind === 'region' ? (divisions().regions.get(code)?.name ?? null) : null
}

let members: ReadonlyMap<string, readonly string[]> | null = null

/** The communes of each EPCI, former ones included, by its SIREN. */
function epciMembers(): ReadonlyMap<string, readonly string[]> {
  members ??= new Map(
    read<{ code: string; membres: { code: string }[] }[]>('epci').map(({ code, membres }) => [
      code,
      membres.flatMap((one) => gazetteer().byCode.get(one.code)?.codes ?? [one.code]),
    ]),
  )
  return members
}

let divided: {
  departments: ReadonlyMap<string, string>
  regions: ReadonlyMap<string, { name: string; departments: readonly string[] }>
} | null = null

/** The départements and the régions, by their codes. */
export function divisions() {
  divided ??= readDivisions()
  return divided
}

function readDivisions() {
  const departments = read<{ code: string; nom: string; region: string }[]>('departements')
  const regions = read<{ code: string; nom: string }[]>('regions')
  return {
    departments: new Map(departments.map(({ code, nom }) => [code, nom])),
    regions: new Map(
      regions.map(({ code, nom }) => [
        code,
        {
          name: nom,
          departments: departments.filter(({ region }) => region === code).map((one) => one.code),
        },
      ]),
    ),
  }
}

/** The commune's proper name (« Pamiers »), whatever the case it was received in. */
export function communeName(received: string, inseeCode: string | null): string {
  return (inseeCode && gazetteer().byCode.get(inseeCode)?.name) || received
}

// Read as text: `require` would keep the whole parsed file in memory for ever.
function read<T>(name: string): T {
  return JSON.parse(readFileSync(resolve(`@etalab/decoupage-administratif/data/${name}.json`), 'utf8')) as T
}
