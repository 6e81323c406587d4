import { type CommuneEntry, type Communes, indexCommunes, nameKey } from '../communes.ts'
import { territoryAt } from '../territories.ts'

/** The middle of a commune, WGS84 degrees. */
export interface Point {
  latitude: number
  longitude: number
}

/** France as GeoNames cuts it: overseas communities stand under their own country code. */
const FRENCH = new Set('FR GP MQ GF RE YT PM BL MF WF PF NC'.split(' '))
/** Where no code is told and a settlement does not bear its commune's name: its commune, or the only one there. */
const UNCODED: Record<string, Readonly<Record<string, string>> | string> = {
  BL: '97701',
  MF: '97801',
  PF: {
    Afaahiti: '98747',
    Afareaitu: '98729',
    Atuona: '98723',
    Fare: '98724',
    Hitiaa: '98722',
    Mataura: '98753',
    Moerai: '98744',
    Otutara: '98752',
    Rikitea: '98719',
    Taiohae: '98731',
    Tevaitoa: '98754',
    Vairao: '98748',
    Vaitape: '98714',
  },
}
const DEPARTMENTS: Record<string, string> = { YT: '976', NC: '988', PF: '987', PM: '975' }
/** A quarter says where a part of the town is, not the town. */
const QUARTER = 'PPLX'

interface Settlement extends Point {
  name: string
  population: number
  country: string
  codes: readonly string[]
}

/**
 * The centre of each commune that GeoNames knows (DIR-54), by its present INSEE code: the settlement that bears the
 * commune's name, else the largest. `lines`: its tab-separated file of towns.
 */
export function knownTowns(
  lines: Iterable<string>,
  entries: readonly CommuneEntry[],
): ReadonlyMap<string, Point> {
  const communes = indexCommunes(entries)
  const settlements = new Map<string, Settlement[]>()
  for (const line of lines) {
    const found = readLine(line)
    if (!found) continue
    const code = communeOf(found, communes)
    if (code) settlements.set(code, [...(settlements.get(code) ?? []), found])
  }
  return new Map(
    [...settlements].map(([code, all]) => {
      const name = nameKey(communes.byCode(code)?.commune.name ?? '')
      const best = all.reduce((one, other) => (rank(other, name) > rank(one, name) ? other : one))
      return [code, { latitude: best.latitude, longitude: best.longitude }] as const
    }),
  )
}

function communeOf({ country, codes, name }: Settlement, communes: Communes): string | undefined {
  const told = codes.map((code) => communes.byCode(code)?.commune.code).find((code) => code !== undefined)
  if (told) return told
  const department = DEPARTMENTS[country]
  const named = department && communes.byName(name).find(({ code }) => code.startsWith(department))?.code
  if (named) return named
  const table = UNCODED[country]
  return typeof table === 'string' ? table : table?.[name]
}

function rank({ name, population }: Settlement, town: string): number {
  return population + (nameKey(name) === town ? 1e9 : 0)
}

function readLine(line: string): Settlement | null {
  const cells = line.split('\t')
  const [country = '', kind] = [cells[8], cells[7]]
  if (kind === QUARTER || !FRENCH.has(country)) return null
  const [latitude, longitude] = [Number(cells[4]), Number(cells[5])]
  if (!territoryAt(latitude, longitude)) return null
  // From the smallest division to the largest: which of them is the commune depends on the territory.
  const codes = cells
    .slice(10, 14)
    .reverse()
    .filter((code) => /^\w{5}$/.test(code))
  return { name: cells[1] ?? '', latitude, longitude, population: Number(cells[14]), country, codes }
}
