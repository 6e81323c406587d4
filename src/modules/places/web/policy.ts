import { byRole, everybody, ROLES } from '../../../platform/session/actor.ts'

export const policy = {
  readDirectory: everybody('places.read'),
  /** The members' way into the directory: each finds the parts that open to them. */
  home: byRole('places.home', {
    ...{ officer: 'all', reader: 'all', auditor: 'all' },
    ...{ partner: 'own', facilitator: 'own' },
  }),
  /** A place's sheet as those who keep it read it; the head of the network reads them all. Which ones: `isKept`. */
  readKept: byRole('places.read-kept', {
    ...{ officer: 'all', reader: 'all', auditor: 'all' },
    ...{ partner: 'own', facilitator: 'own' },
  }),
  editPlaces: byRole('places.edit', { officer: 'all', partner: 'own', facilitator: 'own' }),
  /** Who runs a place is the head's to say; who works there, the organisation's too; each may leave. */
  tiePlaces: byRole('places.tie', { officer: 'all' }),
  staffPlaces: byRole('places.staff', { officer: 'all', partner: 'own' }),
  leavePlace: byRole('places.leave', { partner: 'own', facilitator: 'own' }),
  hidePlaces: byRole('places.hide', { officer: 'all' }),
  /** Changes of what a place is, that wait for the head of the network. */
  readAwaited: byRole('places.read-awaited', { officer: 'all', reader: 'all', auditor: 'all' }),
  decideAwaited: byRole('places.decide-awaited', { officer: 'all' }),
  chooseEditingRule: byRole('places.editing-rule', { officer: 'all' }),
  /** Pairs of places that may be one: the head of the network alone decides. */
  readDuplicates: byRole('places.read-duplicates', { officer: 'all', reader: 'all', auditor: 'all' }),
  mergePlaces: byRole('places.merge', { officer: 'all' }),
  readImports: byRole('places.read-imports', { officer: 'all', reader: 'all', auditor: 'all' }),
  importPlaces: byRole('places.import', { officer: 'all' }),
  /** Files of places and their reports: an organisation reads those that it sent, and no other. DIR-73. */
  readFiles: byRole('places.read-files', {
    ...{ officer: 'all', reader: 'all', auditor: 'all' },
    partner: 'own',
  }),
  sendFiles: byRole('places.send-files', { officer: 'all', partner: 'own' }),
  submitFiles: byRole('places.submit-files', { partner: 'own' }),
  readBaseMap: byRole('places.read-base-map', { officer: 'all', reader: 'all', auditor: 'all' }),
  chooseBaseMap: byRole('places.choose-base-map', { officer: 'all' }),
  readDaysOff: byRole('places.read-days-off', { officer: 'all', reader: 'all', auditor: 'all' }),
  changeDaysOff: byRole('places.change-days-off', { officer: 'all' }),
  readTerritories: byRole('places.read-territories', { officer: 'all', reader: 'all', auditor: 'all' }),
  keepTerritories: byRole('places.keep-territories', { officer: 'all' }),
  keepSearches: byRole(
    'places.keep-searches',
    // An auditor changes nothing, not even what is their own.
    Object.fromEntries(ROLES.filter((role) => role !== 'auditor').map((role) => [role, 'own' as const])),
  ),
  readSearch: everybody('places.read-search'),
  /** « Rien n’a changé », for the places one keeps: the head speaks for none of them (DIR-57). */
  confirm: byRole('places.confirm', { partner: 'own', facilitator: 'own' }),
  confirmByLink: everybody('places.confirm-by-link'),
  readFreshness: byRole('places.read-freshness', { officer: 'all', reader: 'all', auditor: 'all' }),
  followFreshness: byRole('places.follow-freshness', { officer: 'all' }),
  report: everybody('places.report'),
  readReports: byRole('places.read-reports', {
    ...{ officer: 'all', reader: 'all', auditor: 'all' },
    ...{ partner: 'own', facilitator: 'own' },
  }),
  answerReport: byRole('places.answer-report', { officer: 'all', partner: 'own', facilitator: 'own' }),
  keepFavourites: byRole(
    'places.keep-favourites',
    Object.fromEntries(ROLES.filter((role) => role !== 'auditor').map((role) => [role, 'own' as const])),
  ),
  readSharedList: everybody('places.read-shared-list'),
  /** Sites that show the map, and programs told of changes. DIR-83, DIR-85. */
  readOpenData: byRole('places.read-open-data', { officer: 'all', reader: 'all', auditor: 'all' }),
  manageOpenData: byRole('places.manage-open-data', { officer: 'all' }),
  readPoints: byRole('places.read-points', { officer: 'all', reader: 'all', auditor: 'all' }),
  decidePoints: byRole('places.decide-points', { officer: 'all' }),
  /** What became of whom one sent to a place, or of whom was sent to one's own: the head reads figures only. DIR-76. */
  followOrientations: byRole('places.follow-orientations', { partner: 'own', facilitator: 'own' }),
  readOrientationRule: byRole('places.read-orientation-rule', {
    officer: 'all',
    reader: 'all',
    auditor: 'all',
  }),
  chooseOrientationRule: byRole('places.choose-orientation-rule', { officer: 'all' }),
}
