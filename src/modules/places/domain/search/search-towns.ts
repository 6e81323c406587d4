import { fold } from './search-words.ts'

/** A commune of today, under its own name or a former one (`communes déléguées`, arrondissements). */
export interface Town {
  kind: 'town'
  code: string
  name: string
  department: string
  /** INSEE codes under which its places may have been recorded. */
  codes: readonly string[]
  postalCodes: readonly string[]
  population: number
}

export interface Department {
  kind: 'department'
  code: string
  name: string
}

/** What the names of places on the ground mean. Built once from the official list. */
export interface Gazetteer {
  towns: ReadonlyMap<string, readonly Town[]>
  departments: ReadonlyMap<string, Department>
  byCode: ReadonlyMap<string, Town>
}

export interface CommuneRecord {
  code: string
  nom: string
  departement?: string
  codesPostaux?: string[]
  population?: number
  /** Present commune of a delegated or associated one. */
  chefLieu?: string
  /** Commune of a municipal arrondissement. */
  commune?: string
  type: string
}

/** Every current commune, findable by its name, its name without article, and its former names. */
export function buildGazetteer(
  communes: readonly CommuneRecord[],
  departments: readonly Department[],
): Gazetteer {
  const byCode = new Map<string, Town & { codes: string[]; postalCodes: string[] }>()
  for (const { type, code, nom, departement = '', codesPostaux = [], population = 0 } of communes) {
    if (type !== 'commune-actuelle') continue
    const town = { kind: 'town' as const, code, name: nom, department: departement, population }
    byCode.set(code, { ...town, codes: [code], postalCodes: [...codesPostaux] })
  }
  const towns = new Map<string, Town[]>()
  for (const record of communes) {
    const town = byCode.get(
      record.type === 'commune-actuelle' ? record.code : (record.commune ?? record.chefLieu ?? ''),
    )
    if (!town) continue
    if (!town.codes.includes(record.code)) town.codes.push(record.code)
    for (const key of keysOf(record.nom)) addTo(towns, key, town)
  }
  for (const record of communes) {
    const town = byCode.get(record.commune ?? record.chefLieu ?? '')
    if (town && !byCode.has(record.code)) byCode.set(record.code, town)
  }
  return { towns, byCode, departments: new Map(departments.map((one) => [fold(one.name), one])) }
}

/** « Le Havre » is also found by « havre », « Cherbourg-en-Cotentin » by « cherbourg ». */
function keysOf(name: string): string[] {
  const key = fold(name)
  const bare = key.replace(/^(le|la|les|l) /, '')
  const head = /^([a-z]{5,}) (en|sur|sous|les|la|le) /.exec(bare)?.[1]
  return [...new Set([key, bare, ...(head ? [`${head} *`] : [])])]
}

function addTo(towns: Map<string, Town[]>, key: string, town: Town): void {
  const known = towns.get(key)
  if (!known) towns.set(key, [town])
  else if (!known.includes(town)) known.push(town)
}

/** More towns than that begin with the same word: it says too little. */
const MOST_NAMESAKES = 4

/** Towns of that name; failing that, those whose long names begin so: « trouville » is sur Mer, or la Haule. */
export function findTowns({ towns }: Gazetteer, words: string): readonly Town[] {
  const exact = towns.get(words)
  if (exact) return exact
  const longer = towns.get(`${words} *`) ?? []
  return longer.length <= MOST_NAMESAKES ? longer : []
}
