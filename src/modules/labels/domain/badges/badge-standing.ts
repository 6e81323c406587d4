import { compareInstants, type Instant } from '../../../../kernel/instant.ts'
import type { Standing } from '../proof/course.ts'

/** A badge as it was issued. */
export interface IssuedBadge {
  readonly level: number | null
  readonly validUntil: Instant | null
  readonly isRevoked: boolean
  /** One of its keys may have been used by somebody else since. */
  readonly hasCompromisedKey: boolean
}

/**
 * What its status says. A label withdrawn is revoked, for ever; one that is suspended, or over before the badge's own end,
 * is suspended until that end: an end is never told as a withdrawal. LAB-34, LAB-47.
 */
export function bitsOf(
  { isRevoked, validUntil }: Pick<IssuedBadge, 'isRevoked' | 'validUntil'>,
  status: Standing['status'],
  now: Instant,
): { revocation: boolean; suspension: boolean } {
  const isExpired = validUntil !== null && compareInstants(validUntil, now) < 0
  return {
    revocation: isRevoked || status === 'withdrawn',
    suspension: !isExpired && ['suspended', 'ended', 'not_yet'].includes(status),
  }
}

export type DueBadge =
  | { readonly due: 'nothing' }
  /** `replaces`: what the last one says is no longer so: it is revoked. */
  | { readonly due: 'badge'; readonly replaces: boolean }

/** Does a label borne today want a badge, until when, given the last it had? */
export function dueBadge(last: IssuedBadge | null, standing: Standing, validUntil: Instant | null): DueBadge {
  if (standing.status !== 'active') return { due: 'nothing' }
  if (!last || last.isRevoked) return { due: 'badge', replaces: false }
  if (last.level !== standing.level) return { due: 'badge', replaces: true }
  const lastsLonger =
    last.validUntil !== null && (validUntil === null || compareInstants(validUntil, last.validUntil) > 0)
  return lastsLonger || last.hasCompromisedKey ? { due: 'badge', replaces: false } : { due: 'nothing' }
}
