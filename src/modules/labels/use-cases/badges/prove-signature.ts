import { compareInstants } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Config } from '../../../../platform/config.ts'
import { unknownContexts } from '../../../../platform/credentials/credential.schema.ts'
import { type ProofRefusal, proofOf, verifyInside } from '../../../../platform/credentials/embedded-proof.ts'
import {
  type JwtRefusal,
  jwtHeader,
  unprovedPayload,
  verifyJwt,
} from '../../../../platform/credentials/jwt-credential.ts'
import type { FoundBadge } from '../../../../platform/credentials/read-badge.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { FetchPublic } from '../../../../platform/fetch-public.ts'
import { type Badge, findBadge } from '../../data/badges/badges.store.ts'
import { badgeNamed } from '../../domain/badges/badge-addresses.ts'
import {
  type OwnKey,
  ownKeyAt,
  provingKeyElsewhere,
  provingKeyOf,
  publicJwkElsewhere,
} from './proving-keys.ts'
import type { SignatureLine } from './verification.ts'

export interface Reader {
  readonly db: Database
  readonly config: Pick<Config, 'baseUrl'>
  readonly fetch: FetchPublic
}

export interface Proved {
  readonly signature: SignatureLine
  /** What it says: believed only when it is signed. */
  readonly credential: Record<string, unknown>
  /** Signed with a key of ours. */
  readonly own: OwnKey | null
  /** As we issued it; null when we did not. */
  readonly badge: Badge | null
}

const WORD: Readonly<Record<JwtRefusal | ProofRefusal, SignatureLine>> = {
  'jwt-header': 'header-refused',
  'jwt-signature': 'altered',
  'jwt-claims': 'claims-differ',
  'jwt-key': 'key-not-found',
  'proof-shape': 'proof-missing',
  'proof-signature': 'altered',
  'proof-too-large': 'not-checkable',
}

/** Who signed it, and is it whole? A key counts only when its issuer says it is one of its own. */
export async function proveSignature(reader: Reader, found: FoundBadge): Promise<Proved> {
  const proved =
    found.kind === 'jwt' ? await provedJwt(reader, found.jwt) : await provedDocument(reader, found.document)
  if (proved.signature !== 'signed' || !proved.own) return { ...proved, badge: null }
  const id = badgeNamed(String(proved.credential.id))
  const badge = id && (await findBadge(reader.db, id))
  const known = badge && badge.networkId === proved.own.network.id ? badge : null
  const isOurs = known !== null && isAsIssued(known, found)
  return {
    ...proved,
    badge: known,
    signature: isTainted(proved.own, isOurs ? known : null) ? 'key-compromised' : 'signed',
  }
}

async function provedJwt({ db, config, fetch }: Reader, jwt: string): Promise<Omit<Proved, 'badge'>> {
  const credential = unprovedPayload(jwt) ?? {}
  const told = (signature: SignatureLine, own: OwnKey | null = null) => ({ signature, credential, own })
  const header = jwtHeader(jwt)
  if (isRefusal(header)) return told('header-refused')
  const issuer = issuerOf(credential)
  const own = header.kid ? await ownKeyAt(db, config, header.kid) : null
  if (own && (own.issuer !== issuer || own.key.kind !== 'rsa')) return told('key-not-of-issuer')
  const jwk =
    own?.key.publicJwk ??
    (header.kid ? await publicJwkElsewhere(fetch, header.kid, issuer) : (header.jwk ?? null))
  if (jwk === 'not-of-issuer') return told('key-not-of-issuer')
  if (!jwk) return told('key-not-found')
  const verified = await verifyJwt(jwt, jwk)
  if ('refused' in verified) return told(WORD[verified.refused])
  return { signature: header.jwk ? 'key-not-of-issuer' : 'signed', credential: verified.credential, own }
}

async function provedDocument(
  { db, config, fetch }: Reader,
  credential: Record<string, unknown>,
): Promise<Omit<Proved, 'badge'>> {
  const told = (signature: SignatureLine, own: OwnKey | null = null) => ({ signature, credential, own })
  if (unknownContexts(credential).length > 0) return told('not-checkable')
  const proof = proofOf(credential)
  if (isRefusal(proof)) return told('proof-missing')
  const issuer = issuerOf(credential)
  const own = await ownKeyAt(db, config, proof.verificationMethod)
  if (own && (own.issuer !== issuer || own.key.kind !== 'ed25519')) return told('key-not-of-issuer')
  const key = own
    ? await provingKeyOf(own, proof.verificationMethod)
    : await provingKeyElsewhere(fetch, proof.verificationMethod, issuer)
  if (!key) return told('key-not-found')
  const verified = await verifyInside(credential, key)
  return verified === true ? told('signed', own) : told(WORD[verified.refused])
}

/** A key that others may hold proves only what we know to have signed before. A date inside the badge proves nothing. LAB-48. */
function isTainted({ key: { compromisedFrom } }: OwnKey, issued: Badge | null): boolean {
  return (
    compromisedFrom !== null && (issued === null || compareInstants(issued.issuedAt, compromisedFrom) >= 0)
  )
}

/** The very one we issued: two contents never bear one signature. */
function isAsIssued(badge: Badge, found: FoundBadge): boolean {
  if (found.kind === 'jwt') return badge.jwt === found.jwt
  return proofValueOf(JSON.parse(badge.json)) === proofValueOf(found.document)
}

function proofValueOf(document: Record<string, unknown>): string | null {
  const proof = proofOf(document)
  return isRefusal(proof) ? null : proof.proofValue
}

export function issuerOf({ issuer }: Record<string, unknown>): string {
  const id = typeof issuer === 'object' && issuer !== null && 'id' in issuer ? issuer.id : issuer
  return typeof id === 'string' ? id : ''
}
