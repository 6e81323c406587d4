import type { Job } from '../../../platform/jobs/jobs.ts'
import type { AwardId } from '../data/awards/awards.store.ts'
import type { AppealId } from '../data/decisions/appeals.store.ts'
import type { DecisionId } from '../data/decisions/decisions.store.ts'

/** The letter of a decision, then the mail which says that it is there. Nothing while its campaign is under embargo. */
export const decisionLetterQueue: Pick<Job<{ decision: DecisionId }>, 'name'> = {
  name: 'labels/write-decision-letter',
}

/** What is asked of a holder, or answered, around a decision. */
export type DecisionStep =
  | { readonly kind: 'hearing-asked' | 'hearing-answered'; readonly award: AwardId }
  | {
      readonly kind: 'appeal-filed' | 'appeal-moved'
      readonly appeal: AppealId
      readonly decision: DecisionId
    }

export const decisionStepQueue: Pick<Job<DecisionStep>, 'name'> = { name: 'labels/tell-decision-step' }
