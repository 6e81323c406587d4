import type { Context } from '../../platform/context.ts'
import type { Job } from '../../platform/jobs/jobs.ts'
import type { PlaceSummary } from './data/places.queries.ts'
import { listPlaces } from './data/search/places.list.ts'
import { filterOf } from './data/search/places.results.ts'
import { askingNothing } from './domain/search/asked.ts'
import { writeOpenFile } from './jobs/exports/write-open-file.ts'
import { tellChangeDecided } from './jobs/life/tell-change-decided.ts'
import { tellProposals } from './jobs/tell-proposals.ts'
import { tellFollowersOfChanges } from './jobs/webhooks/tell-followers-of-changes.ts'
import { tellWebhookGaveUp } from './jobs/webhooks/tell-webhook-gave-up.ts'
import { directoryApi } from './web/api/places-api.ts'
import { exportFile } from './web/exports/export-file.ts'
import { paths } from './web/paths.ts'
import { statisticsApi } from './web/statistics/statistics.api.ts'

export type { ChangePoint } from './data/api/changes.queries.ts'
export { departmentName, departmentsOfPlaces } from './data/departments.queries.ts'
export { organisationsOf, tiesOf, workersOf } from './data/duplicates/ties.queries.ts'
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
export { findPlaces, type PlaceSummary, placeAtAddress } from './data/places.queries.ts'
export { type PublicPlace, publicPlaces } from './data/public-places.queries.ts'
export { placesRetention } from './data/retention.ts'
export { epciName, epciOf, territoriesOfPlaces } from './data/territories.queries.ts'
export { departmentNumber } from './domain/departments.ts'
export { isSilentSince } from './domain/federation/silence.ts'
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
export { placesActions } from './journal.ts'
export { placesRegister } from './privacy.ts'
export { askComparison } from './use-cases/duplicates/ask-comparison.ts'
export { type MergeRefusal, mergePlaces } from './use-cases/duplicates/merge-places.ts'
export { makeEmbedKey } from './use-cases/embed/embed-keys.ts'
export { keepPlace, openList } from './use-cases/favourites/keep-favourites.ts'
export { handOver, mayLeave, takeOver } from './use-cases/federation/hand-over.ts'
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
export { makeTerritory } from './use-cases/territories/keep-territories.ts'
export { followChanges } from './use-cases/webhooks/follow-changes.ts'
export { exportOf } from './web/exports/export-command.ts'
export { badgeText, eachPeriodText, periodText } from './web/freshness/freshness-wording.ts'
export { importFirstStep } from './web/imports/first-step.ts'
export { placeNavigation } from './web/navigation.ts'
export { placeRoutes } from './web/routes.ts'

/** Published places of the network that answer a text typed by a person, best first; `limit` at most. */
export async function searchPlaces(context: Context, text: string, limit: number): Promise<PlaceSummary[]> {
  return listPlaces(context.db, await filterOf(context, { ...askingNothing, text }), limit)
}

/** The address of a place's page: network base, then slug. */
export const placePath = paths.place

export const openDataJobs: readonly Job<never>[] = [
  tellFollowersOfChanges,
  tellWebhookGaveUp,
  writeOpenFile(exportFile),
]

/** Those who keep sheets, and those who decide of them, told of what became of a change. */
export const sheetJobs: readonly Job<never>[] = [tellChangeDecided, tellProposals]

/** The directory and its figures for programs. */
export const placeApis = [...directoryApi, statisticsApi]
