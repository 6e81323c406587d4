import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import {
  isInterpreted,
  labelsNamed,
  type NamedLabel,
  readAsWords,
  readSearch,
  type SearchReading,
} from '../../domain/search/search.ts'
import type { Town } from '../../domain/search/search-towns.ts'
import { listPlaces, type PlaceSummary } from '../places.queries.ts'
import { everything, matching, type PlaceFilter } from './places.filter.ts'
import { codesAround, gazetteer } from './places.gazetteer.ts'

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
  const names = await labelNames(db, filter.network)
  for (const read of readings) {
    const labels = labelsNamed(read.words, names)
    const reading = labels.length > 0 ? { ...read, labels } : read
    for (const forgiving of reading.words.length > 0 ? [false, true] : [false]) {
      const found = await isAnswered(db, {
        ...everything(filter.network, filter.today),
        reading,
        forgiving,
      })
      if (found) return { reading, forgiving, found }
    }
  }
  return { reading: readings[0] ?? asWords, forgiving: false, found: false }
}

/** What labels are called in this network. */
async function labelNames(db: Database, network: NetworkId): Promise<NamedLabel[]> {
  const rows = await db
    .selectFrom('labels.standard_name')
    .where('network_id', '=', network)
    .select(['code', 'name'])
    .execute()
  return rows.flatMap(({ code, name }) => (code && name ? [{ code, name }] : []))
}

async function isAnswered(db: Database, filter: PlaceFilter): Promise<boolean> {
  const row = await matching(db, filter).select('p.id').limit(1).executeTakeFirst()
  return row !== undefined
}

/** The places closest to what was asked: by distance when a point is known; else same group of communes, else same département. */
export async function nearestPlaces(
  db: Database,
  filter: PlaceFilter,
  limit: number,
): Promise<PlaceSummary[]> {
  const { reading, centre } = filter
  if (centre) return listPlaces(db, { ...withoutGround(filter), sort: 'distance' }, limit)
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

/** The same need anywhere: what was left out first is where it was asked. */
function withoutGround(filter: PlaceFilter): PlaceFilter {
  const { reading } = filter
  const anywhere = reading && { ...reading, postalCode: null, department: null, towns: [], words: [] }
  return { ...filter, ground: null, radius: null, box: null, forgiving: false, reading: anywhere }
}

function townsMeant({ towns, postalCode }: SearchReading): readonly Town[] {
  if (!postalCode) return towns
  return [...new Set(gazetteer().byCode.values())].filter((town) => town.postalCodes.includes(postalCode))
}
