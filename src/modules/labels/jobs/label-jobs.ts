import type { Job } from '../../../platform/jobs/jobs.ts'
import { acknowledgeApplication } from './acknowledge-application.ts'
import { followLabels } from './follow-labels.ts'
import { keepBadges } from './keep-badges.ts'
import { tellLabelFollowers } from './label-moved.ts'
import { tellDecisionStep } from './tell-decision-step.ts'
import { tellInstructionJob } from './tell-instruction.ts'
import { tellList } from './tell-list.ts'
import { watchInstruction } from './watch-instruction.ts'
import { writeDecisionLetter } from './write-decision-letter.ts'

/** Every queue of the labels, a line each. */
export const labelJobs: readonly Job<never>[] = [
  writeDecisionLetter,
  tellDecisionStep,
  acknowledgeApplication,
  followLabels,
  keepBadges,
  tellLabelFollowers,
  tellList,
  tellInstructionJob,
  watchInstruction,
]
