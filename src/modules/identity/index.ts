/**
 * Who: networks, organisations, people, memberships and sessions.
 * Other modules ask for organisations here; `whoAndWhere` gives each request its network and its actor.
 */

export { type Accounts, accountOptions, accountsOf, sessionCookie } from './data/accounts.ts'
export { type Contact, contactsAbout } from './data/contacts.queries.ts'
export { listMemberships } from './data/memberships.queries.ts'
export { findNetwork, listNetworks, networkById } from './data/networks.store.ts'
export {
  addOrganisation,
  findOrganisation,
  type OrganisationFields,
  organisationNames,
} from './data/organisations.store.ts'
export { openSession } from './data/sessions.store.ts'
export { forgetEndedSessions } from './jobs/forget-sessions.ts'
export { whoAndWhere } from './web/middleware.ts'
export { identityNavigation } from './web/navigation.ts'
export { identityRoutes } from './web/routes.tsx'
