import type { Grading } from '../schemes/scheme.ts'
import type { AwardStatus } from './award.ts'

export const AWARD_DECISIONS = [
  'suspended',
  'lifted',
  'withdrawn',
  'ended',
  'restored',
  'level_changed',
] as const
export type AwardDecisionKind = (typeof AWARD_DECISIONS)[number]

const BY_STATUS: Readonly<Record<AwardStatus, readonly AwardDecisionKind[]>> = {
  not_yet: [],
  active: ['suspended', 'withdrawn', 'ended', 'level_changed'],
  suspended: ['lifted', 'withdrawn', 'ended'],
  ended: ['restored'],
  withdrawn: ['restored'],
}

/** What may be decided of a label that stands so. A suspension only where the rules provide for it. LAB-33, LAB-36, LAB-80. */
export function openAwardDecisions(
  status: AwardStatus,
  { maySuspend, grading }: { maySuspend: boolean; grading: Grading },
): AwardDecisionKind[] {
  return BY_STATUS[status].filter(
    (kind) => (kind !== 'suspended' || maySuspend) && (kind !== 'level_changed' || grading.kind === 'levels'),
  )
}

/** Whether its holder is heard before it is decided: what is held against them, and time to answer. */
export function needsHearing(kind: AwardDecisionKind): kind is 'suspended' | 'withdrawn' {
  return kind === 'suspended' || kind === 'withdrawn'
}
