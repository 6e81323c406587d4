import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import type { JWK } from 'jose'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Config } from '../../../../platform/config.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { openText, sealText } from '../../../../platform/sealed-text.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import {
  addBadgeKey,
  type BadgeKeyId,
  type BadgeKeyKind,
  newBadgeKeyId,
  type PublicJwk,
  signingKeys,
} from '../../data/badges/badge-keys.store.ts'

/** A key ready to sign: held by the process for one signature, never written anywhere. */
export interface OpenKey {
  readonly id: BadgeKeyId
  readonly privateJwk: JWK
}

const KINDS: readonly BadgeKeyKind[] = ['rsa', 'ed25519']

export type OpenKeys = Readonly<Record<BadgeKeyKind, OpenKey>>

/** The secret of the installation changed since: the keys do not open any more, and are to be replaced. */
export class KeysDoNotOpen extends Error {}

/** The two keys a network signs its badges with, made at their first use. Throws `KeysDoNotOpen`. LAB-48. */
export async function openSigningKeys(
  tx: Database,
  config: Pick<Config, 'secret'>,
  network: NetworkId,
  now: Instant,
): Promise<OpenKeys> {
  const kept = await signingKeys(tx, network)
  const missing = KINDS.filter((kind) => !kept.some((key) => key.kind === kind))
  for (const kind of missing) await makeKey(tx, config, network, kind, now)
  const keys = missing.length > 0 ? await signingKeys(tx, network) : kept
  const open = (kind: BadgeKeyKind): OpenKey => {
    const key = keys.find((one) => one.kind === kind)
    const text = key && openText(config, purposeOf(key.id), key.sealedPrivate)
    if (!key || !text) throw new KeysDoNotOpen(`the ${kind} key of badges does not open`)
    return { id: key.id, privateJwk: JSON.parse(text) }
  }
  return { rsa: open('rsa'), ed25519: open('ed25519') }
}

async function makeKey(
  tx: Database,
  config: Pick<Config, 'secret'>,
  networkId: NetworkId,
  kind: BadgeKeyKind,
  madeAt: Instant,
): Promise<void> {
  const id = newBadgeKeyId()
  const { publicKey, privateKey } =
    kind === 'rsa'
      ? await promisify(generateKeyPair)('rsa', { modulusLength: 3072 })
      : await promisify(generateKeyPair)('ed25519')
  const sealedPrivate = sealText(config, purposeOf(id), JSON.stringify(privateKey.export({ format: 'jwk' })))
  const publicJwk = publicKey.export({ format: 'jwk' }) as PublicJwk
  await addBadgeKey(tx, { id, networkId, kind, publicJwk, madeAt, sealedPrivate })
}

function purposeOf(id: BadgeKeyId): string {
  return `labels/badge-key/${id}`
}
