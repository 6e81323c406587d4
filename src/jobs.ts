import { agreementJobs } from './modules/agreements/index.ts'
import { forgetEndedSessions } from './modules/identity/index.ts'
import { importJobs } from './modules/places/index.ts'
import { forgetRateWindows } from './platform/http/rate-limit.ts'
import type { Job } from './platform/jobs/jobs.ts'
import { sendMail } from './platform/mail/mail.ts'

/** Every queue of the product. */
export const allJobs: readonly Job<never>[] = [
  sendMail,
  forgetRateWindows,
  forgetEndedSessions,
  ...importJobs,
  ...agreementJobs,
]
