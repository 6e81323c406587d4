/**
 * Who: networks, organisations, people, memberships and sessions.
 * Other modules ask for organisations here; `whoAndWhere` gives each request its network and its actor.
 */

export { type Accounts, accountOptions, accountsOf, sessionCookie } from './data/accounts.ts'
export { type Contact, contactsAbout } from './data/contacts.queries.ts'
export { lockPerson, networksLeftAlone } from './data/erasure.store.ts'
export {
  mandateWords,
  organisationsNamed,
  ownSubjects,
  peopleNamed,
  peopleNames,
} from './data/journal-names.queries.ts'
export { listPeople } from './data/members.queries.ts'
export { listMemberships } from './data/memberships.queries.ts'
export {
  findNetwork,
  isHostOfNetwork,
  listNetworks,
  networkById,
  offeredTemplateIds,
} from './data/networks.store.ts'
export { headOf, listOrganisations } from './data/organisations.queries.ts'
export {
  addOrganisation,
  findOrganisation,
  type OrganisationFields,
  organisationNames,
  organisationWithin,
} from './data/organisations.store.ts'
export {
  accountWithin,
  emailsOf,
  findPerson,
  personWithin,
  privacyContact,
  standingsOf,
} from './data/people.queries.ts'
export { identityPersonalData } from './data/personal-data.ts'
export { type InactivePerson, identityRetention, inactivePeople, noteWarned } from './data/retention.ts'
export { openSession } from './data/sessions.store.ts'
export type { CapacityFlag, Flagged, Subject } from './domain/capacity.ts'
export type { Membership, MembershipId } from './domain/member.ts'
export { networkAddress } from './domain/network-address.ts'
export { ORGANISATION_KINDS, type Organisation } from './domain/organisation.ts'
export { sendInvitation, tellInvitationAnswer } from './jobs/invitation-jobs.ts'
export { tellMembershipEnd } from './jobs/member-jobs.ts'
export { sendLink } from './jobs/send-link.ts'
export { tellAccountChange } from './jobs/tell-account-change.ts'
export { tellFactorChange } from './jobs/tell-factor-change.ts'
export { tellNewDevice } from './jobs/tell-new-device.ts'
export { tellSupport } from './jobs/tell-support.ts'
export { identityRegister } from './privacy.ts'
export { type Capacity, type CapacityRef, capacitiesOf, capacityOf } from './use-cases/capacities.ts'
export { type FirstRun, openFirstRun } from './use-cases/first-run-key.ts'
export { inviteMember } from './use-cases/invite-member.ts'
export { type Twin, twinsOf } from './use-cases/organisation-twins.ts'
export { recordDelegation } from './use-cases/record-delegation.ts'
export { recordMandate } from './use-cases/record-mandate.ts'
export type { FirstStep } from './web/first-step.ts'
export { installationRoutes } from './web/installation.routes.ts'
export { daysOf, flagSentence, momentTag } from './web/mandate-wording.ts'
export { whoAndWhere } from './web/middleware.ts'
export { identityNavigation } from './web/navigation.ts'
export { firstRunPath } from './web/network-paths.ts'
export { siretField } from './web/organisation.form.ts'
export type { OrganisationPanel } from './web/organisation-panel.ts'
export { paths as organisationPaths } from './web/organisation-paths.ts'
export { organisationRoutes } from './web/organisation-routes.ts'
export { kindNames, oneLine } from './web/organisation-wording.ts'
export { TwinChoice } from './web/pages/organisation-fields.tsx'
export { identityRoutes } from './web/routes.tsx'
