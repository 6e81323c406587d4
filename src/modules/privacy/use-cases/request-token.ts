import type { Config } from '../../../platform/config.ts'
import { keyedDigest } from '../../../platform/keyed-digest.ts'
import type { RequestId } from '../domain/request.ts'

type Key = Pick<Config, 'secret'>

/** What the link of a request ends with. Made again for each mail, from a key that no table holds. */
export function requestToken(config: Key, id: RequestId): string {
  return keyedDigest(config, 'privacy-request', id)
}

/** What the table keeps of it: it opens nothing. */
export function tokenDigest(config: Key, token: string): string {
  return keyedDigest(config, 'privacy-request-token', token)
}
