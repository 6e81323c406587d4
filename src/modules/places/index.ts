import { Hono } from 'hono'
import type { Context } from '../../platform/context.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import type { NavigationEntry } from '../../platform/http/navigation.ts'
import { listPlaces, type PlaceSummary } from './data/places.queries.ts'
import { filterOf } from './data/places.results.ts'
import { paths } from './web/paths.ts'
import { policy } from './web/policy.ts'
import { directoryRoutes } from './web/routes.tsx'

export { findPlaces, type PlaceSummary } from './data/places.queries.ts'
export type { PlaceId } from './domain/place.ts'
export { importFile } from './use-cases/import-file.ts'

/** Published places of the network that answer a text typed by a person, best first; `limit` at most. */
export async function searchPlaces(context: Context, text: string, limit: number): Promise<PlaceSummary[]> {
  const asked = { text, literally: false, services: [], labels: [], box: null, page: 1 }
  return listPlaces(context.db, await filterOf(context, asked), limit)
}

/** The address of a place's page: network base, then slug. */
export const placePath = paths.place

export const placeRoutes = new Hono<AppEnv>().route('/', directoryRoutes)

export const placeNavigation: readonly NavigationEntry[] = [
  {
    frame: 'public',
    label: 'Trouver un lieu',
    href: (base) => paths.places(base),
    policy: policy.readDirectory,
  },
]
