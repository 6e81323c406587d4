import type { Job } from '../../../platform/jobs/jobs.ts'
import { forgetSessions } from '../data/sessions.store.ts'

/** Nightly: who was signed in, and when, is kept no longer than it serves. */
export const forgetEndedSessions: Job = {
  name: 'identity/forget-ended-sessions',
  schedule: '23 3 * * *',
  work: ({ db }) => forgetSessions(db),
}
