import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Database } from '../../../platform/db/database.ts'
import { keyWithFingerprint, type PublicKey } from '../data/keys.store.ts'
import { keepPublicKey, publicKeyOf } from '../data/peers.store.ts'
import type { Peer, PeerProblem } from '../domain/peer.ts'
import { keySchema } from '../domain/record.schema.ts'
import type { AskPeer } from './ask-peer.ts'
import { fingerprintOf } from './own-key.ts'

/** The key of another network: asked once, believed only if it is the one whose fingerprint was declared. DIR-88. */
export async function keyOfPeer(
  db: Database,
  ask: AskPeer,
  { id, address, fingerprint }: Pick<Peer, 'id' | 'address' | 'fingerprint'>,
): Promise<PublicKey | Refusal<PeerProblem>> {
  // A fingerprint names one key, whoever presents it: a network of this installation need not be asked.
  const known = (await publicKeyOf(db, id)) ?? (await keyWithFingerprint(db, fingerprint))
  if (known) return known
  const answer = await ask({ address: `${address}/api/v1/federation/key`, token: null, body: null })
  if ('refused' in answer) return answer
  const read = answer.status === 200 ? keySchema.safeParse(jsonIn(answer.text)) : null
  if (!read?.success) return refuse('not-understood')
  if ((await fingerprintOf(read.data.publicKey)) !== fingerprint) return refuse('wrong-fingerprint')
  await keepPublicKey(db, id, read.data.publicKey)
  return read.data.publicKey
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
