import { sql } from 'kysely'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'
import type { Service } from '../domain/vocabulary.ts'
import { filterKey, matching, type PlaceFilter } from './places.filter.ts'
import { directoryVersion, keptBy } from './places.version.ts'

export interface ServiceCount {
  service: Service
  count: number
}

export interface LabelCount {
  code: string
  name: string
  count: number
}

export interface Counts {
  /** How many places pass the filter. */
  total: number
  /** Beside each service, how many places would be listed if it were the one chosen. */
  byService: readonly ServiceCount[]
}

/** The counts of a list. Labels follow the day and boxes seldom come back: only the other filters are kept. */
export function countPlaces(db: Database, filter: PlaceFilter): Promise<Counts> {
  const isLive = filter.labels.length > 0 || filter.box !== null
  return isLive ? count(db, filter.network, filter) : keptCount(db, filter.network, filter)
}

async function count(db: Database, _network: NetworkId, filter: PlaceFilter): Promise<Counts> {
  const [{ total }, byService] = await Promise.all([
    matching(db, filter)
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
    countServices(db, { ...filter, services: [] }),
  ])
  return { total, byService }
}

// The same needs and towns are asked again and again: their counts last as long as the directory does not change.
const keptCount = keptBy(directoryVersion, count, { key: filterKey, most: 500 })

function countServices(db: Database, filter: PlaceFilter): Promise<ServiceCount[]> {
  return db
    .selectFrom(matching(db, filter).select(sql<Service>`unnest(p.services)`.as('service')).as('found'))
    .groupBy('found.service')
    .select(({ fn }) => ['found.service', fn.countAll<number>().as('count')])
    .execute()
}

/** Beside each label shown today, how many places bear it. Read live, like the label itself (DIR-8). */
export async function countByLabel(db: Database, filter: PlaceFilter): Promise<readonly LabelCount[]> {
  const { network, today } = filter
  return db
    .selectFrom('labels.shown_label as shown')
    .where('shown.network_id', '=', network)
    .where('shown.from_day', '<=', today)
    .where((is) => is.or([is('shown.until_day', 'is', null), is('shown.until_day', '>', today)]))
    .leftJoin(
      matching(db, { ...filter, labels: [] })
        .select('p.id')
        .as('found'),
      'found.id',
      'shown.place_id',
    )
    .groupBy(['shown.code', 'shown.name'])
    .select(({ fn }) => ['shown.code', 'shown.name', fn.count<number>('found.id').distinct().as('count')])
    .orderBy(sql`shown.name collate public.french`)
    .$castTo<LabelCount>()
    .execute()
}
