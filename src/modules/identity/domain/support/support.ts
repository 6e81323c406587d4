import type { Id } from '../../../../kernel/id.ts'
import { type Instant, laterBy } from '../../../../kernel/instant.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { PersonId, Role } from '../../../../platform/session/actor.ts'
import type { Membership } from '../members/member.ts'

/** Who may look, or act, in somebody's place; without this role an open visit ends. */
export const SUPPORT_ROLE: Role = 'officer'

/** Those who answer for the network let nobody in without having said so. */
const NEVER_WITHOUT_CONSENT: readonly Role[] = ['officer', 'data_protection_officer', 'auditor']

const VISIT_SECONDS = 3600

/** A person lets support in, in one network, for a while. */
export interface SupportConsent {
  id: Id<'support-consent'>
  mayWrite: boolean
  givenAt: Instant
  untilAt: Instant
}

export interface SupportAsked {
  reason: string
  /** To act too, not only to look. */
  write: boolean
}

/** What a visit may be, once granted. */
export interface SupportGrant extends SupportAsked {
  consentId: Id<'support-consent'> | null
  endsAt: Instant
}

/** Why nothing can be asked at all. */
export type SupportBarrier = 'your-own' | 'already-in-place' | 'consent-needed'
export type SupportRefusal = SupportBarrier | 'reason-needed' | 'writing-not-agreed'

export interface SupportCase {
  visitor: { personId: PersonId; isInPlace: boolean }
  target: Pick<Membership, 'personId' | 'role'>
  consent: SupportConsent | null
}

export function supportBarrier({ visitor, target, consent }: SupportCase): SupportBarrier | null {
  if (visitor.isInPlace) return 'already-in-place'
  if (visitor.personId === target.personId) return 'your-own'
  return !consent && NEVER_WITHOUT_CONSENT.includes(target.role) ? 'consent-needed' : null
}

/** An hour at most, and never beyond the consent it rests on; without one, a reason is owed and nothing is written. */
export function grantSupport(
  about: SupportCase,
  { reason, write }: SupportAsked,
  now: Instant,
): SupportGrant | Refusal<SupportRefusal> {
  const barrier = supportBarrier(about)
  if (barrier) return refuse(barrier)
  const { consent } = about
  if (!consent && reason === '') return refuse('reason-needed')
  if (write && !consent?.mayWrite) return refuse('writing-not-agreed')
  const anHour = laterBy(now, VISIT_SECONDS)
  const endsAt = consent && consent.untilAt < anHour ? consent.untilAt : anHour
  return { reason, write, consentId: consent?.id ?? null, endsAt }
}
