import type { Database } from '../../../platform/db/database.ts'
import { isInterpreted, readAsWords, readSearch, type SearchReading } from '../domain/search.ts'
import type { Town } from '../domain/search-towns.ts'
import { matching, type PlaceFilter } from './places.filter.ts'
import { codesAround, gazetteer } from './places.gazetteer.ts'
import { listPlaces, type PlaceSummary } from './places.queries.ts'

export interface Understood {
  reading: SearchReading
  /** True when only other spellings of the words were found. */
  forgiving: boolean
  /** False when nothing in the network answers, whatever the other filters. */
  found: boolean
}

/**
 * Settles what a text means for this network: as it reads, else with its spelling forgiven, else word for word
 * (DIR-61). `literally` skips the reading: the person asked for the words themselves.
 */
export async function understand(
  db: Database,
  filter: PlaceFilter,
  text: string,
  literally: boolean,
): Promise<Understood> {
  const asRead = readSearch(text, gazetteer())
  const asWords = readAsWords(asRead)
  const readings = literally || !isInterpreted(asRead) ? [asWords] : [asRead, asWords]
  for (const reading of readings) {
    for (const forgiving of reading.words.length > 0 ? [false, true] : [false]) {
      const found = await isAnswered(db, {
        ...filter,
        services: [],
        labels: [],
        box: null,
        reading,
        forgiving,
      })
      if (found) return { reading, forgiving, found }
    }
  }
  return { reading: readings[0] ?? asWords, forgiving: false, found: false }
}

async function isAnswered(db: Database, filter: PlaceFilter): Promise<boolean> {
  const row = await matching(db, filter).select('p.id').limit(1).executeTakeFirst()
  return row !== undefined
}

/** The places closest to what was asked: same group of communes, else same département. */
export async function nearestPlaces(
  db: Database,
  filter: PlaceFilter,
  limit: number,
): Promise<PlaceSummary[]> {
  const reading = filter.reading
  const towns = reading ? townsMeant(reading) : []
  const [first] = towns
  if (!reading || !first) return []
  const around = [{ ...first, codes: towns.flatMap(codesAround) }]
  const nearby = {
    ...filter,
    box: null,
    reading: { ...reading, postalCode: null, towns: around, words: [] },
    forgiving: false,
  }
  const close = await listPlaces(db, nearby, limit)
  if (close.length > 0) return close
  const department =
    [...gazetteer().departments.values()].find(({ code }) => code === first.department) ?? null
  return listPlaces(db, { ...nearby, reading: { ...nearby.reading, towns: [], department } }, limit)
}

function townsMeant({ towns, postalCode }: SearchReading): readonly Town[] {
  if (!postalCode) return towns
  return [...new Set(gazetteer().byCode.values())].filter((town) => town.postalCodes.includes(postalCode))
}
