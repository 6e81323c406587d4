import { sql } from 'kysely'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'

/** The public half of an Ed25519 key, as a JWK. */
export interface PublicKey {
  kty: 'OKP'
  crv: 'Ed25519'
  x: string
}

export interface NetworkKey {
  publicKey: PublicKey
  fingerprint: string
  sealedPrivateKey: string
}

export async function findNetworkKey(db: Database, network: NetworkId): Promise<NetworkKey | null> {
  const row = await db
    .selectFrom('federation.network_key')
    .select([
      sql<PublicKey>`public_key`.as('publicKey'),
      'fingerprint',
      'sealed_private_key as sealedPrivateKey',
    ])
    .where('network_id', '=', network)
    .executeTakeFirst()
  return row ?? null
}

/** Two who make it at once have the first one's. */
export async function addNetworkKey(
  tx: Database,
  network: NetworkId,
  { publicKey, fingerprint, sealedPrivateKey }: NetworkKey,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('federation.network_key')
    .values({
      ...{ network_id: network, public_key: JSON.stringify(publicKey), fingerprint, made_at: at },
      sealed_private_key: sealedPrivateKey,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The key of a network of this installation. */
export async function keyWithFingerprint(db: Database, fingerprint: string): Promise<PublicKey | null> {
  const row = await db
    .selectFrom('federation.network_key')
    .select(sql<PublicKey>`public_key`.as('publicKey'))
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return row?.publicKey ?? null
}
