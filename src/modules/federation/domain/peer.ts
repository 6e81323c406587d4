import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'

export type PeerId = Id<'peer'>

/** A `source` is another network whose places we read; a `reader` reads ours. */
export type Direction = 'source' | 'reader'

export interface Peer {
  id: PeerId
  networkId: NetworkId
  direction: Direction
  name: string
  /** Where it answers, without a final slash. */
  address: string
  fingerprint: string
  /** Départements that a reader may read; none: all of them. */
  departments: readonly string[]
  declaredAt: Instant
  /** After which change to go on; null: from the beginning. */
  cursor: string | null
  triedAt: Instant | null
  answeredAt: Instant | null
  problem: PeerProblem | null
}

/** Why a source could not be read. */
export type PeerProblem =
  | 'no-answer'
  | 'address-not-public'
  | 'not-declared-there'
  | 'wrong-fingerprint'
  | 'bad-signature'
  | 'not-understood'

/** « example.fr/n/manche/ » → « https://example.fr/n/manche »; null: no address. */
export function peerAddress(typed: string): string | null {
  const text = typed.trim()
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`)
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.username ||
    url.password ||
    url.search ||
    url.hash ||
    !url.hostname
  )
    return null
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

/** Lower case letters and digits of base64url, 43 of them; spaces of a reading aloud are put aside. */
export function fingerprintIn(typed: string): string | null {
  const text = typed.replace(/\s/g, '')
  return /^[\w-]{43}$/.test(text) ? text : null
}

/** In groups of six, to be read aloud. */
export function spacedFingerprint(fingerprint: string): string {
  return fingerprint.match(/.{1,6}/g)?.join(' ') ?? ''
}
