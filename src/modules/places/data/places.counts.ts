import { sql } from 'kysely'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'
import type { Service } from '../domain/vocabulary.ts'
import { asksNothing, matching, type PlaceFilter, published } from './places.filter.ts'
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

/** How many places pass the filter. */
export async function countPlaces(db: Database, filter: PlaceFilter): Promise<number> {
  if (asksNothing(filter)) return (await directoryTotals(db, filter.network)).places
  const row = await matching(db, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return row.count
}

/** Beside each service, how many places would be listed if it were the one chosen. */
export async function countByService(db: Database, filter: PlaceFilter): Promise<readonly ServiceCount[]> {
  const others = { ...filter, services: [] }
  if (asksNothing(others)) return (await directoryTotals(db, filter.network)).byService
  return countServices(db, matching(db, others))
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
    .orderBy('shown.name')
    .$castTo<LabelCount>()
    .execute()
}

export interface DirectoryTotals {
  places: number
  byService: readonly ServiceCount[]
}

/** The whole network, counted once per version of its directory. */
export const directoryTotals = keptBy(directoryVersion, countAll, { key: () => '', most: 50 })

async function countAll(db: Database, network: NetworkId): Promise<DirectoryTotals> {
  const all = published(db, network)
  const row = await all.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  return { places: row.count, byService: await countServices(db, all) }
}

async function countServices(
  db: Database,
  places: ReturnType<typeof matching>,
): Promise<readonly ServiceCount[]> {
  const found = places.select(sql<Service>`unnest(p.services)`.as('service')).as('found')
  return db
    .selectFrom(found)
    .groupBy('found.service')
    .select(({ fn }) => ['found.service', fn.countAll<number>().as('count')])
    .execute()
}
