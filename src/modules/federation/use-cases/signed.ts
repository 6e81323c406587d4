import { type CryptoKey, compactVerify, FlattenedSign, flattenedVerify, importJWK, SignJWT } from 'jose'
import { type Instant, secondsBetween } from '../../../kernel/instant.ts'
import type { PublicKey } from '../data/keys.store.ts'

const EPOCH = '1970-01-01T00:00:00Z' as Instant
/** Clocks of two networks differ: a request says who asks, it is no password. */
const LASTS = 600
const TOLERANCE = 3600

/** Who asks, to whom: goes with each request, in `Maillage-Peer`. */
export function signRequest(
  key: CryptoKey,
  { from, to, now }: { from: string; to: string; now: Instant },
): Promise<string> {
  const seconds = secondsBetween(EPOCH, now)
  return new SignJWT({})
    .setProtectedHeader({ alg: 'Ed25519' })
    .setIssuer(from)
    .setAudience(to)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + LASTS)
    .sign(key)
}

/** The address that signed says it asks from: to be looked up before anything is believed. */
export function claimedAsker(token: string): string | null {
  try {
    const [, payload = ''] = token.split('.')
    const { iss } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { iss?: unknown }
    return typeof iss === 'string' ? iss : null
  } catch {
    return null
  }
}

export async function isSignedRequest(
  token: string,
  publicKey: PublicKey,
  { from, to, now }: { from: string; to: string; now: Instant },
): Promise<boolean> {
  try {
    const key = await importJWK({ ...publicKey }, 'Ed25519')
    const { payload } = await compactVerify(token, key, { algorithms: ['Ed25519'] })
    const { iss, aud, exp } = JSON.parse(Buffer.from(payload).toString()) as Record<string, unknown>
    const lasts = typeof exp === 'number' && exp + TOLERANCE >= secondsBetween(EPOCH, now)
    return iss === from && aud === to && lasts
  } catch {
    return false
  }
}

/** What a page of the feed answers to: a page of yesterday is not one of today. */
export interface PageContext {
  /** Who is answered. */
  reader: string
  /** After which change. */
  cursor: string
}

/** A signature that travels beside the page (RFC 7797): the page stays readable line by line. */
export async function signPage(
  key: CryptoKey,
  page: string,
  { reader, cursor }: PageContext,
): Promise<string> {
  const signed = await new FlattenedSign(Buffer.from(page))
    .setProtectedHeader({ alg: 'Ed25519', b64: false, crit: ['b64'], reader, cursor })
    .sign(key)
  return `${signed.protected}..${signed.signature}`
}

export async function isSignedPage(
  page: string,
  told: string,
  publicKey: PublicKey,
  { reader, cursor }: PageContext,
): Promise<boolean> {
  const [head = '', , signature = ''] = told.split('.')
  try {
    const { protectedHeader } = await flattenedVerify(
      { payload: Buffer.from(page), protected: head, signature },
      await importJWK({ ...publicKey }, 'Ed25519'),
      { algorithms: ['Ed25519'] },
    )
    return protectedHeader?.reader === reader && protectedHeader.cursor === cursor
  } catch {
    return false
  }
}
