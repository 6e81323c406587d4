import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { FACET_NAMES, type Facet } from '../../domain/search/facets.ts'
import { placeColumns } from '../place-columns.ts'
import { directoryVersion, keptBy } from '../places.version.ts'
import { filterKey, labelsIn, matching, type PlaceFilter } from './places.filter.ts'

/** The filters that have a count beside each of their values. Labels and needs are counted apart. */
export type CountedFilter = Facet | 'typologies' | 'sources' | 'booking' | 'accessibility' | 'moments'

/** For each filter, by value, how many places would be listed if it were the one chosen. */
export type ValueCounts = Readonly<Record<CountedFilter, ReadonlyMap<string, number>>>

const LISTS = [...FACET_NAMES, 'typologies'] as const
const ALL: readonly CountedFilter[] = [...LISTS, 'sources', 'booking', 'accessibility', 'moments']

/** Labels follow the day and boxes seldom come back: only the other filters are kept. */
export function countValues(db: Database, filter: PlaceFilter): Promise<ValueCounts> {
  const isLive = labelsIn(filter).length > 0 || filter.box !== null
  return isLive ? count(db, filter.network, filter) : keptCount(db, filter.network, filter)
}

const keptCount = keptBy(directoryVersion, count, { key: filterKey, most: 300 })

/** A filter that is in use is counted without itself, the others all at once. */
async function count(db: Database, _network: NetworkId, filter: PlaceFilter): Promise<ValueCounts> {
  const used = ALL.filter((name) => isUsed(filter, name))
  const rest = ALL.filter((name) => !used.includes(name))
  const rows = await Promise.all([
    countIn(db, filter, rest),
    ...used.map((name) => countIn(db, without(filter, name), [name])),
  ])
  return Object.fromEntries(
    ALL.map((name) => [
      name,
      new Map(rows.flat().flatMap((row) => (row.filter === name ? [[row.value, row.count] as const] : []))),
    ]),
  ) as unknown as ValueCounts
}

function isUsed(filter: PlaceFilter, name: CountedFilter): boolean {
  if (name === 'booking' || name === 'accessibility') return filter[name]
  return filter[name === 'moments' ? 'open' : name].length > 0
}

function without(filter: PlaceFilter, name: CountedFilter): PlaceFilter {
  if (name === 'booking' || name === 'accessibility') return { ...filter, [name]: false }
  return { ...filter, [name === 'moments' ? 'open' : name]: [] }
}

interface Row {
  filter: CountedFilter
  value: string
  count: number
}

async function countIn(db: Database, filter: PlaceFilter, names: readonly CountedFilter[]): Promise<Row[]> {
  const found = matching(db, filter).select([
    ...LISTS.map((name) => `p.${placeColumns[name]}` as const),
    'p.source',
    'p.booking_url',
    'p.acces_libre_url',
    'p.hours_key',
    'p.network_id',
  ])
  const { rows } = await sql<Row>`with found as materialized (${found})
    ${sql.join(names.map(countsOf), sql` union all `)}`.execute(db)
  return rows
}

function countsOf(name: CountedFilter): RawBuilder<unknown> {
  if (name === 'booking' || name === 'accessibility') {
    const column = sql.ref(name === 'booking' ? 'booking_url' : 'acces_libre_url')
    return counted(name, sql`'oui'::text`, sql`found where ${column} is not null having count(*) > 0`)
  }
  if (name === 'sources')
    return counted(name, sql`source`, sql`found where source is not null group by source`)
  if (name === 'moments')
    return counted(
      name,
      sql`moment`,
      sql`found join places.hours h on h.network_id = found.network_id and h.key = found.hours_key,
        unnest(h.moments) moment group by moment`,
    )
  const column = sql.ref(placeColumns[name])
  return counted(name, sql`value`, sql`found, unnest(${column}) value group by value`)
}

function counted(name: CountedFilter, value: RawBuilder<unknown>, from: RawBuilder<unknown>) {
  return sql`select ${name}::text as filter, ${value} as value, count(*)::int as count from ${from}`
}
