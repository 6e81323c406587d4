import type { Job } from '../../../platform/jobs/jobs.ts'
import type { ApplicationId } from '../data/applications/applications.store.ts'

export const TOLD_KINDS = [
  'completion_asked',
  'completion_answered',
  'not_followed_up',
  'opinion_asked',
  'opinion_revoked',
  'opinion_given',
  'visit_proposed',
  'visit_confirmed',
  'visit_declined',
  'visit_cancelled',
  'visit_reported',
  'visit_replied',
] as const
export type ToldKind = (typeof TOLD_KINDS)[number]

/** What happened to a file, and to which of its requests, opinions or visits. */
export interface Told {
  readonly kind: ToldKind
  readonly application: ApplicationId
  readonly subject: string
}

/** The name of the queue, for those who enqueue: its work is in `tell-instruction.ts`. */
export const tellInstruction: Pick<Job<Told>, 'name'> = { name: 'labels/tell-instruction' }
