import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Services } from '../../../../platform/services.ts'
import type { Member, NetworkId } from '../../../../platform/session/actor.ts'
import { keyOfDigest, noteKeyUse } from '../../data/api-keys/api-keys.store.ts'
import { standingUnder } from '../../data/sign-in/actor.queries.ts'
import { type KeyProblem, opens } from '../../domain/api-key.ts'
import { digestOfKey } from './own-api-keys.ts'

/**
 * Whoever this key acts as, with the rights they hold today: a membership that ended takes its keys along, and a key of
 * another network opens nothing here. EQP-1405.
 */
export async function bearerOf(
  { db, clock, config }: Pick<Services, 'db' | 'clock' | 'config'>,
  network: NetworkId,
  { secret, method }: { secret: string; method: string },
): Promise<Member | Refusal<KeyProblem>> {
  const key = await keyOfDigest(db, digestOfKey(config, secret), clock.now())
  const standing = key && (await standingUnder(db, network, key.membershipId, clock.today()))
  if (!standing) return refuse('key_invalid')
  if (!opens(key.scopes, method)) return refuse('scope_missing')
  await noteKeyUse(db, key, clock.now())
  const { personId, name } = key
  // A key is no session: nothing that ends or strengthens one is reached by the API.
  const sessionId = key.id as unknown as Member['sessionId']
  return { kind: 'member', personId, name, sessionId, ...standing, impersonator: null }
}
