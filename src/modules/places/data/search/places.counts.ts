import { sql } from 'kysely'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { Service } from '../../domain/vocabulary.ts'
import { directoryVersion, keptBy } from '../places.version.ts'
import { filterKey, labelsIn, matching, type PlaceFilter } from './places.filter.ts'

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
  const isLive = labelsIn(filter).length > 0 || filter.box !== null
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
    .selectFrom('places.borne_label as shown')
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

/** How many places pass the other filters and have no hours that one can read: left out, and told so (DIR-53). */
export async function countUnknownHours(db: Database, filter: PlaceFilter): Promise<number> {
  const { count: unknown } = await matching(db, { ...filter, open: [] })
    .where(
      sql<boolean>`not exists (select 1 from places.hours h
        where h.network_id = p.network_id and h.key = p.hours_key and h.is_read)`,
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return unknown
}

/** The codes of the labels that places of the network bear or bore. */
export async function labelsShown(db: Database, network: NetworkId): Promise<string[]> {
  const rows = await db
    .selectFrom('labels.standard_name')
    .where('network_id', '=', network)
    .select('code')
    .orderBy('code')
    .execute()
  return rows.flatMap(({ code }) => code ?? [])
}
