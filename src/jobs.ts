import {
  agreementJobs,
  followEnd,
  keepersUnderAgreements,
  readAgainAboutPlace,
} from './modules/agreements/index.ts'
import { equipmentJobs, recallUnder } from './modules/equipment/index.ts'
import { federationJobs } from './modules/federation/index.ts'
import { identityJobs } from './modules/identity/index.ts'
import { followLabelsUnder, labelJobs } from './modules/labels/index.ts'
import {
  comparePlaces,
  freshnessJobs,
  importJobs,
  keepSemesterFigures,
  locateJob,
  openDataJobs,
  sheetJobs,
  workOutHoursAhead,
} from './modules/places/index.ts'
import { applyRetention, privacyJobs } from './modules/privacy/index.ts'
import { forgetRateWindows } from './platform/http/rate-limit.ts'
import type { Job } from './platform/jobs/jobs.ts'
import { logJournalSeal } from './platform/journal/seals.ts'
import { sendMail } from './platform/mail/mail.ts'
import { privacyParts } from './privacy-parts.ts'

/** Every queue of the product. */
export const allJobs: readonly Job<never>[] = [
  sendMail,
  forgetRateWindows,
  logJournalSeal,
  ...identityJobs,
  applyRetention(privacyParts.retentionRules),
  ...privacyJobs,
  ...importJobs,
  ...openDataJobs,
  ...sheetJobs,
  comparePlaces,
  keepSemesterFigures,
  workOutHoursAhead,
  ...freshnessJobs({ keepers: [keepersUnderAgreements], followers: [readAgainAboutPlace] }),
  ...agreementJobs,
  followEnd([recallUnder, followLabelsUnder]),
  ...equipmentJobs,
  ...labelJobs,
  locateJob,
  ...federationJobs,
]
