import type { Day } from '../../../../kernel/day.ts'
import type { Criterion, SchemeContent } from '../schemes/scheme.ts'
import { asked, verdictOf } from './answers.ts'
import type { Written } from './completion.ts'

/** What stands between a file and its label, told before it is sent. LAB-8. */
export type Obstacle =
  | { readonly kind: 'no_agreement'; readonly isBlocking: boolean }
  | { readonly kind: 'not_open_yet'; readonly on: Day; readonly isBlocking: true }
  | { readonly kind: 'closed'; readonly on: Day; readonly isBlocking: true }
  | { readonly kind: 'borne_already'; readonly isBlocking: false }
  | { readonly kind: 'other_version'; readonly isBlocking: true }
  | { readonly kind: 'not_met'; readonly criterion: Criterion; readonly isBlocking: boolean }

/** The days a campaign takes files, both included. */
export interface Campaign {
  readonly opensOn: Day
  readonly closesOn: Day
}

export interface Situation {
  readonly campaign: Campaign | null
  /** An agreement in force covers the holder, among those that carry this label. */
  readonly hasAgreement: boolean
  /** The holder bears the label, and not yet in its time of renewal. */
  readonly isBorne: boolean
  /** Other specifications have come into force since the draft was opened. */
  readonly isBehind: boolean
}

/**
 * Obstacles that block, then those a reason may pass over. A label carried by its agreement is nothing without one; a
 * graded label has no criterion to fail but the eliminatory ones.
 */
export function obstaclesOf(
  scheme: SchemeContent,
  written: Written,
  situation: Situation,
  today: Day,
): Obstacle[] {
  const found: Obstacle[] = [
    ...ofCampaign(situation.campaign, today),
    ...(situation.isBehind ? [{ kind: 'other_version' as const, isBlocking: true as const }] : []),
    ...(scheme.agreement && !situation.hasAgreement
      ? [{ kind: 'no_agreement' as const, isBlocking: scheme.validity.kind === 'agreement' }]
      : []),
    ...(situation.isBorne ? [{ kind: 'borne_already' as const, isBlocking: false as const }] : []),
    ...asked(scheme.criteria, written.answers)
      .filter((one) => verdictOf(one, written.answers, written.held, today) === 'not_met')
      .filter(({ isEliminatory }) => isEliminatory || scheme.grading.kind === 'binary')
      .map((criterion) => ({ kind: 'not_met' as const, criterion, isBlocking: criterion.isEliminatory })),
  ]
  return [...found.filter(({ isBlocking }) => isBlocking), ...found.filter(({ isBlocking }) => !isBlocking)]
}

/** A campaign takes files until the last second of its closing day, in the network's zone. LAB-22, LAB-71. */
function ofCampaign(campaign: Campaign | null, today: Day): Obstacle[] {
  if (!campaign) return []
  if (today < campaign.opensOn) return [{ kind: 'not_open_yet', on: campaign.opensOn, isBlocking: true }]
  return today > campaign.closesOn ? [{ kind: 'closed', on: campaign.closesOn, isBlocking: true }] : []
}
