import { oncePerText } from '../../../kernel/once-per-text.ts'
import { fold } from './search/search-words.ts'

/** One line of the official geographic code, as `@etalab/decoupage-administratif` writes it. */
export interface CommuneEntry {
  code: string
  nom: string
  type: string
  codesPostaux?: readonly string[]
  /** Codes merged into this commune. */
  anciensCodes?: readonly string[]
  /** Present commune of a delegated or associated one. */
  chefLieu?: string
  /** Present commune of an arrondissement. */
  commune?: string
}

export interface Commune {
  code: string
  name: string
  postalCodes: readonly string[]
}

/** What an INSEE code means today: `former` when it is that of a merged, delegated or associated commune. */
export interface FoundCommune {
  commune: Commune
  former: boolean
}

/** The communes of France, found by code, by postal code, by name. */
export interface Communes {
  byCode(code: string): FoundCommune | null
  byPostalCode(postalCode: string): readonly Commune[]
  /** Present communes of that name, today's or a former one; case, accents, « St », « s/ » and articles put aside. */
  byName(name: string): readonly Commune[]
}

const PRESENT = 'commune-actuelle'
/** Half the communes of France, under the spellings that files give them. */
const NAMES_KEPT = 20_000
const ARRONDISSEMENT = 'arrondissement-municipal'

export function indexCommunes(entries: readonly CommuneEntry[]): Communes {
  const codes = new Map<string, FoundCommune>()
  const postalCodes = new Map<string, Commune[]>()
  const names = new Map<string, Commune[]>()
  for (const { code, nom, type, codesPostaux = [], anciensCodes = [] } of entries) {
    if (type !== PRESENT) continue
    const commune = { code, name: nom, postalCodes: codesPostaux }
    for (const old of anciensCodes) codes.set(old, { commune, former: true })
    for (const postalCode of codesPostaux) push(postalCodes, postalCode, commune)
    push(names, nameKey(nom), commune)
  }
  // After the merged ones: a present commune may carry a code that another once had.
  for (const list of names.values())
    for (const commune of list) codes.set(commune.code, { commune, former: false })
  for (const { code, nom, type, chefLieu, commune } of entries) {
    const present = codes.get(commune ?? chefLieu ?? '')?.commune
    if (type === PRESENT || !present) continue
    if (!codes.has(code)) codes.set(code, { commune: present, former: type !== ARRONDISSEMENT })
    push(names, nameKey(nom), present)
  }
  return {
    byCode: (code) => codes.get(code) ?? null,
    byPostalCode: (postalCode) => postalCodes.get(postalCode) ?? [],
    byName: oncePerText((name) => names.get(nameKey(name)) ?? [], NAMES_KEPT),
  }
}

/** « MARSEILLE 11 », « Lyon 3e arrondissement », « St-Lô Cedex 9 », « L'Haÿ-les-Roses » → what two spellings share. */
export function nameKey(name: string): string {
  return fold(name)
    .replace(/\bcedex\b.*$/, '')
    .replace(/\b\d{1,2}(er?|eme|ieme|nd|d)?( arr.*)?$/, '')
    .trim()
    .replace(/^(le|la|les|l) /, '')
}

function push(map: Map<string, Commune[]>, key: string, commune: Commune): void {
  const list = map.get(key)
  if (!list) map.set(key, [commune])
  else if (!list.includes(commune)) list.push(commune)
}
