import { generateKeyPairSync } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { JWK } from 'jose'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { instant } from '../../kernel/instant.ts'
import { CREDENTIALS, OPEN_BADGES, offlineLoader } from './contexts.ts'
import { multibaseOf, proveInside, verifyInside } from './embedded-proof.ts'
import { signJwt, verifyJwt } from './jwt-credential.ts'
import { bakePng, unbakePng } from './png-badge.ts'
import { readBadge } from './read-badge.ts'
import { bitAt, encodedBits, LIST_LENGTH } from './status-list.ts'
import { bakeSvg, unbakeSvg } from './svg-badge.ts'
import { bitOf, jwtIsSigned, proofIsSigned } from './testing.ts'

const ISSUER = 'https://reseau.example/badges/emetteur'
const KEY = 'https://reseau.example/badges/cles/1'
const NOW = instant('2026-06-17T10:00:00Z')

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ed25519 = generateKeyPairSync('ed25519')
const [rsaPrivate, edPrivate] = [rsa, ed25519].map(
  ({ privateKey }) => privateKey.export({ format: 'jwk' }) as JWK,
)
const [rsaPublic, edPublic] = [rsa, ed25519].map(
  ({ publicKey }) => publicKey.export({ format: 'jwk' }) as JWK,
)

const badge = {
  '@context': [CREDENTIALS, OPEN_BADGES],
  id: 'https://reseau.example/badges/1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: ISSUER, type: ['Profile'], name: 'Région Estuaire' },
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: '2026-12-31T22:59:59Z',
  credentialSubject: {
    id: 'https://reseau.example/badges/titulaires/1',
    type: ['AchievementSubject'],
    achievement: {
      id: 'https://reseau.example/badges/labels/1',
      type: ['Achievement'],
      name: 'EPN Essai',
      description: 'Un lieu qui aide',
      criteria: { id: 'https://reseau.example/labels/epn' },
    },
  },
}

beforeEach(() => {
  vi.stubGlobal('fetch', () => {
    throw new Error('the network was asked')
  })
})
afterEach(() => vi.unstubAllGlobals())

describe('a credential signed as a JWT', () => {
  const signed = () => signJwt(badge, { kid: KEY, privateJwk: rsaPrivate as JWK })

  it('is verified by plain RSA over its bytes, and says only what is awaited (LAB-45)', async () => {
    const jwt = await signed()
    const [head = '', body = ''] = jwt.split('.')
    expect(jwtIsSigned(jwt, rsaPublic as JWK)).toBe(true)
    expect(JSON.parse(Buffer.from(head, 'base64url').toString())).toEqual({
      alg: 'RS256',
      typ: 'JWT',
      kid: KEY,
    })
    expect(JSON.parse(Buffer.from(body, 'base64url').toString())).toEqual({
      ...badge,
      iss: ISSUER,
      jti: badge.id,
      nbf: 1767225600,
      sub: badge.credentialSubject.id,
      exp: 1798757999,
    })
    expect(await verifyJwt(await signed(), rsaPublic as JWK)).toEqual({ credential: badge })
  })

  it('has no end of its own without the credential’s (LAB-45)', async () => {
    const { validUntil: _, ...endless } = badge
    const jwt = await signJwt(endless, { kid: KEY, privateJwk: rsaPrivate as JWK })
    expect(JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString())).not.toHaveProperty('exp')
  })

  it('is refused when a byte changed, in what is signed or in the signature (LAB-51, LAB-81)', async () => {
    const parts = (await signed()).split('.')
    for (const at of [1, 2]) {
      const tampered = parts.map((part, rank) => (rank === at ? flipped(part) : part)).join('.')
      expect(await verifyJwt(tampered, rsaPublic as JWK)).toMatchObject({ refused: 'jwt-signature' })
    }
  })

  it.each([
    ['another algorithm', { alg: 'none', typ: 'JWT', kid: KEY }],
    ['a symmetric one', { alg: 'HS256', typ: 'JWT', kid: KEY }],
    ['a private half', { alg: 'RS256', typ: 'JWT', jwk: { kty: 'RSA', n: 'x', e: 'AQAB', d: 'x' } }],
    ['two keys', { alg: 'RS256', typ: 'JWT', kid: KEY, jwk: { kty: 'RSA', n: 'x', e: 'AQAB' } }],
    ['another header', { alg: 'RS256', typ: 'JWT', kid: KEY, crit: ['exp'] }],
    ['an address of keys', { alg: 'RS256', typ: 'JWT', kid: KEY, jku: 'https://ailleurs.example' }],
  ])('is refused when its header says %s (LAB-45)', async (_what, header) => {
    const [, body, signature] = (await signed()).split('.')
    const head = Buffer.from(JSON.stringify(header)).toString('base64url')
    expect(await verifyJwt(`${head}.${body}.${signature}`, rsaPublic as JWK)).toMatchObject({
      refused: 'jwt-header',
    })
  })

  it('is refused when its claims tell another story than what is shown (LAB-45)', async () => {
    const { CompactSign, importJWK } = await import('jose')
    const lying = {
      ...badge,
      iss: 'https://ailleurs.example',
      jti: badge.id,
      nbf: 1767225600,
      sub: badge.credentialSubject.id,
    }
    const jwt = await new CompactSign(Buffer.from(JSON.stringify(lying)))
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: KEY })
      .sign(await importJWK(rsaPrivate as JWK, 'RS256'))
    expect(await verifyJwt(jwt, rsaPublic as JWK)).toMatchObject({ refused: 'jwt-claims' })
  })

  it('is refused under a key too short to resist', async () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({
      format: 'jwk',
    }) as JWK
    expect(await verifyJwt(await signed(), weak)).toMatchObject({ refused: 'jwt-key' })
  })
})

describe('a credential that carries its proof', () => {
  const proved = () => proveInside(badge, { id: KEY, controller: ISSUER, privateJwk: edPrivate as JWK }, NOW)
  const provingKey = async () => ({
    id: KEY,
    controller: ISSUER,
    publicKeyMultibase: await multibaseOf(edPublic as JWK),
  })

  it('is verified by plain Ed25519 over the two digests, and by the library, without network (LAB-46, LAB-51)', async () => {
    const document = await proved()
    expect(document.proof).toMatchObject({
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      proofPurpose: 'assertionMethod',
      verificationMethod: KEY,
    })
    expect(await proofIsSigned(document, await multibaseOf(edPublic as JWK))).toBe(true)
    expect(await verifyInside(document, await provingKey())).toBe(true)
  })

  it('is refused when a word changed in what is shown or in the proof (LAB-51, LAB-81)', async () => {
    const document = await proved()
    const key = await provingKey()
    const { proof } = document as { proof: { proofValue: string; created: string } }
    const value = `${proof.proofValue.slice(0, -1)}${proof.proofValue.endsWith('1') ? '2' : '1'}`
    for (const tampered of [
      { ...document, validFrom: '2025-01-01T00:00:00Z' },
      { ...document, issuer: { ...badge.issuer, name: 'Région Estuaira' } },
      { ...document, proof: { ...proof, created: '2026-06-18T10:00:00Z' } },
      { ...document, proof: { ...proof, proofValue: value } },
    ]) {
      expect(await proofIsSigned(tampered, await multibaseOf(edPublic as JWK))).toBe(false)
      expect(await verifyInside(tampered, key)).toMatchObject({ refused: 'proof-signature' })
    }
  })

  it('is refused when a word of it has no meaning: nobody could have signed it (LAB-46)', async () => {
    const document = { ...(await proved()), 'mot inconnu': 'x' }
    expect(await verifyInside(document, await provingKey())).toMatchObject({ refused: 'proof-signature' })
  })

  it('is refused under the key of somebody else, and when it would exhaust its reader', async () => {
    const other = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }) as JWK
    const key = await provingKey()
    const stranger = { ...key, publicKeyMultibase: await multibaseOf(other) }
    expect(await verifyInside(await proved(), stranger)).toMatchObject({ refused: 'proof-signature' })
    const heavy = { ...(await proved()), name: 'x'.repeat(200_000) }
    expect(await verifyInside(heavy, key)).toMatchObject({ refused: 'proof-too-large' })
    let deep: unknown = 'x'
    for (let level = 0; level < 20_000; level += 1) deep = { name: deep }
    expect(await verifyInside({ ...(await proved()), issuer: deep }, key)).toMatchObject({ refused: /proof/ })
  })
})

describe('the documents it is read with', () => {
  it('are those of the product: any other address is refused, none is fetched (LAB-46)', async () => {
    const load = offlineLoader()
    for (const known of [
      CREDENTIALS,
      OPEN_BADGES,
      'https://w3id.org/security/v2',
      'https://w3id.org/security/multikey/v1',
    ])
      expect(await load(known)).toHaveProperty('document')
    for (const unknown of [
      'https://ailleurs.example/contexte',
      'https://www.w3.org/ns/credentials/undefined-terms/v2',
    ])
      await expect(load(unknown)).rejects.toThrow('not among the documents')
  })
})

describe('a list of statuses', () => {
  it('is read the same by another library (LAB-47, LAB-51)', async () => {
    const list = encodedBits([0, 7, 8, 131_071], LIST_LENGTH)
    for (const index of [0, 1, 6, 7, 8, 9, 131_070, 131_071]) {
      expect(await bitOf(list, index)).toBe([0, 7, 8, 131_071].includes(index))
      expect(bitAt(list, index)).toBe([0, 7, 8, 131_071].includes(index))
    }
  })

  it('is refused too short to hide anybody, outside itself, or made to fill the memory (LAB-47)', () => {
    expect(() => encodedBits([131_072], LIST_LENGTH)).toThrow(RangeError)
    expect(bitAt(encodedBits([3], 1024), 3)).toBe(null)
    expect(bitAt(encodedBits([3], LIST_LENGTH), 131_072)).toBe(null)
    expect(bitAt(`u${gzipSync(Buffer.alloc(64 * 1024 * 1024)).toString('base64url')}`, 3)).toBe(null)
    expect(bitAt('unreadable', 3)).toBe(null)
  })
})

describe('a badge baked in an image', () => {
  const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJpZCI6IjEifQ.c2lnbmF0dXJl'
  const json = JSON.stringify({ ...badge, name: 'Élan & <co> ]]> "é" 🌊' })
  const svg =
    '<?xml version="1.0"?><!-- un dessin --><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>'

  it.each([
    ['jwt', jwt],
    ['document', json],
  ])('gives back the same bytes: %s (LAB-50, LAB-84)', async (_kind, text) => {
    const image = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#0a5273' } })
      .png()
      .toBuffer()
    const baked = bakePng(image, text)
    expect(unbakePng(baked as Uint8Array)).toBe(text)
    expect((await sharp(baked as Uint8Array).metadata()).width).toBe(8)
    expect(unbakePng(bakePng(baked as Uint8Array, jwt) as Uint8Array)).toBe(jwt)
    const drawn = bakeSvg(svg, text) as string
    expect(unbakeSvg(drawn)).toBe(text)
    expect(drawn).toMatch(
      /<svg [^>]*xmlns:openbadges="https:\/\/purl.imsglobal.org\/ob\/v3p0"><openbadges:credential/,
    )
    expect((await sharp(Buffer.from(drawn)).metadata()).format).toBe('svg')
  })

  it('writes the chunk that the standard asks for: uncompressed, named, summed (LAB-50)', async () => {
    const image = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const baked = Buffer.from(bakePng(image, jwt) as Uint8Array)
    const at = baked.indexOf('iTXt')
    expect(baked.readUInt32BE(at - 4)).toBe('openbadgecredential'.length + 5 + jwt.length)
    expect(baked.subarray(at + 4, at + 4 + 24).toString('latin1')).toBe('openbadgecredential\0\0\0\0\0')
  })

  it('is not read from a damaged image, nor when there are two of them', async () => {
    const image = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const baked = Buffer.from(bakePng(image, jwt) as Uint8Array)
    const chunk = baked.subarray(33, 33 + 12 + 24 + jwt.length)
    const twice = Buffer.concat([baked.subarray(0, 33), chunk, baked.subarray(33)])
    expect(unbakePng(twice)).toBe(null)
    const damaged = Buffer.from(baked)
    damaged[baked.indexOf('iTXt') + 30] = 0x21
    expect(unbakePng(damaged)).toBe(null)
    expect(bakePng(Buffer.from('non'), jwt)).toBe(null)
    const drawn = bakeSvg(svg, jwt) as string
    expect(bakeSvg(drawn, jwt)).toBe(null)
    expect(
      unbakeSvg(
        drawn.replace('<path', '<openbadges:credential verify="a.b.c"></openbadges:credential><path'),
      ),
    ).toBe(null)
  })

  it('is refused within the time of a test, whatever the text made to exhaust its reader', () => {
    for (const hostile of [
      `<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">${'<openbadges:credential a'.repeat(40_000)}`,
      `${'<!---->'.repeat(100_000)}x`,
      `<svg ${'a="'.repeat(300_000)}`,
    ])
      expect(readBadge(Buffer.from(hostile))).toHaveProperty('refused')
  })

  it.each([
    ['an unreadable file', Buffer.from([0, 1, 2, 3]), 'not-a-badge'],
    ['another document', Buffer.from('{"name":"x"}'), 'not-a-badge'],
    ['too large a file', Buffer.alloc(1024 * 1024 + 1), 'badge-too-large'],
    ['a drawing without badge', Buffer.from(svg), 'image-without-badge'],
  ])('is told apart from %s (LAB-52)', (_what, content, refused) => {
    expect(readBadge(content)).toMatchObject({ refused })
  })
})

function flipped(part: string): string {
  const bytes = Buffer.from(part, 'base64url')
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1
  return bytes.toString('base64url')
}
