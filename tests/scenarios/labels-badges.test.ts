import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import type { AgreementId } from '../../src/modules/agreements/index.ts'
import { anAgreementInForce, aPlace } from '../../src/modules/agreements/testing.ts'
import type { Scheme } from '../../src/modules/labels/index.ts'
import { anAward, aPublishedScheme } from '../../src/modules/labels/testing-proof.ts'
import { unbakePng } from '../../src/platform/credentials/png-badge.ts'
import { unbakeSvg } from '../../src/platform/credentials/svg-badge.ts'
import { bitOf, jwtIsSigned, partsOfJwt, proofIsSigned } from '../../src/platform/credentials/testing.ts'
import { type Browser, ORIGIN, read, useApp } from '../support.ts'

const app = useApp({ today: day('2026-04-02') })
let officer: Browser
let epn: Scheme

beforeAll(async () => {
  vi.stubGlobal('fetch', () => {
    throw new Error('the network was asked')
  })
  officer = await app.signIn('officer')
  epn = await aPublishedScheme(app.context(), { code: 'epn', name: 'EPN Essai' })
})
afterAll(() => vi.unstubAllGlobals())

interface Held {
  agreementId: AgreementId
  address: string
  award: string
  slug: string
  number: string
}

/** A place that bears the label since the spring, and has its badge. */
async function labelled(name: string): Promise<Held> {
  app.moveTo('2026-04-02')
  const place = await aPlace(app.context(), name)
  const agreementId = await anAgreementInForce(app.context(), day('2026-01-12'), {
    places: [place],
    partner: `Ville de ${name}`,
  })
  const { award, proofSlug, number } = await anAward(app.context(), epn, {
    ...{ agreementId, place, on: day('2026-01-12') },
  })
  await app.runJobs()
  return { agreementId, address: `/conventions/${agreementId}`, award, slug: proofSlug, number }
}

/** Addresses of its badges, the first issued first. */
async function badgesOf({ award }: Held): Promise<string[]> {
  const { rows } = await app.database.pool.query(
    'select id from labels.badge where award_id = $1 order by issued_at, id',
    [award],
  )
  return rows.map(({ id }) => `/badges/${id}`)
}

const text = async (path: string) => (await app.visitor().get(path)).text()
const json = async <T = Record<string, unknown>>(path: string) => JSON.parse(await text(path)) as T
const local = (address: string) => address.replace(ORIGIN, '').replace(/#.*/, '')

/** The page of verification, line by line. */
async function verified(content: string | File) {
  const fields: Record<string, string | File> =
    typeof content === 'string' ? { texte: content } : { fichier: content }
  const page = await read(await app.visitor().post('/verifier-un-badge', fields))
  const lines = [...page.document.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map((cell) => (cell.textContent ?? '').trim()),
  )
  const word = (about: string) => lines.find(([question]) => question?.includes(about))?.[1] ?? ''
  return {
    page,
    verdict: page.notice,
    signature: word('Signature'),
    schema: word('Forme'),
    dates: word('Dates'),
    status: word('État'),
    issuer: lines.find(([question]) => question?.includes('Qui l’a émis'))?.[2] ?? '',
  }
}

interface SignedList {
  proof: Record<string, string>
  credentialSubject: Record<string, string>
}

/** What the signed list says of a badge, read as any verifier would. */
async function listed(path: string, purpose: 'revocation' | 'suspension'): Promise<boolean> {
  const badge = await json(`${path}.json`)
  const entry = (badge.credentialStatus as Record<string, string>[]).find(
    (one) => one.statusPurpose === purpose,
  )
  const list = await json<SignedList>(local(entry?.statusListCredential ?? ''))
  const { proof, credentialSubject } = list
  const key = await json(local(proof.verificationMethod ?? ''))
  expect(await proofIsSigned(list, String(key.publicKeyMultibase))).toBe(true)
  return bitOf(credentialSubject.encodedList ?? '', Number(entry?.statusListIndex))
}

/** Sends a form twice, as a person does: to see what changes, then to record it. */
async function recorded(address: string, fields: Record<string, string | string[]>) {
  const typed = { vu: (await read(await officer.get(address))).value('vu') ?? '', ...fields }
  const shown = await read(await officer.post(address, typed))
  expect(shown.status, shown.problems.join(' ')).toBe(200)
  expect((await officer.post(address, { ...typed, confirme: shown.value('confirme') ?? '' })).status).toBe(
    303,
  )
}

async function terminated({ address }: Held) {
  await recorded(`${address}/mise-en-demeure`, {
    ...{ partie: 'region', motifs: 'Article 4', voie: 'recommande', date: '01/04/2026' },
    ...{ suivi: '1A', etendue: 'totale' },
  })
  app.moveTo('2026-05-05')
  const mise = (await read(await officer.get(`${address}/resiliation`))).document
    .querySelector('[name="mise"]')
    ?.getAttribute('value') as string
  await recorded(`${address}/resiliation`, {
    ...{ partie: 'region', mise, voie: 'recommande', date: '05/05/2026', suivi: '1B', etendue: 'totale' },
  })
  await app.runJobs()
}

describe('Un label attribué a son badge (LAB-44, LAB-45, LAB-46)', () => {
  it('ses deux formes se vérifient par un autre programme que le nôtre, sans réseau (LAB-51, LAB-81)', async () => {
    const held = await labelled('Atelier du quai')
    const [path = ''] = await badgesOf(held)
    const jwt = await text(`${path}.jwt`)
    const { header, payload } = partsOfJwt(jwt)
    expect(Object.keys(header).sort()).toEqual(['alg', 'kid', 'typ'])
    expect(jwtIsSigned(jwt, await json(local(String(header.kid))))).toBe(true)
    expect(payload).toMatchObject({
      iss: `${ORIGIN}/badges/emetteur`,
      jti: `${ORIGIN}${path}`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
    })
    expect(payload).not.toHaveProperty('vc')

    const document = await json<Pick<SignedList, 'proof'>>(`${path}.json`)
    const { proof } = document
    const key = await json(local(proof.verificationMethod ?? ''))
    const controller = await json(local(String(key.controller)))
    expect(controller).toMatchObject({
      '@context': ['https://w3id.org/security/v2', 'https://w3id.org/security/multikey/v1'],
      id: `${ORIGIN}/badges/emetteur`,
      assertionMethod: expect.arrayContaining([proof.verificationMethod]),
    })
    expect(await proofIsSigned(document, String(key.publicKeyMultibase))).toBe(true)
    for (const form of [jwt, JSON.stringify(document)])
      expect(await verified(form)).toMatchObject({
        verdict: 'Ce badge est valable aujourd’hui',
        ...{ signature: 'Valable', schema: 'Conforme', dates: 'En cours', status: 'En cours' },
        issuer: expect.stringContaining('en vigueur aujourd’hui'),
      })
  })

  it('il dit le label, l’émetteur et l’adresse du titulaire, qui mène à sa page (LAB-44)', async () => {
    const held = await labelled('Salle du cadran')
    const [path = ''] = await badgesOf(held)
    const badge = await json(`${path}.json`)
    expect(badge).toMatchObject({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      issuer: { id: `${ORIGIN}/badges/emetteur`, type: ['Profile'], name: 'Région Estuaire' },
      validFrom: '2026-01-11T23:00:00Z',
      credentialSubject: { achievement: { name: 'EPN Essai', criteria: { id: `${ORIGIN}/labels/epn` } } },
      evidence: [{ id: `${ORIGIN}/l/${held.slug}` }],
    })
    // The first period of the agreement, three years long.
    expect(badge.validUntil).toMatch(/^2029-01-1\d/)
    const { id } = badge.credentialSubject as { id: string }
    expect((await app.visitor().get(local(id))).headers.get('location')).toMatch(/^\/lieux\//)
    const page = await read(await app.visitor().get(path))
    expect(page.text).toContain('le titulaire est un lieu ou une collectivité')
    expect((await app.visitor().get(`/n/baie${path}.json`)).status).toBe(404)
    expect((await app.visitor().get(`/n/baie${local(id)}`)).status).toBe(404)
  })

  it('il suit la norme à la lettre : état, types de fichier, clés qui répondent (LAB-47, LAB-50)', async () => {
    const [path = ''] = await badgesOf(await labelled('Kiosque des dunes'))
    const kinds = await Promise.all(
      ['jwt', 'json', 'png', 'svg'].map(async (form) =>
        (await app.visitor().get(`${path}.${form}`)).headers.get('content-type'),
      ),
    )
    expect(kinds).toEqual([
      'text/plain; charset=utf-8',
      'application/vc+ld+json',
      'image/png',
      'image/svg+xml',
    ])
    const { credentialStatus } = await json<{ credentialStatus: Record<string, string>[] }>(`${path}.json`)
    expect(credentialStatus.map(({ type, statusPurpose }) => [type, statusPurpose])).toEqual([
      ['BitstringStatusListEntry', 'revocation'],
      ['BitstringStatusListEntry', 'suspension'],
    ])
    const list = await app.visitor().get(local(credentialStatus[0]?.statusListCredential ?? ''))
    expect(list.headers.get('cache-control')).toBe('public, max-age=300')
    expect(await listed(path, 'revocation')).toBe(false)
    expect(await listed(path, 'suspension')).toBe(false)
  })

  it('cuit dans une image, il en ressort à l’octet près, et l’image se vérifie (LAB-50, LAB-84)', async () => {
    const [path = ''] = await badgesOf(await labelled('Grange aux images'))
    const jwt = await text(`${path}.jwt`)
    const png = new Uint8Array(await (await app.visitor().get(`${path}.png`)).arrayBuffer())
    const svg = await text(`${path}.svg`)
    expect(unbakePng(png)).toBe(jwt)
    expect(unbakeSvg(svg)).toBe(jwt)
    expect((await sharp(png).metadata()).format).toBe('png')
    for (const file of [new File([png], 'badge.png'), new File([svg], 'badge.svg')])
      expect(await verified(file)).toMatchObject({ verdict: 'Ce badge est valable aujourd’hui' })
  })

  it('la tête dit, signé, qu’un partenaire est lié à elle (LAB-44)', async () => {
    const { agreementId } = await labelled('Maison liée')
    const { rows } = await app.database.pool.query(
      'select partner_id from agreements.agreement where id = $1',
      [agreementId],
    )
    const path = `/badges/reconnaissances/${rows[0].partner_id}`
    const endorsement = await json<Pick<SignedList, 'proof'>>(path)
    const { proof } = endorsement
    const key = await json(local(proof.verificationMethod ?? ''))
    expect(await proofIsSigned(endorsement, String(key.publicKeyMultibase))).toBe(true)
    expect(endorsement).toMatchObject({
      type: ['VerifiableCredential', 'EndorsementCredential'],
      name: 'Partenaire reconnu : Ville de Maison liée',
      credentialSubject: { id: expect.stringContaining(rows[0].partner_id) },
    })
    expect((await app.visitor().get(`/n/baie${path}`)).status).toBe(404)
  })
})

describe('Un badge modifié est refusé, et la page dit pourquoi (LAB-51, LAB-81)', () => {
  it('un octet du contenu, de la signature, de l’état ou l’ordre des contextes : à chacun son message', async () => {
    const [path = ''] = await badgesOf(await labelled('Phare du nord'))
    const jwt = await text(`${path}.jwt`)
    const [head = '', body = '', signature = ''] = jwt.split('.')
    const flipped = (part: string) => {
      const bytes = Buffer.from(part, 'base64url')
      bytes[40] = (bytes[40] ?? 0) ^ 1
      return bytes.toString('base64url')
    }
    const document = JSON.parse(await text(`${path}.json`))
    const status = structuredClone(document)
    const [entry] = status.credentialStatus
    entry.statusListIndex = String(Number(entry.statusListIndex) + 1)
    const shuffled = { ...document, '@context': [...document['@context']].reverse() }
    const { proofValue } = document.proof
    const proof = {
      ...document.proof,
      proofValue: `${proofValue.slice(0, -1)}${proofValue.endsWith('2') ? '3' : '2'}`,
    }
    const refused = await Promise.all([
      verified(`${head}.${flipped(body)}.${signature}`),
      verified(`${head}.${body}.${flipped(signature)}`),
      verified(JSON.stringify({ ...document, name: 'Un autre' })),
      verified(JSON.stringify({ ...document, proof })),
      verified(JSON.stringify(status)),
    ])
    for (const one of refused) {
      expect(one.signature).toBe('Fausse')
      expect(one.verdict).toBe('Ce badge n’est pas valable : ne vous y fiez pas')
      expect(one.status).toBe('Non lu')
    }
    expect(await verified(JSON.stringify(shuffled))).toMatchObject({ schema: 'Non conforme' })
    const { proof: _, ...bare } = document
    expect(await verified(JSON.stringify(bare))).toMatchObject({ signature: 'Absente' })
    const unknown = {
      ...document,
      '@context': [...document['@context'], 'https://ailleurs.example/contexte'],
    }
    expect(await verified(JSON.stringify(unknown))).toMatchObject({
      verdict: 'Ce badge n’est pas vérifiable ici',
      schema: 'Inconnu',
    })
  })

  it('ce qui n’est pas un badge, ou ne se lit pas, est dit tel, sans rien perdre (LAB-52)', async () => {
    const page = await read(await app.visitor().post('/verifier-un-badge', { texte: 'bonjour' }))
    expect(page.status).toBe(422)
    expect(page.problems.join(' ')).toContain('n’est pas un badge')
    expect(page.value('texte')).toBe('bonjour')
    const image = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#fff' } })
      .png()
      .toBuffer()
    const bare = await read(
      await app.visitor().post('/verifier-un-badge', { fichier: new File([new Uint8Array(image)], 'x.png') }),
    )
    expect(bare.problems.join(' ')).toContain('image sans badge')
    const none = await read(await app.visitor().post('/verifier-un-badge', {}))
    expect(none.problems.join(' ')).toContain('Déposez le fichier du badge')
  })

  it('une adresse qui n’est pas publique n’est jamais lue (LAB-49)', async () => {
    for (const [adresse, said] of [
      ['http://ailleurs.example/badge', 'doit commencer par https://'],
      ['https://127.0.0.1/badge', 'Internet public'],
      ['https://169.254.169.254/latest/meta-data', 'Internet public'],
      ['https://[::1]/', 'Internet public'],
      ['https://localhost/', 'Internet public'],
    ] as const) {
      const page = await read(await app.visitor().post('/verifier-un-badge', { adresse }))
      expect(page.status).toBe(422)
      expect(page.problems.join(' ')).toContain(said)
    }
  })

  it('l’adresse d’un badge d’ici se lit sans rien demander au réseau (LAB-49)', async () => {
    const [path = ''] = await badgesOf(await labelled('Phare du sud'))
    for (const form of ['', '.json', '.jwt', '.png']) {
      const page = await read(await app.visitor().get(`/verifier-un-badge?adresse=${ORIGIN}${path}${form}`))
      expect(page.notice).toBe('Ce badge est valable aujourd’hui')
    }
  })
})

describe('Ce que devient le badge avec le label (LAB-47, LAB-63, LAB-65, LAB-66)', () => {
  it('résiliation : révoqué le lendemain, signature toujours valable, en deux lignes ; rien ne s’imprime plus (LAB-63, LAB-83)', async () => {
    const held = await labelled('Moulin')
    const [path = ''] = await badgesOf(held)
    expect((await officer.get(`/attributions/${held.award}/signes/plaque.pdf`)).status).toBe(200)
    await terminated(held)
    expect(await verified(await text(`${path}.jwt`))).toMatchObject({ status: 'En cours' })
    app.moveTo('2026-05-06')
    expect(await listed(path, 'revocation')).toBe(true)
    expect(await listed(path, 'suspension')).toBe(false)
    expect(await verified(await text(`${path}.jwt`))).toMatchObject({
      ...{ verdict: 'Ce badge a été retiré', signature: 'Valable', status: 'Révoqué' },
    })
    expect((await officer.get(`/attributions/${held.award}/signes/plaque.pdf`)).status).toBe(404)
    const signs = await read(await officer.get(`/attributions/${held.award}/signes`))
    expect(signs.text).toContain('Rien à imprimer')
    expect((await app.visitor().get(path)).status).toBe(200)
  })

  it('dénonciation : suspendu jusqu’à son terme, jamais révoqué, en mots neutres (LAB-65)', async () => {
    const held = await labelled('Grange aux livres')
    const [path = ''] = await badgesOf(held)
    await recorded(`${held.address}/denonciation`, {
      ...{ partie: 'region', voie: 'recommande', date: '01/04/2026', suivi: '1C' },
    })
    await app.runJobs()
    app.moveTo('2026-07-02')
    await app.runJobs()
    expect(await listed(path, 'revocation')).toBe(false)
    expect(await listed(path, 'suspension')).toBe(true)
    const told = await verified(await text(`${path}.jwt`))
    expect(told).toMatchObject({ signature: 'Valable', status: 'Suspendu' })
    expect(told.page.text).not.toMatch(/révoqué|dénonc/i)
    const { validUntil } = await json<{ validUntil: string }>(`${path}.json`)
    app.moveTo(`${Number(validUntil.slice(0, 4)) + 1}-01-02`)
    expect(await listed(path, 'suspension')).toBe(false)
    expect(await verified(await text(`${path}.jwt`))).toMatchObject({
      verdict: 'Ce badge est arrivé à son terme',
    })
  })

  it('résiliation reconnue comme une erreur : un nouveau badge, l’ancien reste révoqué (LAB-66)', async () => {
    const held = await labelled('Remise des arts')
    const [first = ''] = await badgesOf(held)
    await terminated(held)
    app.moveTo('2026-05-08')
    expect(await listed(first, 'revocation')).toBe(true)
    const { rows } = await app.database.pool.query(
      'select id from agreements.act where agreement_id = $1 order by seq desc limit 1',
      [held.agreementId],
    )
    await recorded(`${held.address}/actes/${rows[0].id}/correction`, {
      ...{ geste: 'retirer', motif: 'Lettre d’une autre convention' },
    })
    await app.runJobs()
    const [, second = '', ...others] = await badgesOf(held)
    expect(others).toEqual([])
    expect(await verified(await text(`${second}.jwt`))).toMatchObject({
      verdict: 'Ce badge est valable aujourd’hui',
    })
    expect(await verified(await text(`${first}.jwt`))).toMatchObject({ status: 'Révoqué' })
    expect(await listed(first, 'revocation')).toBe(true)
    expect(await listed(second, 'revocation')).toBe(false)
    await app.runJobs()
    expect(await badgesOf(held)).toHaveLength(2)
  })
})

describe('Ce qui s’imprime (LAB-39)', () => {
  it('la plaque, l’autocollant, l’attestation et le code, pour qui porte le label et la tête (LAB-39)', async () => {
    const held = await labelled('Atelier des plaques')
    const page = await read(await officer.get(`/attributions/${held.award}/signes`))
    expect(
      page.links.filter(({ href }) => href.includes('/signes/')).map(({ href }) => href.split('/').at(-1)),
    ).toEqual([...['plaque.pdf', 'autocollant.pdf', 'attestation.pdf', 'code.svg']])
    expect(page.text).toContain(`${ORIGIN}/l/${held.slug}`)
    for (const file of ['plaque.pdf', 'autocollant.pdf', 'attestation.pdf']) {
      const answer = await officer.get(`/attributions/${held.award}/signes/${file}`)
      expect(answer.headers.get('content-type')).toBe('application/pdf')
      expect(answer.headers.get('content-disposition')).toContain(held.number.toLowerCase())
      expect(
        Buffer.from(await answer.arrayBuffer())
          .subarray(0, 5)
          .toString(),
      ).toBe('%PDF-')
    }
    expect((await officer.get(`/attributions/${held.award}/signes/panneau.pdf`)).status).toBe(404)
    const { rows } = await app.database.pool.query(
      'select partner_id from agreements.agreement where id = $1',
      [held.agreementId],
    )
    const partner = await app.signIn('partner', { organisation: rows[0].partner_id })
    expect((await partner.get(`/attributions/${held.award}/signes/code.svg`)).status).toBe(200)
    const stranger = await app.signIn('partner')
    expect((await stranger.get(`/attributions/${held.award}/signes`)).status).toBe(404)
    expect((await app.visitor().get(`/attributions/${held.award}/signes`)).status).toBe(303)
  })

  it('la page de preuve mène au badge du moment, fait au besoin', async () => {
    const held = await labelled('Atelier du badge')
    const [path = ''] = await badgesOf(held)
    const proof = await read(await app.visitor().get(`/l/${held.slug}`))
    expect(proof.links.map(({ href }) => href)).toContain(`/l/${held.slug}/badge`)
    expect((await app.visitor().get(`/l/${held.slug}/badge`)).headers.get('location')).toBe(path)
    expect((await app.visitor().get(`/n/baie/l/${held.slug}/badge`)).status).toBe(404)
  })
})

describe('Les clés se renouvellent, et se signalent (LAB-48, LAB-82)', () => {
  it('un badge d’avant deux renouvellements se vérifie toujours (LAB-82)', async () => {
    const [path = ''] = await badgesOf(await labelled('Bateau lavoir'))
    for (let turn = 0; turn < 2; turn += 1)
      expect((await officer.post('/reglages/badges/renouvellement')).status).toBe(303)
    expect(await verified(await text(`${path}.jwt`))).toMatchObject({
      signature: 'Valable',
      status: 'En cours',
    })
    expect(await verified(await text(`${path}.json`))).toMatchObject({
      signature: 'Valable',
      status: 'En cours',
    })
    const keys = await read(await officer.get('/reglages/badges'))
    expect(keys.texts('tbody tr').filter((row) => row.includes('En service'))).toHaveLength(2)
    const { rows } = await app.database.pool.query(
      'select count(*)::int as n from labels.badge_key where retired_at is not null and sealed_private is not null',
    )
    expect(rows[0].n).toBe(0)
  })

  it('après une compromission, ce que la clé a signé depuis est refusé, ce d’avant est refait (LAB-82)', async () => {
    const before = await labelled('Avant la fuite')
    const [old = ''] = await badgesOf(before)
    app.moveTo('2026-04-10')
    const after = await labelledOn('Après la fuite', '2026-04-10')
    const [late = ''] = await badgesOf(after)
    const { header } = partsOfJwt(await text(`${late}.jwt`))
    const key = String(header.kid).split('/').at(-1)
    const address = `/reglages/badges/cles/${key}/compromission`
    const shown = await read(await officer.post(address, { date: '05/04/2026' }))
    expect(shown.text).toContain('ne se reprend pas')
    const sent = { date: '05/04/2026', confirme: shown.value('confirme') ?? '' }
    expect((await officer.post(address, sent)).status).toBe(303)
    expect(await verified(await text(`${old}.jwt`))).toMatchObject({
      signature: 'Valable',
      status: 'En cours',
    })
    expect(await verified(await text(`${late}.jwt`))).toMatchObject({
      ...{ verdict: 'Ce badge n’est pas valable : ne vous y fiez pas', signature: 'Refusée' },
    })
    await app.runJobs()
    for (const held of [before, after]) {
      const renewed = (await badgesOf(held)).at(-1) ?? ''
      expect(await badgesOf(held)).toHaveLength(2)
      expect(await verified(await text(`${renewed}.jwt`))).toMatchObject({ signature: 'Valable' })
    }
    expect(await json(`/badges/cles/${key}`)).toHaveProperty('revoked')
    const { proof } = await json<Pick<SignedList, 'proof'>>(`${late}.json`)
    const proving = proof.verificationMethod ?? ''
    expect(await text('/badges/emetteur')).toContain(proving)
    const other = `/reglages/badges/cles/${proving.split('/').at(-1)}/compromission`
    const told = await read(await officer.post(other, { date: '05/04/2026' }))
    const both = { date: '05/04/2026', confirme: told.value('confirme') ?? '' }
    expect((await officer.post(other, both)).status).toBe(303)
    // Whoever verifies elsewhere finds the key, and that the issuer asserts nothing with it any more.
    expect(await text('/badges/emetteur')).not.toContain(proving)
    expect(await verified(await text(`${late}.json`))).toMatchObject({ signature: 'Refusée' })
    expect(await verified(await text(`${old}.json`))).toMatchObject({ signature: 'Valable' })
    const later = await officer.post(address, { ...sent, date: '06/04/2026' })
    expect(later.status).not.toBe(303)
  })

  it('personne d’autre qu’une chargée de mission n’y touche (LAB-48)', async () => {
    const reader = await app.signIn('reader')
    expect((await reader.get('/reglages/badges')).status).toBe(200)
    expect((await reader.post('/reglages/badges/renouvellement')).status).toBe(403)
    expect((await (await app.signIn('partner')).get('/reglages/badges')).status).toBe(403)
  })

  async function labelledOn(name: string, on: string): Promise<Held> {
    const place = await aPlace(app.context(), name)
    const agreementId = await anAgreementInForce(app.context(), day('2026-01-12'), { places: [place] })
    const { award, proofSlug, number } = await anAward(app.context(), epn, {
      ...{ agreementId, place, on: day(on) },
    })
    await app.runJobs()
    return { agreementId, address: `/conventions/${agreementId}`, award, slug: proofSlug, number }
  }
})
