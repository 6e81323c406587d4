import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../../kernel/instant.ts'
import { ConfigError, readConfig } from '../config.ts'
import { Documents } from '../documents/documents.ts'
import { openSealer, type Sealer } from './sealer.ts'
import {
  makeP12,
  missingPrograms,
  openssl,
  readSignatures,
  startAuthority,
  structureProblems,
} from './testing.ts'
import { isStampOf, stampDigest } from './time-stamp.ts'

const AT = '2026-06-17T10:00:00.000Z' as Instant
/** OID of signingCertificateV2, in DER: 1.2.840.113549.1.9.16.2.47. */
const SIGNING_CERTIFICATE_V2 = '060b2a864886f70d010910022f'
/** OID of the time-stamp token of a signature: 1.2.840.113549.1.9.16.2.14. */
const TIME_STAMP_TOKEN = '060b2a864886f70d010910020e'

const dataDir = mkdtempSync(join(tmpdir(), 'maillage-seal-data-'))
const documents = new Documents()
const opened: Sealer[] = []
let base: Uint8Array

beforeAll(async () => {
  base = await documents.pdf({
    template: 'src/modules/agreements/documents/sheet.typ',
    createdAt: AT,
    standard: 'a-2a',
    data: {
      title: 'Convention de coopération',
      issuer: 'Estuaire connecté',
      intro: 'Entre la Région Estuaire et Val de Mer.',
      reference: 'Convention 2026-0001',
      letter: null,
      parts: [{ kind: 'text', blocks: ['L’accord « naît » à Noël.', ['élèves', 'œuvres']] }],
    },
  })
})
afterAll(async () => {
  await documents.stop()
  for (const sealer of opened) await sealer.stop()
})

async function sealerOf(settings: Record<string, string>): Promise<Sealer> {
  const sealer = await openSealer({ ...readConfig(settings), dataDir })
  if (!sealer) throw new Error('no sealer')
  opened.push(sealer)
  return sealer
}

const PRODUCTION = {
  MAILLAGE_MODE: 'production',
  BASE_URL: 'https://reseau.example.fr',
  MAILLAGE_SECRET: Buffer.alloc(48, 7).toString('base64'),
  SMTP_URL: 'smtp://relais.example.fr',
  MAIL_FROM: 'reseau@example.fr',
}

const REASON = 'Signature de Zoé Élan, présidente — « lu »'

/** A revision for each party, and the last one. */
async function sealedThrice(sealer: Sealer): Promise<Uint8Array[]> {
  const revisions: Uint8Array[] = []
  for (const fieldName of ['Sceau_1', 'Sceau_2', 'Sceau_final']) {
    const before = revisions.at(-1) ?? base
    revisions.push(await sealer.seal(before, { fieldName, reason: REASON, at: AT }))
  }
  return revisions
}

const isPrefix = (start: Uint8Array, whole: Uint8Array) =>
  Buffer.from(whole.subarray(0, start.length)).equals(Buffer.from(start))

describe('the seal of the platform', () => {
  it('adds one revision per seal and leaves the bytes before unchanged (AGR-30)', async () => {
    const sealer = await sealerOf({})
    const [one, two, last] = await sealedThrice(sealer)
    if (!one || !two || !last) throw new Error('three revisions')
    expect(isPrefix(base, one) && isPrefix(one, two) && isPrefix(two, last)).toBe(true)
    expect(new Set([base.length, one.length, two.length, last.length]).size).toBe(4)
    const text = Buffer.from(last).toString('latin1')
    expect(text.split('/ETSI.CAdES.detached').length - 1).toBe(3)
    expect(text.toLowerCase().split(SIGNING_CERTIFICATE_V2).length - 1).toBe(3)
    expect(text).not.toContain(TIME_STAMP_TOKEN)
    expect(text.match(/\/Rect ?\[ ?0 0 0 0 ?\]/g)).toHaveLength(3)
  })

  it.skipIf(missingPrograms('pdfsig', 'qpdf').length > 0)(
    'is read as valid by pdfsig, each revision, and the file is sound (AGR-30, STK-74)',
    async () => {
      const sealer = await sealerOf({})
      for (const [index, revision] of (await sealedThrice(sealer)).entries()) {
        const read = readSignatures(revision)
        expect(read.valid, read.text).toBe(index + 1)
        expect(read.coversAll).toBe(true)
        expect(structureProblems(revision)).toBe('')
      }
    },
  )

  it.skipIf(missingPrograms('pdfsig').length > 0)('shows that one byte was altered', async () => {
    const sealer = await sealerOf({})
    const last = (await sealedThrice(sealer)).at(-1) ?? base
    const altered = Uint8Array.from(last)
    const at = Math.floor(base.length / 2)
    altered[at] = (altered[at] ?? 0) ^ 1
    expect(readSignatures(altered).valid).toBe(0)
  })

  it('is made once by a demonstration, which says what it is worth', async () => {
    const [one, other] = [await sealerOf({}), await sealerOf({})]
    expect(one.kind).toBe('demonstration')
    expect(one.holder).toContain('sans valeur')
    const [first, second] = await Promise.all(
      [one, other].map((sealer) => sealer.seal(base, { fieldName: 'Sceau_1', reason: 'x', at: AT })),
    )
    expect(Buffer.from(first ?? []).equals(Buffer.from(second ?? []))).toBe(true)
  })

  it('is none in production until the operator sets one', async () => {
    expect(await openSealer({ ...readConfig(PRODUCTION), dataDir })).toBeNull()
  })
})

describe.skipIf(missingPrograms('openssl', 'pdfsig').length > 0)('the certificate of the operator', () => {
  it('seals, its key protected by AES-256 (PBES2)', async () => {
    const { p12 } = makeP12()
    expect(openssl('pkcs12', '-in', p12, '-passin', 'pass:secret', '-nokeys')).toContain('CERTIFICATE')
    const sealer = await sealerOf({ ...PRODUCTION, SEAL_P12: p12, SEAL_PASSPHRASE: 'secret' })
    expect(sealer).toMatchObject({ kind: 'operator', holder: 'Réseau d’essai', stampsTime: false })
    const sealed = await sealer.seal(base, { fieldName: 'Sceau_1', reason: REASON, at: AT })
    expect(readSignatures(sealed).valid).toBe(1)
  })

  it('stamps the time when an authority is set: B-T', async () => {
    const authority = await startAuthority()
    const { p12 } = makeP12()
    const settings = { SEAL_P12: p12, SEAL_PASSPHRASE: 'secret', TIMESTAMP_URL: authority.url }
    const sealer = await sealerOf({ ...PRODUCTION, ...settings })
    const sealed = await sealer.seal(base, { fieldName: 'Sceau_1', reason: REASON, at: AT })
    expect(authority.tokens()).toBe(1)
    expect(Buffer.from(sealed).toString('latin1').toLowerCase()).toContain(TIME_STAMP_TOKEN)
    expect(readSignatures(sealed).valid).toBe(1)
    const digest = Buffer.alloc(32, 9)
    const token = await stampDigest(authority.url, digest)
    expect(isStampOf(token, digest)).toBe(true)
    expect(isStampOf(token, Buffer.alloc(32, 8))).toBe(false)
    await authority.stop()
    await expect(sealer.seal(sealed, { fieldName: 'Sceau_2', reason: REASON, at: AT })).rejects.toThrow()
  })

  it('is refused at start, in French, when it cannot serve', async () => {
    const { p12, at } = makeP12()
    const text = join(at, 'texte.p12')
    writeFileSync(text, 'ceci n’est pas un certificat')
    const other = makeP12()
    const mixed = join(at, 'mixed.p12')
    openssl(
      ...['pkcs12', '-export', '-nokeys', '-in', other.certificate, '-out', mixed, '-passout', 'pass:secret'],
    )
    const why = async (file: string, passphrase = 'secret') => {
      const settings = { ...PRODUCTION, SEAL_P12: file, SEAL_PASSPHRASE: passphrase }
      const error = await openSealer(readConfig(settings)).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(ConfigError)
      return (error as Error).message
    }
    expect(await why('/nulle/part.p12')).toContain('le fichier « /nulle/part.p12 » ne se lit pas')
    expect(await why(p12, 'faux')).toContain('SEAL_PASSPHRASE n’ouvre pas le certificat')
    expect(await why(text)).toContain('n’est pas un certificat PKCS#12')
    expect(await why(mixed)).toContain('n’est pas un certificat PKCS#12 (.p12 ou .pfx) avec sa clé')
  })

  it('refuses to seal once it is over', async () => {
    const { p12 } = makeP12({ days: 1 })
    const sealer = await sealerOf({ ...PRODUCTION, SEAL_P12: p12, SEAL_PASSPHRASE: 'secret' })
    const late = '2126-01-01T00:00:00.000Z' as Instant
    await expect(sealer.seal(base, { fieldName: 'Sceau_1', reason: REASON, at: late })).rejects.toThrow(
      'ended',
    )
  })
})
