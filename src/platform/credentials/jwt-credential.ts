import { CompactSign, compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose'
import { z } from 'zod'
import { type Refusal, refuse } from '../../kernel/refusal.ts'

/** Smaller than that, a key of this kind is guessed. */
const SMALLEST_MODULUS = 256

export type JwtRefusal = 'jwt-header' | 'jwt-signature' | 'jwt-claims' | 'jwt-key'

const header = z
  .strictObject({
    alg: z.literal('RS256'),
    typ: z.literal('JWT'),
    kid: z.string().max(2000).optional(),
    jwk: z.strictObject({ kty: z.literal('RSA'), n: z.string(), e: z.string() }).optional(),
  })
  .refine(({ kid, jwk }) => (kid === undefined) !== (jwk === undefined))
export type JwtHeader = z.output<typeof header>

interface Signed {
  readonly id?: unknown
  readonly issuer?: unknown
  readonly validFrom?: unknown
  readonly validUntil?: unknown
  readonly credentialSubject?: unknown
}

/** The credential as a JWT: at the top of what is signed, with the claims that repeat it. LAB-45. */
export async function signJwt(
  credential: object,
  { kid, privateJwk }: { kid: string; privateJwk: JWK },
): Promise<string> {
  const payload = { ...credential, ...claimsOf(credential) }
  return new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
    .sign(await importJWK(privateJwk, 'RS256'))
}

/** What its header says, when it says nothing but what is awaited: one algorithm, and which key. */
export function jwtHeader(jwt: string): JwtHeader | Refusal<'jwt-header'> {
  try {
    const read = header.safeParse(decodeProtectedHeader(jwt))
    return read.success ? read.data : refuse('jwt-header')
  } catch {
    return refuse('jwt-header')
  }
}

/** The credential it carries, read but not proved: for showing what was found. */
export function unprovedPayload(jwt: string): Record<string, unknown> | null {
  try {
    return withoutClaims(JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString('utf8')))
  } catch {
    return null
  }
}

/** The credential it carries, once `publicJwk` has proved every byte of it. */
export async function verifyJwt(
  jwt: string,
  publicJwk: JWK,
): Promise<{ credential: Record<string, unknown> } | Refusal<JwtRefusal>> {
  const read = jwtHeader(jwt)
  if ('refused' in read) return read
  const { kty, n, e } = publicJwk
  if (kty !== 'RSA' || !n || !e || Buffer.from(n, 'base64url').length < SMALLEST_MODULUS)
    return refuse('jwt-key')
  try {
    const { payload } = await compactVerify(jwt, await importJWK({ kty, n, e }, 'RS256'), {
      algorithms: ['RS256'],
    })
    const told: unknown = JSON.parse(Buffer.from(payload).toString('utf8'))
    return repeatsItself(told) ? { credential: withoutClaims(told) } : refuse('jwt-claims')
  } catch {
    return refuse('jwt-signature')
  }
}

function claimsOf({ id, issuer, validFrom, validUntil, credentialSubject }: Signed) {
  return {
    iss: idOf(issuer),
    jti: id,
    nbf: secondsOf(validFrom),
    sub: idOf(credentialSubject),
    ...(validUntil !== undefined && { exp: secondsOf(validUntil) }),
  }
}

/** Claims that tell another story than the credential beside them would be believed by somebody. */
function repeatsItself(told: unknown): told is Record<string, unknown> {
  if (typeof told !== 'object' || told === null || Array.isArray(told) || 'vc' in told) return false
  const said = told as Record<string, unknown>
  const awaited: Record<string, unknown> = claimsOf(said)
  return ['iss', 'jti', 'nbf', 'sub', 'exp'].every((claim) => said[claim] === awaited[claim])
}

function withoutClaims(told: Record<string, unknown>): Record<string, unknown> {
  const { iss: _iss, jti: _jti, nbf: _nbf, sub: _sub, exp: _exp, ...credential } = told
  return credential
}

function idOf(node: unknown): unknown {
  return typeof node === 'object' && node !== null && 'id' in node ? node.id : node
}

function secondsOf(instant: unknown): number | undefined {
  return typeof instant === 'string' ? Math.floor(Date.parse(instant) / 1000) : undefined
}
