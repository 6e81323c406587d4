/** The pages of the journal. Other modules write its lines with `writeJournal`; none of them reads it. */

export { journalActions } from './journal.ts'
export { journalNavigation } from './web/navigation.ts'
export { journalRoutes } from './web/routes.tsx'
