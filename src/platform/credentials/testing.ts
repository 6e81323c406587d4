import { createHash, createPublicKey, verify } from 'node:crypto'
import { decodeList } from '@digitalbazaar/vc-bitstring-status-list'
import jsonld from 'jsonld'
import { canonize } from 'rdf-canonize'
import { offlineLoader } from './contexts.ts'

/*
 * A verifier that shares no code with what signs: canonical N-Quads, two digests and Node's own Ed25519; plain RSA over the
 * bytes of a JWT; another library for the lists.
 */

export function jwtIsSigned(jwt: string, jwk: object): boolean {
  const [head = '', body = '', signature = ''] = jwt.split('.')
  const key = createPublicKey({ key: jwk as never, format: 'jwk' })
  return verify('sha256', Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))
}

export function partsOfJwt(jwt: string): {
  header: Record<string, unknown>
  payload: Record<string, unknown>
} {
  const [header = '', payload = ''] = jwt.split('.')
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  return { header: read(header), payload: read(payload) }
}

/** `key`: as its address gives it, in base 58 behind a `z`. */
export async function proofIsSigned(document: object, key: string): Promise<boolean> {
  const { proof, ...content } = document as { proof: Record<string, string>; '@context': unknown }
  const { proofValue = '', ...options } = proof
  try {
    const signed = Buffer.concat([
      await digestOf({ '@context': content['@context'], ...options }),
      await digestOf(content),
    ])
    // Two bytes say that it is an Ed25519 key.
    const x = base58(key.slice(1), 34).subarray(2).toString('base64url')
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return verify(null, signed, publicKey, base58(proofValue.slice(1), 64))
  } catch {
    return false
  }
}

export async function bitOf(encodedList: string, index: number): Promise<boolean> {
  return (await decodeList({ encodedList })).getStatus(index)
}

async function digestOf(one: object): Promise<Buffer> {
  const dataset = await jsonld.toRDF(one, {
    documentLoader: offlineLoader(),
    safe: true,
    rdfDirection: 'i18n-datatype',
    base: null,
  })
  const quads = await canonize(dataset, { algorithm: 'RDFC-1.0', format: 'application/n-quads' })
  return createHash('sha256').update(quads).digest()
}

function base58(text: string, bytes: number): Buffer {
  const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
  let value = 0n
  for (const letter of text) value = value * 58n + BigInt(letters.indexOf(letter))
  return Buffer.from(value.toString(16).padStart(bytes * 2, '0'), 'hex')
}
