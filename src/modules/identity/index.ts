/**
 * Who: networks, organisations, people, memberships and sessions.
 * Other modules ask for organisations here; `whoAndWhere` gives each request its network and its actor.
 */

import { sendInvitation, tellInvitationAnswer } from './jobs/invitation-jobs.ts'
import { tellMembershipEnd } from './jobs/member-jobs.ts'
import { sendLink } from './jobs/send-link.ts'
import { tellAccountChange } from './jobs/tell-account-change.ts'
import { tellFactorChange } from './jobs/tell-factor-change.ts'
import { tellNewDevice } from './jobs/tell-new-device.ts'
import { tellSupport } from './jobs/tell-support.ts'

export { lockPerson, networksLeftAlone } from './data/erasure.store.ts'
export {
  mandateWords,
  organisationsNamed,
  ownSubjects,
  peopleNamed,
  peopleNames,
} from './data/journal-names.queries.ts'
export {
  type Acting,
  actingOn,
  type Contact,
  contactsAbout,
  facilitatorsOf,
} from './data/members/contacts.queries.ts'
export { listPeople } from './data/members/members.queries.ts'
export { listMemberships } from './data/members/memberships.queries.ts'
export {
  accountWithin,
  emailsOf,
  findPerson,
  personWithin,
  privacyContact,
  standingsOf,
} from './data/members/people.queries.ts'
export { findLogo, findSettings } from './data/networks/network-settings.store.ts'
export {
  findNetwork,
  isHostOfNetwork,
  listNetworks,
  networkById,
  offeredTemplateIds,
} from './data/networks/networks.store.ts'
export {
  type OrganisationProfile,
  organisationProfiles,
} from './data/organisations/organisation-profiles.queries.ts'
export { headOf, listOrganisations } from './data/organisations/organisations.queries.ts'
export {
  addOrganisation,
  findOrganisation,
  type OrganisationFields,
  organisationNames,
  organisationsCalled,
  organisationWithin,
} from './data/organisations/organisations.store.ts'
export { identityPersonalData } from './data/personal-data.ts'
export { type InactivePerson, identityRetention, inactivePeople, noteWarned } from './data/retention.ts'
export { type Accounts, accountOptions, accountsOf, sessionCookie } from './data/sign-in/accounts.ts'
export { qualitiesOf } from './data/sign-in/actor.queries.ts'
export { openSession } from './data/sign-in/sessions.store.ts'
export type { Membership, MembershipId } from './domain/members/member.ts'
export { networkAddress } from './domain/networks/network-address.ts'
export type { CapacityFlag, Flagged, Subject } from './domain/organisations/capacity.ts'
export { ORGANISATION_KINDS, type Organisation } from './domain/organisations/organisation.ts'
export { identityActions } from './journal.ts'
export { identityRegister } from './privacy.ts'
export { inviteMember } from './use-cases/members/invite-member.ts'
export { type FirstRun, openFirstRun } from './use-cases/networks/first-run-key.ts'
export { answerPlacementRequest, askPlacement } from './use-cases/networks/place-network.ts'
export {
  type Capacity,
  type CapacityRef,
  capacitiesOf,
  capacityOf,
} from './use-cases/organisations/capacities.ts'
export { mergeOrganisations } from './use-cases/organisations/merge-organisations.ts'
export { type Twin, twinsOf } from './use-cases/organisations/organisation-twins.ts'
export { recordDelegation } from './use-cases/organisations/record-delegation.ts'
export { recordMandate } from './use-cases/organisations/record-mandate.ts'
export { whoAndWhere } from './web/middleware.ts'
export { identityNavigation } from './web/navigation.ts'
export type { FirstStep } from './web/networks/first-step.ts'
export { installationRoutes } from './web/networks/installation.routes.ts'
export { firstRunPath } from './web/networks/network-paths.ts'
export { daysOf, flagSentence, momentTag } from './web/organisations/mandate-wording.ts'
export { siretField } from './web/organisations/organisation.form.ts'
export type { OrganisationPanel } from './web/organisations/organisation-panel.ts'
export { paths as organisationPaths } from './web/organisations/organisation-paths.ts'
export { organisationRoutes } from './web/organisations/organisation-routes.ts'
export { kindNames, oneLine } from './web/organisations/organisation-wording.ts'
export { TwinChoice } from './web/organisations/pages/organisation-fields.tsx'
export { identityRoutes } from './web/routes.tsx'

/** Mails to people about their account, their memberships and whoever helps them. */
export const identityJobs = [
  sendInvitation,
  sendLink,
  tellAccountChange,
  tellFactorChange,
  tellInvitationAnswer,
  tellMembershipEnd,
  tellNewDevice,
  tellSupport,
]
