import { Hono } from 'hono'
import type { Context } from '../../platform/context.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import type { NavigationEntry } from '../../platform/http/navigation.ts'
import { listPlaces, type PlaceSummary } from './data/places.queries.ts'
import { filterOf } from './data/search/places.results.ts'
import { askingNothing } from './domain/search/asked.ts'
import { tellFollowersOfChanges } from './jobs/webhooks/tell-followers-of-changes.ts'
import { directoryApi } from './web/api/places-api.ts'
import { directoryRoutes } from './web/directory/directory.routes.tsx'
import { mergeRoutes } from './web/duplicates/merges.routes.tsx'
import { pairRoutes } from './web/duplicates/pair.routes.tsx'
import { queueRoutes } from './web/duplicates/queue.routes.tsx'
import { embedPaths } from './web/embed/embed.paths.ts'
import { embedRoutes } from './web/embed/embed.routes.tsx'
import { embedSettingsRoutes } from './web/embed/embed-settings.routes.tsx'
import { exportRoutes } from './web/exports/exports.routes.tsx'
import { favouriteRoutes } from './web/favourites/favourites.routes.tsx'
import { freshnessPaths } from './web/freshness/freshness.paths.ts'
import { freshnessRoutes } from './web/freshness/freshness.routes.tsx'
import { freshnessBoardRoutes } from './web/freshness/freshness-board.routes.tsx'
import { pointsRoutes } from './web/geocoding/points.routes.tsx'
import { homePaths } from './web/home/home.paths.ts'
import { homeRoutes } from './web/home/home.routes.tsx'
import { daysOffRoutes } from './web/hours/days-off.routes.tsx'
import { hoursPaths } from './web/hours/hours.paths.ts'
import { importRoutes } from './web/imports/import.routes.tsx'
import { importActRoutes } from './web/imports/import-acts.routes.tsx'
import { mappingRoutes } from './web/imports/mapping.routes.tsx'
import { importQueueRoutes } from './web/imports/queues.routes.tsx'
import { sourceRoutes } from './web/imports/sources.routes.tsx'
import { awaitedRoutes } from './web/life/awaited.routes.tsx'
import { creationRoutes } from './web/life/creation.routes.tsx'
import { lifePaths } from './web/life/life.paths.ts'
import { lifeRoutes } from './web/life/life.routes.tsx'
import { linkRoutes } from './web/life/links.routes.tsx'
import { sectionRoutes } from './web/life/sections.routes.tsx'
import { statusRoutes } from './web/life/status.routes.tsx'
import { mapPaths } from './web/map/map.paths.ts'
import { mapRoutes } from './web/map/map.routes.tsx'
import { mapSettingsRoutes } from './web/map/map-settings.routes.tsx'
import { orientationRoutes } from './web/orientation/orientation.routes.tsx'
import { paths } from './web/paths.ts'
import { placePageRoutes } from './web/place/place.routes.tsx'
import { policy } from './web/policy.ts'
import { reportRoutes } from './web/reports/reports.routes.tsx'
import { robotsRoutes } from './web/robots/robots.routes.ts'
import { searchRoutes } from './web/search/search.routes.tsx'
import { statisticsApi } from './web/statistics/statistics.api.ts'
import { statisticsRoutes } from './web/statistics/statistics.routes.tsx'
import { webhookPaths } from './web/webhooks/webhooks.paths.ts'
import { webhookRoutes } from './web/webhooks/webhooks.routes.tsx'

export type { ChangePoint } from './data/api/changes.queries.ts'
export { departmentName, departmentsOfPlaces } from './data/departments.queries.ts'
export {
  type LeavingPlace,
  placesChangedAfter,
  touchPlace,
} from './data/federation/leaving-places.queries.ts'
export { type Confirmation, confirmationsOf, lastSheetDay } from './data/freshness/confirmations.store.ts'
export { type Exemption, exemptionsOf } from './data/freshness/exemptions.store.ts'
export {
  addDraftPlaces,
  type DraftPlace,
  type PlaceToMatch,
  placeMailboxes,
  placesToMatch,
} from './data/imports/places.matching.ts'
export { placesPersonalData } from './data/personal-data.ts'
export { placesNamed } from './data/places.names.ts'
export { findPlaces, type PlaceSummary } from './data/places.queries.ts'
export { type PublicPlace, publicPlaces } from './data/public-places.queries.ts'
export { placesRetention } from './data/retention.ts'
export { epciName, epciOf, territoriesOfPlaces } from './data/territories.queries.ts'
export { departmentNumber } from './domain/departments.ts'
export { folded } from './domain/fold.ts'
export type { FreshnessBadge } from './domain/freshness/badge.ts'
export type { InformationDuty } from './domain/freshness/duty.ts'
export { type Semester, semesterBefore, semesterOf } from './domain/freshness/semester.ts'
export { centresRefusals } from './domain/geocoding/official-centres.ts'
export type { PlaceFields, PlaceId } from './domain/place.ts'
export { type StandardRow, standardColumns } from './domain/standard/standard-columns.ts'
export { services as nationalServices, trainings as nationalTrainings } from './domain/vocabulary.ts'
export { comparePlaces } from './jobs/compare-places.ts'
export type { ConfirmationFollower } from './jobs/freshness/follow-confirmation.ts'
export { freshnessJobs } from './jobs/freshness/freshness-jobs.ts'
export { importJobs } from './jobs/import-jobs.ts'
export { locateJob } from './jobs/locate-job.ts'
export { keepSemesterFigures } from './jobs/statistics/keep-semester-figures.ts'
export { workOutHoursAhead } from './jobs/work-out-hours.ts'
export { placesRegister } from './privacy.ts'
export { askComparison } from './use-cases/duplicates/ask-comparison.ts'
export { type MergeRefusal, mergePlaces } from './use-cases/duplicates/merge-places.ts'
export { makeEmbedKey } from './use-cases/embed/embed-keys.ts'
export { keepPlace, openList } from './use-cases/favourites/keep-favourites.ts'
export { joinReceived } from './use-cases/federation/join-received.ts'
export {
  addReceived,
  changeReceived,
  endReceived,
  hideReceived,
  type ReceivedPlace,
  readReceived,
} from './use-cases/federation/keep-copies.ts'
export { confirmPlace } from './use-cases/freshness/confirm-place.ts'
export { exemptPlace, followPlace } from './use-cases/freshness/follow-place.ts'
export { freshnessBadges, owedFreshness } from './use-cases/freshness/freshness-of.ts'
export type { Keeper, KeepersProvider } from './use-cases/freshness/keepers.ts'
export { importCommuneCentres, loadCommuneCentres } from './use-cases/geocoding/load-centres.ts'
export { loadSchoolHolidays } from './use-cases/hours/load-school-holidays.ts'
export { runImportCommand, type Terminal } from './use-cases/imports/import-command.ts'
export { importFile } from './use-cases/imports/import-file.ts'
export { sourceName } from './use-cases/imports/receive-import.ts'
export { declareSource } from './use-cases/imports/save-source.ts'
export { runValidateCommand } from './use-cases/imports/validate-command.ts'
export { type Validation, type ValidationLine, validateFile } from './use-cases/imports/validate-file.ts'
export { closePlace, publishPlace } from './use-cases/life/change-status.ts'
export { chooseRule } from './use-cases/life/choose-editing-rule.ts'
export { createPlace } from './use-cases/life/create-place.ts'
export { editPlace } from './use-cases/life/edit-place.ts'
export { tieOrganisation } from './use-cases/life/tie-place.ts'
export { reportError } from './use-cases/reports/report-error.ts'
export { keepSearch } from './use-cases/search/keep-search.ts'
export { keepSemester } from './use-cases/statistics/keep-semester.ts'
export { followChanges } from './use-cases/webhooks/follow-changes.ts'
export { exportOf } from './web/exports/export-command.ts'
export { badgeText, semesterText } from './web/freshness/freshness-wording.ts'
export { importFirstStep } from './web/imports/first-step.ts'

/** Published places of the network that answer a text typed by a person, best first; `limit` at most. */
export async function searchPlaces(context: Context, text: string, limit: number): Promise<PlaceSummary[]> {
  return listPlaces(context.db, await filterOf(context, { ...askingNothing, text }), limit)
}

/** The address of a place's page: network base, then slug. */
export const placePath = paths.place

export const openDataJobs = [tellFollowersOfChanges]

// The page of a place takes every address under `/lieux/`: its routes come last.
export const placeRoutes = new Hono<AppEnv>()
  .route('/', homeRoutes)
  .route('/', daysOffRoutes)
  .route('/', searchRoutes)
  .route('/', freshnessRoutes)
  .route('/', freshnessBoardRoutes)
  .route('/', reportRoutes)
  .route('/', favouriteRoutes)
  .route('/', creationRoutes)
  .route('/', awaitedRoutes)
  .route('/', lifeRoutes)
  .route('/', sectionRoutes)
  .route('/', statusRoutes)
  .route('/', linkRoutes)
  .route('/', sourceRoutes)
  .route('/', importQueueRoutes)
  .route('/', importActRoutes)
  .route('/', importRoutes)
  .route('/', mappingRoutes)
  .route('/', queueRoutes)
  .route('/', pairRoutes)
  .route('/', mergeRoutes)
  .route('/', pointsRoutes)
  .route('/', robotsRoutes)
  .route('/', mapSettingsRoutes)
  .route('/', mapRoutes)
  .route('/', orientationRoutes)
  .route('/', exportRoutes)
  .route('/', embedRoutes)
  .route('/', embedSettingsRoutes)
  .route('/', webhookRoutes)
  .route('/', statisticsRoutes)
  .route('/', directoryRoutes)
  .route('/', placePageRoutes)

export const placeNavigation: readonly NavigationEntry[] = [
  {
    frame: 'public',
    label: 'Trouver un lieu',
    href: (base) => paths.places(base),
    policy: policy.readDirectory,
  },
  {
    frame: 'member',
    label: 'Lieux',
    href: homePaths.home,
    sections: ['/lieux'],
    policy: policy.home,
  },
  {
    frame: 'settings',
    label: 'Relecture des fiches de lieux',
    sentence: 'Choisir si un changement de nom, d’adresse ou d’identifiant attend votre accord.',
    href: lifePaths.rule,
    policy: policy.readAwaited,
  },
  {
    frame: 'settings',
    label: 'Jours fériés et vacances scolaires',
    sentence:
      'Charger les vacances des écoles, corriger les jours fériés : les horaires des lieux en dépendent.',
    href: hoursPaths.daysOff,
    policy: policy.readDaysOff,
  },
  {
    frame: 'settings',
    label: 'Fond de carte',
    sentence: 'Ce que la carte des lieux montre sous les repères : des contours, ou les rues.',
    href: mapPaths.settings,
    policy: policy.readBaseMap,
  },
  {
    frame: 'settings',
    label: 'Confirmation des fiches',
    sentence: 'Quels lieux confirment leur fiche chaque semestre, et ce que deviennent ceux qui se taisent.',
    href: freshnessPaths.rule,
    policy: policy.readFreshness,
  },
  {
    frame: 'settings',
    label: 'La carte sur d’autres sites',
    sentence: 'Quels sites montrent la carte, de quel territoire, et la ligne qu’ils copient.',
    href: embedPaths.settings,
    policy: policy.readOpenData,
  },
  {
    frame: 'settings',
    label: 'Avis de changement',
    sentence: 'Quels logiciels sont prévenus quand un lieu change.',
    href: webhookPaths.list,
    policy: policy.readOpenData,
  },
]

/** The directory and its figures for programs. */
export const placeApis = [...directoryApi, statisticsApi]
