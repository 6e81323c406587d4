import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/id.ts'
import type { AgreementId } from '../../src/modules/agreements/index.ts'
import { anAgreementInForce } from '../../src/modules/agreements/testing.ts'
import type { Scheme } from '../../src/modules/labels/index.ts'
import { anAward, aPublishedScheme } from '../../src/modules/labels/testing-proof.ts'
import type { PlaceId } from '../../src/modules/places/index.ts'
import { type Browser, read, useApp } from '../support.ts'

const app = useApp({ today: day('2026-04-02') })
let officer: Browser
let epn: Scheme
let thirdPlace: Scheme

beforeAll(async () => {
  officer = await app.signIn('officer')
  epn = await aPublishedScheme(app.context(), { code: 'epn', name: 'EPN Normandie' })
  thirdPlace = await aPublishedScheme(
    app.context(),
    { code: 'tiers-lieux', name: 'Tiers-Lieux Normandie' },
    { duties: [] },
  )
})

const slugOf = (name: string) => name.toLowerCase().replaceAll(' ', '-')

/** A published place, on the map. */
async function place(
  name: string,
  change: { otherLabels?: string[]; latitude?: number } = {},
): Promise<PlaceId> {
  const id: PlaceId = newId()
  await app.services.db
    .insertInto('places.place')
    .values({
      ...{ id, slug: slugOf(name), name, latitude: change.latitude ?? 49.2, longitude: 0.233 },
      ...{
        network_id: app.networks.estuaire,
        commune: 'Honfleur',
        postal_code: '14600',
        address: '4 rue Haute',
      },
      ...{
        other_labels: change.otherLabels ?? [],
        source: 'fichier régional',
        updated_on: day('2025-05-05'),
      },
      created_at: app.services.clock.now(),
    })
    .execute()
  return id
}

/** Named places under one agreement, each with its labels granted and the address of its proof. */
async function labelled(names: readonly string[], schemes: readonly Scheme[] = [epn]) {
  const places = []
  for (const name of names) places.push(await place(name))
  const agreementId = await anAgreementInForce(app.context(), day('2026-01-12'), {
    places,
    partner: `Partenaire de ${names[0]}`,
  })
  const awards = []
  for (const one of places)
    for (const scheme of schemes)
      awards.push(await anAward(app.context(), scheme, { agreementId, place: one, on: day('2026-01-12') }))
  await app.runJobs()
  return { agreementId, address: `/conventions/${agreementId}`, places, awards }
}

/** Sends a form twice, as a person does: to see what changes, then to record it. */
async function recorded(address: string, fields: Record<string, string | string[]>) {
  const typed = { vu: (await read(await officer.get(address))).value('vu') ?? '', ...fields }
  const shown = await read(await officer.post(address, typed))
  expect(shown.status, shown.problems.join(' ')).toBe(200)
  const done = await officer.post(address, { ...typed, confirme: shown.value('confirme') ?? '' })
  expect(done.status).toBe(303)
  return shown
}

async function terminated(address: string, scope: Record<string, string | string[]> = { etendue: 'totale' }) {
  await recorded(`${address}/mise-en-demeure`, {
    ...{ partie: 'region', motifs: 'Article 4', voie: 'recommande', date: '01/04/2026' },
    ...{ suivi: '1A', ...scope },
  })
  app.moveTo('2026-05-05')
  const mise = (await read(await officer.get(`${address}/resiliation`))).document
    .querySelector('[name="mise"]')
    ?.getAttribute('value') as string
  return recorded(`${address}/resiliation`, {
    ...{ partie: 'region', mise, voie: 'recommande', date: '05/05/2026', suivi: '1B', ...scope },
  })
}

const proof = async (slug: string) => read(await app.visitor().get(`/l/${slug}`))
const jsonLd = async (slug: string) =>
  (await (await app.visitor().get(`/l/${slug}/donnees.jsonld`)).json()) as Record<string, unknown>
const pageOf = async (name: string) => (await read(await app.visitor().get(`/lieux/${slugOf(name)}`))).text

/** The row of a place in the national standard's file, by column. */
async function standardRow(name: string): Promise<Record<string, string>> {
  const text = await (await app.visitor().get('/lieux/standard.csv')).text()
  const [header = '', ...lines] = text.trim().split('\r\n')
  const cells = (lines.find((line) => line.includes(`,${name},`)) ?? '').split(',')
  return Object.fromEntries(header.split(',').map((column, index) => [column, cells[index] ?? '']))
}

async function openLines(query = '') {
  const { labels } = (await (await app.visitor().get(`/labels/donnees.json${query}`)).json()) as {
    labels: Record<string, string | null>[]
  }
  return labels
}

async function mails(text: string) {
  const all = await app.services.db.selectFrom('platform.mail').selectAll().execute()
  return all.filter(({ body, subject }) => `${subject} ${body}`.includes(text))
}

describe('Un label se voit partout, et tout de suite (LAB-61, LAB-38)', () => {
  it('attribué, il est à la requête suivante sur la carte, la page du lieu, l’export national et sa preuve (LAB-61, LAB-42)', async () => {
    const name = 'Atelier du quai'
    const id = await place(name)
    const agreementId = await anAgreementInForce(app.context(), day('2026-01-12'), {
      places: [id],
      partner: 'Ville du quai',
    })
    expect((await standardRow(name)).autres_formations_labels).toBe('')
    expect((await standardRow(name)).date_maj).toBe('2025-05-05')
    const { proofSlug, number } = await anAward(app.context(), epn, {
      ...{ agreementId, place: id, on: day('2026-04-01') },
    })

    const list = await read(await app.visitor().get('/lieux?label=epn'))
    expect(list.text).toContain(name)
    const { items } = (await (
      await app.visitor().get('/lieux/carte/points?label=epn&bbox=-5,41,9,51&z=6')
    ).json()) as { items: [longitude: number, latitude: number, count: number][] }
    expect(items.reduce((sum, [, , count]) => sum + count, 0)).toBe(1)
    const shown = await read(await app.visitor().get(`/lieux/${slugOf(name)}`))
    expect(shown.text).toContain('EPN Normandie, depuis le 1er avril 2026')
    expect(shown.links.find(({ text }) => text === 'voir la preuve')?.href).toBe(`/l/${proofSlug}`)
    const row = await standardRow(name)
    expect(row.autres_formations_labels).toBe('EPN Normandie')
    expect(row.date_maj).toBe('2026-04-02')

    const page = await proof(proofSlug)
    expect(page.status).toBe(200)
    for (const said of [
      name,
      number,
      'Label porté depuis le 1er avril 2026.',
      'Région Estuaire',
      'Ville du quai est liée par la convention',
      'en vigueur',
      'Comment vérifier',
      `http://localhost:3000/l/${proofSlug}`,
    ])
      expect(page.text).toContain(said)
    expect(page.links.some(({ href }) => href.startsWith('/labels/epn'))).toBe(true)
  })

  it('sa page se garde une minute, se lit par un programme, et répond sans script (LAB-38, LAB-43)', async () => {
    const { awards } = await labelled(['Salle du cadran'])
    const slug = awards[0]?.proofSlug ?? ''
    const answer = await app.visitor().get(`/l/${slug}`)
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60')
    expect(answer.headers.get('x-robots-tag')).toBeNull()
    expect(await jsonLd(slug)).toMatchObject({
      '@type': 'Certification',
      '@id': `http://localhost:3000/l/${slug}`,
      name: 'EPN Normandie',
      certificationStatus: 'https://schema.org/CertificationActive',
      statut: 'porte',
      validFrom: '2026-01-12',
      about: { '@type': 'Place', name: 'Salle du cadran' },
    })
    expect((await app.visitor().get('/l/jamaisvu2345')).status).toBe(404)
    expect((await app.visitor().get(`/n/baie/l/${slug}`)).status).toBe(404)
  })

  it('le registre et les données ouvertes disent la licence, le jour, et personne (LAB-43)', async () => {
    const { awards } = await labelled(['Kiosque des dunes'])
    const register = await read(await app.visitor().get('/labels?label=epn'))
    expect(register.text).toContain('Kiosque des dunes')
    expect(register.text).toContain('Licence Ouverte')
    const csv = await app.visitor().get('/labels/donnees.csv?label=epn')
    const text = await csv.text()
    expect(csv.headers.get('content-disposition')).toContain('2026-04-02')
    expect(text).toContain('Licence Ouverte 2.0 (Etalab)')
    expect(text).toContain(awards[0]?.number ?? '?')
    expect(text).not.toMatch(/motif|signataire|@/)
    expect(
      (await openLines('?label=tiers-lieux')).every(({ code_label }) => code_label === 'tiers-lieux'),
    ).toBe(true)
  })
})

describe('Deux labels, deux vies (LAB-37, LAB-62)', () => {
  it('un lieu porte les deux labels normands ; il en perd un et garde l’autre (LAB-62)', async () => {
    const { awards } = await labelled(['Halle aux fils'], [epn, thirdPlace])
    await app.services.db
      .insertInto('labels.award_act')
      .values({
        ...{ id: newId(), award_id: awards[0]?.award as never, seq: 2, kind: 'withdrawn' },
        ...{ from_day: day('2026-03-01'), reason: 'Décision motivée', recorded_at: app.services.clock.now() },
      })
      .execute()
    const shown = await pageOf('Halle aux fils')
    expect(shown).toContain('Tiers-Lieux Normandie, depuis le 12 janvier 2026')
    expect(shown).toContain('EPN Normandie, label retiré le 1er mars 2026')
    expect((await standardRow('Halle aux fils')).autres_formations_labels).toBe('Tiers-Lieux Normandie')
    expect((await proof(awards[0]?.proofSlug ?? '')).text).toContain('Label retiré le 1er mars 2026.')
    expect((await proof(awards[0]?.proofSlug ?? '')).text).not.toContain('Décision motivée')
    expect((await proof(awards[1]?.proofSlug ?? '')).text).toContain('Label porté depuis')
  })

  it('suspendu, il n’est ni exporté ni dit retiré, et son motif ne se lit nulle part (LAB-34, LAB-42)', async () => {
    const { awards } = await labelled(['Fournil des ondes'])
    await app.services.db
      .insertInto('labels.award_act')
      .values({
        ...{ id: newId(), award_id: awards[0]?.award as never, seq: 2, kind: 'suspended' },
        ...{ from_day: day('2026-03-15'), reason: 'Travaux', recorded_at: app.services.clock.now() },
      })
      .execute()
    const shown = await pageOf('Fournil des ondes')
    const page = await proof(awards[0]?.proofSlug ?? '')
    expect(shown).toContain('EPN Normandie, label suspendu depuis le 15 mars 2026')
    expect(page.text).toContain('Label suspendu depuis le 15 mars 2026.')
    expect(`${shown} ${page.text}`).not.toMatch(/Travaux|retiré|terme/)
    expect((await standardRow('Fournil des ondes')).autres_formations_labels).toBe('')
    const line = (await openLines()).find(({ titulaire }) => titulaire === 'Fournil des ondes')
    expect(line).toMatchObject({ statut: 'suspendu', suspendu_depuis: '2026-03-15', retire_le: null })
  })

  it('un lieu qui change d’adresse garde ses labels ; s’il change de commune, son propriétaire confirme (LAB-37)', async () => {
    const { places, awards } = await labelled(['Bateau lavoir'])
    const slug = awards[0]?.proofSlug ?? ''
    const at = { network_id: app.networks.estuaire, place_id: places[0] as PlaceId }
    await app.services.db
      .insertInto('places.former_slug')
      .values({ ...at, slug: 'bateau-lavoir' })
      .execute()
    await app.services.db
      .updateTable('places.place')
      .set({ slug: 'bateau-lavoir-pont-audemer', commune: 'Pont-Audemer', postal_code: '27500' })
      .where('id', '=', places[0] as PlaceId)
      .execute()
    const alias = await app.visitor().get('/lieux/bateau-lavoir')
    expect(alias.headers.get('location')).toBe('/lieux/bateau-lavoir-pont-audemer')
    expect((await proof(slug)).text).toContain('Label porté depuis')
    const asked = await read(await officer.get('/labels/suivi'))
    expect(asked.text).toContain('Bateau lavoir')
    const form = [...asked.document.querySelectorAll('form')].find((one) =>
      one.getAttribute('action')?.endsWith('/adresse'),
    )
    const action = form?.getAttribute('action') ?? ''
    expect((await officer.post(action)).status).toBe(303)
    const after = await read(await officer.get('/labels/suivi'))
    expect(after.text).toContain('Le label suit son lieu à Pont-Audemer')
    expect(after.text).not.toContain('Lieux qui ont changé de commune')
    expect((await officer.post(action)).status).toBe(409)
    const reader = await app.signIn('reader')
    expect((await read(await reader.get('/labels/suivi'))).status).toBe(200)
    expect((await reader.post(action)).status).toBe(403)
  })
})

describe('Ce qui suit une résiliation (LAB-35, LAB-63, LAB-64, 000 art. 12)', () => {
  it('entière : tous ses lieux sont retirés le lendemain, l’histoire reste, aucun motif n’est dit (LAB-63, LAB-34)', async () => {
    app.moveTo('2026-04-02')
    const names = ['Phare du nord', 'Phare du sud']
    const { address, awards } = await labelled(names)
    await terminated(address)
    app.moveTo('2026-05-05')
    expect((await proof(awards[0]?.proofSlug ?? '')).text).toContain('Label porté depuis')
    app.moveTo('2026-05-06')
    for (const [index, name] of names.entries()) {
      const slug = awards[index]?.proofSlug ?? ''
      const page = await proof(slug)
      expect(page.text).toContain('Label retiré le 6 mai 2026.')
      expect(page.text).toContain('Label porté du 12 janvier 2026 au 5 mai 2026.')
      expect(page.text).not.toMatch(/Article 4|résili|terme/)
      expect(await jsonLd(slug)).toMatchObject({
        certificationStatus: 'https://schema.org/CertificationInactive',
        statut: 'retire',
      })
      expect(await pageOf(name)).toContain('label retiré le 6 mai 2026')
      expect((await standardRow(name)).autres_formations_labels).toBe('')
      expect((await standardRow(name)).date_maj).toBe('2026-05-06')
    }
    const line = (await openLines()).find(({ titulaire }) => titulaire === 'Phare du nord')
    expect(line).toMatchObject({ statut: 'retire', retire_le: '2026-05-06', porte_jusqu_au: null })
    expect((await read(await app.visitor().get('/labels'))).text).not.toContain('Phare du nord')
    expect((await read(await app.visitor().get('/labels?etat=anciens'))).text).toContain('Phare du nord')
    expect((await app.visitor().get(`/l/${awards[0]?.proofSlug}`)).headers.get('x-robots-tag')).toBeNull()
    app.moveTo('2027-05-07')
    const old = await app.visitor().get(`/l/${awards[0]?.proofSlug}`)
    expect(old.status).toBe(200)
    expect(old.headers.get('x-robots-tag')).toBe('noindex')
  })

  it('partielle : le seul lieu visé est retiré, et la lecture retenue se voit (LAB-64, LAB-35)', async () => {
    app.moveTo('2026-04-02')
    const names = ['Moulin haut', 'Moulin bas', 'Moulin neuf']
    const { address, places, awards } = await labelled(names)
    const shown = await terminated(address, { etendue: 'partielle', lieux: [places[1] as string] })
    expect(shown.text).toContain('Moulin bas')
    app.moveTo('2026-05-06')
    const said = await Promise.all(awards.map(async ({ proofSlug }) => (await proof(proofSlug)).text))
    expect(said.map((text) => text.includes('Label retiré le 6 mai 2026'))).toEqual([false, true, false])
    expect((await read(await officer.get(address))).text).toMatch(/lecture/i)
  })
})

describe('Une dénonciation qui arrive à son terme (LAB-65, LAB-34)', () => {
  it('les labels sont arrivés à leur terme, en mots neutres partout', async () => {
    app.moveTo('2026-04-02')
    const { address, awards } = await labelled(['Grange aux livres'])
    await recorded(`${address}/denonciation`, {
      ...{ partie: 'region', voie: 'recommande', date: '01/04/2026', suivi: '1C' },
    })
    await app.runJobs()
    app.moveTo('2026-07-02')
    const slug = awards[0]?.proofSlug ?? ''
    const page = await proof(slug)
    expect(page.text).toContain('Label porté du 12 janvier 2026 au 1er juillet 2026.')
    expect(await jsonLd(slug)).toMatchObject({ statut: 'arrive_a_son_terme', expires: '2026-07-01' })
    expect(await pageOf('Grange aux livres')).toContain('du 12 janvier 2026 au 1er juillet 2026')
    const line = (await openLines()).find(({ titulaire }) => titulaire === 'Grange aux livres')
    expect(line).toMatchObject({
      statut: 'arrive_a_son_terme',
      porte_jusqu_au: '2026-07-01',
      retire_le: null,
    })
    expect((await standardRow('Grange aux livres')).autres_formations_labels).toBe('')
    for (const text of [page.text, JSON.stringify(await jsonLd(slug)), JSON.stringify(line)])
      expect(text.replace('retire_le', '')).not.toMatch(/retir|dénonc|résili/i)
    const listed = await read(await app.visitor().get('/labels?etat=anciens'))
    expect(listed.texts('tbody tr').find((row) => row.includes('Grange aux livres'))).toContain(
      'Arrivé à son terme',
    )
  })
})

describe('Une résiliation retirée comme une erreur (LAB-36, LAB-66)', () => {
  it('le label est porté de nouveau, et la page dit ce qu’elle a dit', async () => {
    app.moveTo('2026-04-02')
    const { agreementId, address, awards } = await labelled(['Remise des arts'])
    await terminated(address)
    await app.runJobs()
    app.moveTo('2026-05-08')
    const slug = awards[0]?.proofSlug ?? ''
    expect((await proof(slug)).text).toContain('Label retiré le 6 mai 2026.')
    const { rows } = await app.database.pool.query(
      `select id from agreements.act where agreement_id = $1 order by seq desc limit 1`,
      [agreementId],
    )
    await recorded(`${address}/actes/${rows[0].id}/correction`, {
      ...{ geste: 'retirer', motif: 'Lettre d’une autre convention' },
    })
    await app.runJobs()
    const page = await proof(slug)
    expect(page.text).toContain('Label porté depuis le 12 janvier 2026.')
    expect(page.text).toContain('Du 6 mai 2026 au 8 mai 2026, cette page disait : « retiré ».')
    expect(page.text).not.toContain('autre convention')
    const courses = await app.database.pool.query(
      'select seq from labels.award_course where award_id = $1 order by seq',
      [awards[0]?.award],
    )
    expect(courses.rows.map(({ seq }) => seq)).toEqual([1, 2, 3])
  })
})

describe('Les suites d’un acte, une fois et une seule (LAB-35, LAB-67)', () => {
  async function cascade(agreementId: AgreementId) {
    const { rows } = await app.database.pool.query(
      `select count(*)::int as n from labels.award_course c join labels.award a on a.id = c.award_id
       where a.agreement_id = $1`,
      [agreementId],
    )
    return rows[0].n as number
  }

  /** One who keeps its places, and one who answers for the partner. */
  async function membersOf(agreementId: AgreementId) {
    const { rows } = await app.database.pool.query(
      'select partner_id from agreements.agreement where id = $1',
      [agreementId],
    )
    await app.signIn('facilitator', { organisation: rows[0].partner_id })
    await app.signIn('partner', { organisation: rows[0].partner_id })
  }

  it('le programme s’arrête après l’acte : au redémarrage chaque suite a lieu une fois (LAB-67)', async () => {
    app.moveTo('2026-04-02')
    const { agreementId, address } = await labelled(['Lavoir des prés', 'Lavoir des bois'])
    await membersOf(agreementId)
    const before = await cascade(agreementId)
    // The act is committed; its jobs wait in the same database, and no worker has taken them.
    await terminated(address)
    expect(await mails('label retiré, EPN Normandie, Lavoir des prés')).toEqual([])
    await app.runJobs()
    expect(await cascade(agreementId)).toBe(before + 2)
    const told = await mails('label retiré, EPN Normandie, Lavoir des prés')
    expect(told).toHaveLength(2)
    // Killed after the work and before its mark: the same jobs come again.
    const { followLabelsUnder, labelJobs } = await import('../../src/modules/labels/index.ts')
    for (let run = 0; run < 3; run += 1) {
      await followLabelsUnder(app.services, agreementId)
      await labelJobs.find(({ name }) => name === 'labels/follow-labels')?.work(app.services, {} as never)
      await app.runJobs()
    }
    await Promise.all([
      followLabelsUnder(app.services, agreementId),
      followLabelsUnder(app.services, agreementId),
    ])
    expect(await cascade(agreementId)).toBe(before + 2)
    expect(await mails('label retiré, EPN Normandie, Lavoir des prés')).toHaveLength(told.length)
  })

  it('celles et ceux qui tiennent le lieu et le référent du partenaire sont prévenus, sans motif (LAB-35)', async () => {
    app.moveTo('2026-04-02')
    const { agreementId, address } = await labelled(['Forge du bourg'])
    await membersOf(agreementId)
    await terminated(address)
    await app.runJobs()
    const told = await mails('label retiré, EPN Normandie, Forge du bourg')
    expect(told).toHaveLength(2)
    for (const { body } of told) {
      expect(body).toContain('retiré à compter du 6 mai 2026')
      expect(body).toContain('/l/')
      expect(body).not.toMatch(/Article 4|manquement/)
    }
  })
})

describe('L’information de chaque semestre (LAB-32, LAB-79, 000 art. 4)', () => {
  it('en retard au 1er juillet : signalé, rappelé une fois malgré trois passages ; le second semestre ne rachète pas le premier (LAB-79)', async () => {
    app.moveTo('2026-01-13')
    const first = await place('Rucher des mots')
    const agreementId = await anAgreementInForce(app.context(), day('2025-11-03'), {
      places: [first],
      partner: 'Commune du rucher',
    })
    await anAward(app.context(), epn, { agreementId, place: first, on: day('2025-11-03') })
    const { rows } = await app.database.pool.query(
      'select partner_id from agreements.agreement where id = $1',
      [agreementId],
    )
    const keeper = await app.signIn('facilitator', { organisation: rows[0].partner_id })
    const { allJobs } = await import('../../src/jobs.ts')
    const remind = allJobs.find(({ name }) => name === 'places/remind-freshness')
    const run = async () => {
      for (let times = 0; times < 3; times += 1) await remind?.work(app.services, {} as never)
      return (await mails('Rucher des mots')).filter(({ subject }) => subject.includes('à confirmer'))
    }
    app.moveTo('2026-05-31')
    expect(await run()).toHaveLength(1)
    app.moveTo('2026-06-23')
    expect(await run()).toHaveLength(2)
    app.moveTo('2026-07-01')
    // The last day was the day before: its mail is made up for, and the head is told.
    expect(await run()).toHaveLength(3)
    expect((await mails('en retard')).length).toBe(1)
    app.moveTo('2026-07-07')
    expect(await run()).toHaveLength(4)

    const page = await read(await officer.get('/labels/suivi'))
    const row = page.texts('tbody tr').find((text) => text.includes('Rucher des mots'))
    expect(row).toContain('premier semestre 2026')
    expect(await pageOf('Rucher des mots')).toContain('EPN Normandie, depuis le 3 novembre 2025')

    const confirmed = await keeper.post(`/conventions/${agreementId}/lieux/${first}/confirmation`)
    expect(confirmed.status).toBe(303)
    expect(await pageOf('Rucher des mots')).toContain('Informations confirmées le 7 juillet 2026')
    const after = await read(await officer.get('/labels/suivi'))
    const still = after.texts('tbody tr').find((text) => text.includes('Rucher des mots'))
    expect(still).toContain('premier semestre 2026')
    expect(still).not.toContain('second semestre')
  })

  it('la mise en demeure se prépare avec la liste des lieux et des semestres ; rien n’est envoyé (LAB-32)', async () => {
    app.moveTo('2026-07-08')
    const page = await read(await officer.get('/labels/suivi'))
    const section = [...page.document.querySelectorAll('section')].find((one) =>
      one.textContent?.includes('Rucher des mots'),
    )
    const action = section?.querySelector('form')?.getAttribute('action') ?? ''
    const done = await officer.post(action)
    expect(done.status).toBe(303)
    const letter = await read(await officer.get(done.headers.get('location') ?? ''))
    expect(letter.text).toContain('Rucher des mots')
    expect(letter.text).toContain('premier semestre 2026')
    expect(letter.text).toContain('Rien n’est envoyé')
  })
})

describe('Ce qu’un fichier dit d’un label n’est pas une preuve (LAB-42, LAB-87)', () => {
  it('« EPN Normandie » lu dans un fichier : dit par la source, non vérifié, jamais réexporté comme attribué (LAB-87)', async () => {
    app.moveTo('2026-04-02')
    await place('Petit café', { otherLabels: ['EPN Normandie', 'Fabrique de territoire'] })
    const shown = await pageOf('Petit café')
    expect(shown).toContain(
      'EPN Normandie ; Fabrique de territoire. Déclaré par la source « fichier régional », non vérifié par le réseau.',
    )
    expect(shown).not.toContain('Le réseau a vérifié')
    expect((await read(await app.visitor().get('/lieux?label=epn'))).text).not.toContain('Petit café')
    expect((await standardRow('Petit café')).autres_formations_labels).toBe('Fabrique de territoire')
    expect((await openLines()).some(({ titulaire }) => titulaire === 'Petit café')).toBe(false)
  })
})
