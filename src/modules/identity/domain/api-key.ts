import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'

export type ApiKeyId = Id<'api-key'>

/** What a key opens: reading what its member reads, doing what they may do. */
export const SCOPES = ['read', 'write'] as const
export type Scope = (typeof SCOPES)[number]

/** A key lives a year at most: whoever still needs it makes another. */
export const LIFE_DAYS = [30, 90, 365] as const

/** One of a person's own keys, as they follow it. The key itself is kept nowhere. */
export interface ApiKey {
  readonly id: ApiKeyId
  readonly name: string
  readonly scopes: readonly Scope[]
  /** For whom it acts. */
  readonly organisation: string
  readonly createdAt: Instant
  readonly expiresAt: Instant
  /** To the hour. */
  readonly lastUsedAt: Instant | null
}

/** Why an answer of the API does not come, before any question of rights. */
export type KeyProblem = 'key_invalid' | 'scope_missing'

/** Does the key open a request of that method? */
export function opens(scopes: readonly Scope[], method: string): boolean {
  const asked: Scope = method === 'GET' || method === 'HEAD' ? 'read' : 'write'
  return scopes.includes(asked)
}
