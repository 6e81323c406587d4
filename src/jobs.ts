import { agreementJobs } from './modules/agreements/index.ts'
import type { Job } from './platform/jobs/jobs.ts'
import { sendMail } from './platform/mail/mail.ts'

/** Every queue of the product. */
export const allJobs: readonly Job<never>[] = [sendMail, ...agreementJobs]
