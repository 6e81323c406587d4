import { Hono } from 'hono'
import type { Context } from '../../platform/context.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import type { NavigationEntry } from '../../platform/http/navigation.ts'
import { listPlaces, type PlaceSummary } from './data/places.queries.ts'
import { filterOf } from './data/places.results.ts'
import { importRoutes } from './web/import.routes.tsx'
import { mappingRoutes } from './web/mapping.routes.tsx'
import { paths } from './web/paths.ts'
import { policy } from './web/policy.ts'
import { directoryRoutes } from './web/routes.tsx'

export { type Confirmation, confirmationsOf } from './data/confirmations.store.ts'
export { departmentName, departmentsOfPlaces } from './data/departments.queries.ts'
export { placesPersonalData } from './data/personal-data.ts'
export {
  addDraftPlaces,
  type DraftPlace,
  type PlaceToMatch,
  placeMailboxes,
  placesToMatch,
} from './data/places.matching.ts'
export { placesNamed } from './data/places.names.ts'
export { findPlaces, type PlaceSummary } from './data/places.queries.ts'
export { type PublicPlace, publicPlaces } from './data/public-places.queries.ts'
export { epciName, epciOf, territoriesOfPlaces } from './data/territories.queries.ts'
export { departmentNumber } from './domain/departments.ts'
export type { PlaceId } from './domain/place.ts'
export { trainings as nationalTrainings } from './domain/vocabulary.ts'
export { importJobs } from './jobs/import-jobs.ts'
export { placesRegister } from './privacy.ts'
export { confirmPlace } from './use-cases/confirm-place.ts'
export { runImportCommand, type Terminal } from './use-cases/import-command.ts'
export { importFile } from './use-cases/import-file.ts'
export { sourceName } from './use-cases/receive-import.ts'
export { importFirstStep } from './web/first-step.ts'

/** Published places of the network that answer a text typed by a person, best first; `limit` at most. */
export async function searchPlaces(context: Context, text: string, limit: number): Promise<PlaceSummary[]> {
  const asked = { text, literally: false, services: [], labels: [], box: null, page: 1 }
  return listPlaces(context.db, await filterOf(context, asked), limit)
}

/** The address of a place's page: network base, then slug. */
export const placePath = paths.place

export const placeRoutes = new Hono<AppEnv>()
  .route('/', importRoutes)
  .route('/', mappingRoutes)
  .route('/', directoryRoutes)

export const placeNavigation: readonly NavigationEntry[] = [
  {
    frame: 'public',
    label: 'Trouver un lieu',
    href: (base) => paths.places(base),
    policy: policy.readDirectory,
  },
  { frame: 'member', label: 'Imports de lieux', href: paths.imports, policy: policy.readImports },
]
