import type { Instant } from '../../../../kernel/instant.ts'
import { type Reach, ROLES, type Role } from '../../../../platform/session/actor.ts'

/** How long the link of one mail opens. */
export const INVITATION_DAYS = 14
/** Beyond, the address is wrong or the person does not wish to come: a mail more would be pestering. */
export const MOST_RESENDINGS = 5

export type InvitationState = 'open' | 'expired' | 'accepted' | 'refused' | 'withdrawn'

export interface InvitationFacts {
  answer: Exclude<InvitationState, 'open' | 'expired'> | null
  expiresAt: Instant
}

/** Answered, or else open until its last instant. */
export function invitationState({ answer, expiresAt }: InvitationFacts, now: Instant): InvitationState {
  return answer ?? (Date.parse(expiresAt) > Date.parse(now) ? 'open' : 'expired')
}

const PARTNER_ROLES: readonly Role[] = ['partner', 'facilitator']

/** The roles one may give, and take back: the head all of them, a partner those of its own people. */
export function rolesInGiftOf(reach: Reach): readonly Role[] {
  if (reach.kind === 'all') return ROLES
  return reach.kind === 'these' && reach.organisations.length > 0 ? PARTNER_ROLES : []
}
