import { generateKeyPairSync } from 'node:crypto'
import type { JWK } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import { useApp } from '../../../../../tests/support.ts'
import { day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import { instant } from '../../../../kernel/instant.ts'
import { isRefusal, refuse } from '../../../../kernel/refusal.ts'
import {
  controllerDocument,
  keyDocument,
  multibaseOf,
  proveInside,
} from '../../../../platform/credentials/embedded-proof.ts'
import { signJwt } from '../../../../platform/credentials/jwt-credential.ts'
import { readBadge } from '../../../../platform/credentials/read-badge.ts'
import { statusListCredential } from '../../../../platform/credentials/status-list.ts'
import type { FetchPublic } from '../../../../platform/fetch-public.ts'
import { anAgreementInForce, aPlace } from '../../../agreements/testing.ts'
import type { Scheme } from '../../data/awards/awards.store.ts'
import { type Badge, badgesOfAward } from '../../data/badges/badges.store.ts'
import { anAward, aPublishedScheme } from '../../testing-proof.ts'
import { rotateKeys } from './change-keys.ts'
import { keepBadge } from './keep-badge.ts'
import { verifyBadge } from './verify-badge.ts'

const app = useApp({ today: day('2026-04-02') })
let epn: Scheme

beforeAll(async () => {
  epn = await aPublishedScheme(
    app.context(),
    { code: 'epn', name: 'EPN Essai' },
    {
      grading: {
        kind: 'levels',
        unit: 'étoiles',
        levels: [1, 2, 3].map((level) => ({ level, from: level })),
      },
    },
  )
})

const world = () => ({ config: app.services.config, today: app.context().today, now: app.context().now })
const found = (content: string) => {
  const read = readBadge(Buffer.from(content))
  if (isRefusal(read)) throw new Error(read.refused)
  return read
}

async function anAwardOf(name: string) {
  app.moveTo('2026-04-02')
  const place = await aPlace(app.context(), name)
  const agreementId = await anAgreementInForce(app.context(), day('2026-01-12'), {
    places: [place],
    partner: name,
  })
  return (await anAward(app.context(), epn, { agreementId, place, on: day('2026-01-12') })).award
}

async function actOn(
  award: Awaited<ReturnType<typeof anAwardOf>>,
  seq: number,
  kind: string,
  from: string,
  level?: number,
) {
  await app.services.db
    .insertInto('labels.award_act')
    .values({
      ...{
        id: newId(),
        award_id: award,
        seq,
        kind,
        from_day: day(from),
        reason: 'Décision',
        level: level ?? null,
      },
      recorded_at: app.services.clock.now(),
    })
    .execute()
}

async function got(badge: Promise<Badge | null>): Promise<Badge> {
  const one = await badge
  if (!one) throw new Error('no badge')
  return one
}

describe('a badge is given', () => {
  it('once, when it is asked for eight times at once (LAB-47)', async () => {
    const award = await anAwardOf('Une fois')
    const given = await Promise.all(
      Array.from({ length: 8 }, () => got(keepBadge(app.services.db, world(), award))),
    )
    expect(new Set(given.map(({ id }) => id)).size).toBe(1)
    expect(await badgesOfAward(app.services.db, award)).toHaveLength(1)
  })

  it('anew when the period of the agreement is renewed, the former left to expire (LAB-47)', async () => {
    const award = await anAwardOf('Période')
    const first = await got(keepBadge(app.services.db, world(), award))
    expect(first.validUntil).toBe('2029-01-11T22:59:59.000Z')
    app.moveTo('2029-01-20')
    const second = await got(keepBadge(app.services.db, world(), award))
    expect(second.id).not.toBe(first.id)
    expect(second.validUntil?.slice(0, 4)).toBe('2030')
    expect(second.place).not.toEqual(first.place)
    expect((await badgesOfAward(app.services.db, award)).map(({ isRevoked }) => isRevoked)).toEqual([
      false,
      false,
    ])
  })

  it('anew at another level, the former revoked: it says what is no longer so (LAB-47)', async () => {
    const award = await anAwardOf('Niveau')
    await actOn(award, 2, 'level_changed', '2026-02-01', 2)
    const first = await got(keepBadge(app.services.db, world(), award))
    await actOn(award, 3, 'level_changed', '2026-03-01', 3)
    const second = await got(keepBadge(app.services.db, world(), award))
    expect([first.level, second.level]).toEqual([2, 3])
    const when = { today: app.context().today, now: app.context().now }
    const reader = { db: app.services.db, config: app.services.config, fetch: nothing }
    expect((await verifyBadge(reader, found(first.jwt), when)).status).toBe('revoked')
    const told = await verifyBadge(reader, found(second.json), when)
    expect(told).toMatchObject({ verdict: 'valid', shown: { level: '3 étoiles' } })
  })

  it('not while the label is suspended or withdrawn, nor under embargo (LAB-29, LAB-47)', async () => {
    const award = await anAwardOf('Suspendu')
    await actOn(award, 2, 'suspended', '2026-03-01')
    expect(await keepBadge(app.services.db, world(), award)).toBe(null)
    await actOn(award, 3, 'withdrawn', '2026-03-02')
    expect(await keepBadge(app.services.db, world(), award)).toBe(null)
    const hidden = await anAwardOf('Embargo')
    const edition = await app.services.db
      .insertInto('labels.edition')
      .values({
        ...{ id: newId(), scheme_id: epn.id, name: '2026', year: 2026 },
        ...{
          opens_on: day('2026-01-01'),
          closes_on: day('2026-02-01'),
          created_at: app.services.clock.now(),
        },
        version_id: (
          await app.services.db.selectFrom('labels.scheme_version').select('id').executeTakeFirstOrThrow()
        ).id,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await app.services.db
      .updateTable('labels.award')
      .set({ edition_id: edition.id })
      .where('id', '=', hidden)
      .execute()
    expect(await keepBadge(app.services.db, world(), hidden)).toBe(null)
  })
})

describe('the database refuses last', () => {
  it('a place on the list given twice (LAB-54)', async () => {
    const one = await got(keepBadge(app.services.db, world(), await anAwardOf('Place une')))
    const other = await got(keepBadge(app.services.db, world(), await anAwardOf('Place deux')))
    await expect(
      app.database.pool.query(
        `insert into labels.badge select gen_random_uuid(), network_id, award_id, $2, $3, level, valid_from, valid_until,
           rsa_key_id, ed25519_key_id, jwt, json, issued_at from labels.badge where id = $1`,
        [other.id, one.place.list, one.place.index],
      ),
    ).rejects.toThrow('one_badge_per_status_index')
  })

  it.each([
    ['a badge that changes', 'update labels.badge set level = 5'],
    ['a badge that goes', 'delete from labels.badge'],
    ['a revocation taken back', 'delete from labels.badge_revocation'],
    ['a public key that goes', 'delete from labels.badge_key'],
    ['a public key that changes', `update labels.badge_key set public_jwk = '{"kty":"RSA"}'`],
    [
      'a retired key that signs again',
      `update labels.badge_key set retired_at = null, sealed_private = 'x' where retired_at is not null`,
    ],
    [
      'a compromise taken back',
      `update labels.badge_key set compromised_from = null, compromised_noted_at = null where compromised_from is not null`,
    ],
    [
      'a private half published',
      `insert into labels.badge_key (id, network_id, kind, public_jwk, sealed_private, made_at)
         select gen_random_uuid(), network_id, kind, public_jwk || '{"d":"x"}', 'x', now() from labels.badge_key limit 1`,
    ],
  ])('%s (LAB-47, LAB-48)', async (_what, statement) => {
    await got(keepBadge(app.services.db, world(), await anAwardOf(`Refus ${newId().slice(0, 6)}`)))
    await rotateKeys(app.context(), app.services.config)
    await app.database.pool.query(
      `update labels.badge_key set compromised_from = now(), compromised_noted_at = now()
       where retired_at is not null and compromised_from is null`,
    )
    await app.database.pool.query(
      `insert into labels.badge_revocation select id, 'withdrawn', now() from labels.badge
       on conflict (badge_id) do nothing`,
    )
    await expect(app.database.pool.query(statement)).rejects.toThrow()
  })

  it('keeps no private half that anybody could read (LAB-48)', async () => {
    await got(keepBadge(app.services.db, world(), await anAwardOf('Chiffre')))
    const { rows } = await app.database.pool.query('select * from labels.badge_key where retired_at is null')
    for (const { public_jwk, sealed_private } of rows) {
      expect(Object.keys(public_jwk).sort()).toEqual(
        public_jwk.kty === 'RSA' ? ['e', 'kty', 'n'] : ['crv', 'kty', 'x'],
      )
      expect(sealed_private).toMatch(/^v1\.[\w-]+\.[\w-]+\.[\w-]+$/)
      expect(Buffer.from(sealed_private.split('.')[3], 'base64url').toString('latin1')).not.toContain('kty')
    }
  })
})

const nothing: FetchPublic = async () => refuse('no-answer')

describe('a badge from elsewhere (LAB-49)', () => {
  const issuer = 'https://ailleurs.example/emetteur'
  const method = 'https://ailleurs.example/cles/1'
  const list = 'https://ailleurs.example/etats/1'
  const ed25519 = generateKeyPairSync('ed25519')
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const privateJwk = ed25519.privateKey.export({ format: 'jwk' }) as JWK
  const rsaPrivate = rsa.privateKey.export({ format: 'jwk' }) as JWK
  const at = instant('2026-01-01T00:00:00Z')
  const when = { today: day('2026-04-02'), now: instant('2026-04-02T10:00:00Z') }

  const content = (change: object = {}) => ({
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: 'https://ailleurs.example/badges/1',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { id: issuer, type: ['Profile'], name: 'Ailleurs' },
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {
      ...{ id: 'https://ailleurs.example/lieux/1', type: ['AchievementSubject'] },
      achievement: {
        ...{
          id: 'https://ailleurs.example/labels/1',
          type: ['Achievement'],
          name: 'Label',
          description: 'D',
        },
        criteria: { narrative: 'Tout' },
      },
    },
    credentialStatus: {
      ...{ type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: '5' },
      statusListCredential: list,
    },
    ...change,
  })
  const signed = (change?: object, by = { id: method, controller: issuer, privateJwk }) =>
    proveInside(JSON.parse(JSON.stringify(content(change))), by, at)

  /** What lies elsewhere, as its addresses give it; what is not there does not answer. */
  async function elsewhere(change: Record<string, object | null> = {}, set: readonly number[] = []) {
    const publicKeyMultibase = await multibaseOf(ed25519.publicKey.export({ format: 'jwk' }) as JWK)
    const told = statusListCredential(
      { id: list, issuer, purpose: 'revocation', validFrom: at, validUntil: '2027-01-01T00:00:00Z' },
      set,
    )
    const documents: Record<string, object | null> = {
      [issuer]: controllerDocument(issuer, [method]),
      [method]: keyDocument({ id: method, controller: issuer, publicKeyMultibase }),
      [list]: await proveInside(told, { id: method, controller: issuer, privateJwk }, at),
      ...change,
    }
    const fetch: FetchPublic = async (address) => {
      const document = documents[address]
      return document
        ? { content: Buffer.from(JSON.stringify(document)), mediaType: 'application/json', address }
        : refuse('no-answer')
    }
    return { db: app.services.db, config: app.services.config, fetch }
  }

  const verified = async (badge: object, reader: Awaited<ReturnType<typeof elsewhere>>) =>
    verifyBadge(reader, found(JSON.stringify(badge)), when)

  it('is verified by the same code, with the key its issuer’s own address gives', async () => {
    expect(await verified(await signed(), await elsewhere())).toMatchObject({
      ...{
        verdict: 'valid',
        signature: 'signed',
        status: 'active',
        issuer: { kind: 'elsewhere', id: issuer },
      },
    })
    expect((await verified(await signed(), await elsewhere({}, [5]))).status).toBe('revoked')
  })

  it.each([
    ['the key says it belongs to another', { [method]: { id: method, controller: 'https://autre.example' } }],
    ['its issuer does not know the key', { [issuer]: controllerDocument(issuer, []) }],
    [
      'the issuer’s address tells of another',
      { [issuer]: controllerDocument('https://autre.example', [method]) },
    ],
    ['nothing answers', { [method]: null }],
  ])('proves nothing when %s', async (_what, change) => {
    expect(await verified(await signed(), await elsewhere(change))).toMatchObject({
      ...{
        verdict: 'unchecked',
        signature: 'key-not-found',
        status: 'not-read',
        issuer: { kind: 'unknown' },
      },
    })
  })

  it('has no status when the list is missing, is signed by another, or is another list', async () => {
    const stranger = { id: 'https://autre.example/cle', controller: 'https://autre.example/e', privateJwk }
    const told = (id: string, by = { id: method, controller: issuer, privateJwk }) =>
      proveInside(
        statusListCredential(
          {
            id,
            issuer: by.controller,
            purpose: 'revocation',
            validFrom: at,
            validUntil: '2027-01-01T00:00:00Z',
          },
          [],
        ),
        by,
        at,
      )
    for (const answer of [null, await told('https://ailleurs.example/etats/2'), await told(list, stranger)])
      expect(await verified(await signed(), await elsewhere({ [list]: answer }))).toMatchObject({
        ...{ verdict: 'unchecked', status: 'unreadable' },
      })
  })

  it('cannot pass for ours: neither by our address nor by our key’s', async () => {
    const ours = await got(keepBadge(app.services.db, world(), await anAwardOf('Imité')))
    const own = JSON.parse(ours.json)
    const posing = { id: own.proof.verificationMethod, controller: own.issuer.id, privateJwk }
    const forged = await signed({ id: own.id, issuer: own.issuer }, posing)
    expect(await verified(forged, await elsewhere())).toMatchObject({
      verdict: 'invalid',
      signature: 'altered',
    })
    const elsewhereNamed = { ...forged, issuer: { ...own.issuer, id: issuer } }
    expect(await verified(elsewhereNamed, await elsewhere())).toMatchObject({
      signature: 'key-not-of-issuer',
    })
  })

  it('is known by a key that is its name, without asking anything (did:key)', async () => {
    const name = `did:key:${await multibaseOf(ed25519.publicKey.export({ format: 'jwk' }) as JWK)}`
    const by = { id: `${name}#${name.slice('did:key:'.length)}`, controller: name, privateJwk }
    const badge = await signed({ issuer: { id: name, type: ['Profile'] }, credentialStatus: undefined }, by)
    const told = await verified(badge, { ...(await elsewhere()), fetch: nothing })
    expect(told).toMatchObject({ verdict: 'valid', status: 'none-announced', issuer: { kind: 'elsewhere' } })
  })

  it('signed as a JWT, is believed only under a key that lies with its issuer', async () => {
    const kid = 'https://ailleurs.example/cles/2'
    const jwk = rsa.publicKey.export({ format: 'jwk' }) as JWK
    const reader = await elsewhere({ [kid]: jwk, 'https://autre.example/cle': jwk })
    const jwt = (at: string) => signJwt(content(), { kid: at, privateJwk: rsaPrivate })
    expect(await verifyBadge(reader, found(await jwt(kid)), when)).toMatchObject({ verdict: 'valid' })
    expect(await verifyBadge(reader, found(await jwt('https://autre.example/cle')), when)).toMatchObject({
      ...{ verdict: 'unchecked', signature: 'key-not-of-issuer' },
    })
  })

  it('asks the network a few times at most, whatever it says', async () => {
    let asked = 0
    const reader = await elsewhere()
    const counted = {
      ...reader,
      fetch: async (address: string) => {
        asked += 1
        return reader.fetch(address)
      },
    }
    const endorsement = Array.from({ length: 10 }, (_, rank) => ({
      ...content(),
      id: `https://ailleurs.example/avis/${rank}`,
      proof: {
        ...{ type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod' },
        ...{ verificationMethod: `https://ailleurs.example/cles/avis-${rank}`, proofValue: 'zz' },
      },
    }))
    await verified(await signed({ endorsement }), counted)
    expect(asked).toBeLessThanOrEqual(8)
  })
})
