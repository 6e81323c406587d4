import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose'
import type { Instant } from '../../../kernel/instant.ts'
import type { Config } from '../../../platform/config.ts'
import type { Database } from '../../../platform/db/database.ts'
import { openText, sealText } from '../../../platform/sealed-text.ts'
import type { NetworkId } from '../../../platform/session/actor.ts'
import { addNetworkKey, findNetworkKey, type NetworkKey, type PublicKey } from '../data/keys.store.ts'

/** The key of a network, made at its first use. */
export async function networkKey(
  db: Database,
  config: Pick<Config, 'secret'>,
  network: NetworkId,
  now: Instant,
): Promise<NetworkKey> {
  const known = await findNetworkKey(db, network)
  if (known) return known
  const pair = await generateKeyPair('Ed25519', { extractable: true })
  const { x = '' } = await exportJWK(pair.publicKey)
  const publicKey: PublicKey = { kty: 'OKP', crv: 'Ed25519', x }
  await addNetworkKey(
    db,
    network,
    {
      publicKey,
      fingerprint: await fingerprintOf(publicKey),
      sealedPrivateKey: sealText(
        config,
        purposeOf(network),
        JSON.stringify(await exportJWK(pair.privateKey)),
      ),
    },
    now,
  )
  return (await findNetworkKey(db, network)) as NetworkKey
}

/** RFC 7638: what the head of one network reads to the other. */
export function fingerprintOf(publicKey: PublicKey): Promise<string> {
  return calculateJwkThumbprint({ ...publicKey }, 'sha256')
}

/** Ready to sign. Throws when the secret of the installation changed since: a new key is then to be declared. */
export async function openOwnKey(
  config: Pick<Config, 'secret'>,
  network: NetworkId,
  { sealedPrivateKey }: NetworkKey,
): Promise<CryptoKey> {
  const text = openText(config, purposeOf(network), sealedPrivateKey)
  if (!text) throw new Error('the key of the federation does not open under this secret')
  return (await importJWK(JSON.parse(text), 'Ed25519')) as CryptoKey
}

function purposeOf(network: NetworkId): string {
  return `federation/network-key/${network}`
}
