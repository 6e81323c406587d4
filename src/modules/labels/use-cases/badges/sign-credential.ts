import type { Instant } from '../../../../kernel/instant.ts'
import { proveInside } from '../../../../platform/credentials/embedded-proof.ts'
import { signJwt } from '../../../../platform/credentials/jwt-credential.ts'
import { badgeAddresses } from '../../domain/badges/badge-addresses.ts'
import type { OpenKeys } from './issuer-keys.ts'

/** One content signed in its two forms; `from`: where the network's pages begin. LAB-45, LAB-46. */
export async function signBoth(
  content: object,
  keys: OpenKeys,
  { from, at }: { from: string; at: Instant },
): Promise<{ jwt: string; json: string }> {
  return {
    jwt: await signJwt(content, {
      kid: badgeAddresses.key(from, keys.rsa.id),
      privateJwk: keys.rsa.privateJwk,
    }),
    json: await signInside(content, keys, { from, at }),
  }
}

/** The document with its proof, as text. */
export async function signInside(
  content: object,
  { ed25519 }: OpenKeys,
  { from, at }: { from: string; at: Instant },
): Promise<string> {
  const key = {
    id: badgeAddresses.key(from, ed25519.id),
    controller: badgeAddresses.issuer(from),
    privateJwk: ed25519.privateJwk,
  }
  return JSON.stringify(await proveInside(content, key, at))
}
