import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { Service } from '../../domain/vocabulary.ts'
import { type Found, find, rowsFound } from './found.ts'
import type { PlaceFilter } from './places.filter.ts'

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

export async function countPlaces(db: Database, filter: PlaceFilter): Promise<Counts> {
  return countsOf(await find(db, filter))
}

export function countsOf(found: Found): Counts {
  const anyService = rowsFound(found, 'services')
  const byService = [...(found.index.lists.get('services') ?? [])].map(([service, rows]) => ({
    service: service as Service,
    count: rows.sharedWith(anyService),
  }))
  return { total: rowsFound(found).size, byService: byService.filter(({ count }) => count > 0) }
}

/** Beside each label shown today, how many places bear it. Read live, like the label itself (DIR-8). */
export async function countByLabel(db: Database, filter: PlaceFilter): Promise<readonly LabelCount[]> {
  return labelCountsOf(await find(db, filter))
}

export function labelCountsOf(found: Found): readonly LabelCount[] {
  const anyLabel = rowsFound(found, 'labels')
  return [...Map.groupBy(found.labels, ({ code, name }) => `${code} ${name}`).values()].flatMap((levels) => {
    const [first] = levels
    if (!first) return []
    const bearers = found.index.rowsOf(levels.flatMap(({ places }) => places))
    return [{ code: first.code, name: first.name, count: bearers.sharedWith(anyLabel) }]
  })
}

/** How many places pass the other filters and have no hours that one can read: left out, and told so (DIR-53). */
export function unknownHoursOf(found: Found): number {
  const others = rowsFound(found, 'open')
  return others.size - others.sharedWith(found.index.withHours())
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
