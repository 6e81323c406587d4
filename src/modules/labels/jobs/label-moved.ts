import type { Job } from '../../../platform/jobs/jobs.ts'
import type { AwardId } from '../data/awards/awards.store.ts'
import { labelMovedQueue } from '../use-cases/proof/follow-award.ts'
import { type LabelFollower, labelFollowers } from './label-followers.ts'

/** One job per course of a label: what follows it is tried again without its letters being written twice. LAB-35. */
export function labelMoved(followers: readonly LabelFollower[]): Job<{ award: AwardId; seq: number }> {
  return {
    ...labelMovedQueue,
    async work(services, moved) {
      for (const follow of followers) await follow(services, moved)
    },
  }
}

export const tellLabelFollowers = labelMoved(labelFollowers)
