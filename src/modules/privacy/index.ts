/**
 * What may be kept about people, for how long, and what they may ask. Each module says what it knows in a register,
 * a reader of personal data and retention rules; `src/privacy-parts.ts` puts them together.
 */

import type { PersonalData } from '../../platform/privacy/personal-data.ts'
import { ownRetention } from './data/retention.ts'
import { inactiveAccounts } from './jobs/inactive-accounts.ts'
import { remindAboutRequests } from './jobs/remind-about-requests.ts'
import { tellAboutRequest } from './jobs/tell-about-request.ts'

export { choicesOf } from './data/consents.store.ts'
export { privacyPersonalData } from './data/personal-data.ts'
export { type ShownFields, shownFields } from './data/shown.queries.ts'
export {
  ACCOUNT_FIELDS,
  type AccountField,
  AUDIENCES,
  type Audience,
  type Choices,
  CONSENT_FIELDS,
  type ConsentField,
  FACILITATOR_FIELDS,
} from './domain/consent.ts'
export { applyRetention } from './jobs/apply-retention.ts'
export { privacyActions } from './journal.ts'
export { privacyRegister } from './privacy.ts'
export { changeConsents } from './use-cases/change-consents.ts'
export { fileRequest } from './use-cases/file-request.ts'
export { privacyEvidence } from './use-cases/privacy-evidence.ts'
export { privacyNavigation } from './web/navigation.ts'
export type { PrivacyParts } from './web/parts.ts'
export { privacyRoutes } from './web/routes.tsx'
export { audienceNames, consentLegend, consentWording } from './web/wording.ts'

export const privacyJobs = [tellAboutRequest, remindAboutRequests]

/** Its own rules, and the erasure of unused accounts, which asks every module. */
export function privacyRetention(providers: readonly PersonalData[]) {
  return [...ownRetention, inactiveAccounts(providers)]
}
