import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/id.ts'
import { addScheme } from '../../src/modules/labels/index.ts'
import type { Browser } from '../support.ts'
import { read, useApp } from '../support.ts'

describe('De la convention signée au lieu labellisé, et retour (000 art. 6, 8 et 12)', () => {
  const app = useApp({ today: day('2026-06-17') })
  let officer: Browser
  let agreement = ''
  const place = newId<'place'>()

  beforeAll(async () => {
    officer = await app.signIn('officer')
    const { db, clock } = app.services
    await db
      .insertInto('places.place')
      .values({
        id: place,
        network_id: app.networks.estuaire,
        slug: 'maison-numerique-14600',
        name: 'Maison numérique',
        commune: 'Honfleur',
        postal_code: '14600',
        latitude: 49.419,
        longitude: 0.233,
        services: ['online-procedures'],
        created_at: clock.now(),
      })
      .execute()
    await addScheme(db, app.networks.estuaire, { code: 'epn-normandie', name: 'EPN Normandie' })
  })

  it('une convention se prépare depuis un modèle, et refuse un co-contractant sans nom', async () => {
    const refused = await read(
      await officer.post('/conventions/nouvelle', { modele: 'normandie-connectee', duree: '3' }),
    )
    expect(refused.status).toBe(422)
    expect(refused.title).toMatch(/^Erreur : /)
    expect(refused.problems).toContain('Indiquez le nom du co-contractant.')

    const drafted = await officer.post('/conventions/nouvelle', {
      modele: 'normandie-connectee',
      partenaire: 'Val de Mer',
      nature: 'epci',
      representant: 'Sophie Tanguy',
      qualite: 'présidente',
      duree: '3',
    })
    expect(drafted.status).toBe(303)
    agreement = drafted.headers.get('location')?.replace('/projet', '') ?? ''
    expect((await read(await officer.get(agreement))).text).toContain('Projet')
  })

  it('une signature est refusée tant que le texte a des blancs, puis tant qu’aucun lieu n’est listé (AGR-9)', async () => {
    const signature = {
      vu: '0',
      partie: 'region',
      signataire: 'Hugo Lestrade',
      qualite: 'directeur',
      date: '12/06/2026',
    }
    const incomplete = await read(await officer.post(`${agreement}/signature`, signature))
    expect(incomplete.status).toBe(422)
    expect(incomplete.problems[0]).toContain('Le texte est incomplet')
    expect(incomplete.value('signataire')).toBe('Hugo Lestrade')

    const form = await read(await officer.get(`${agreement}/projet`))
    const blanks = [...form.document.querySelectorAll('[name^="texte."]')].map(
      (field) => field.getAttribute('name') ?? '',
    )
    const filled = Object.fromEntries(
      blanks.map((name) => [name, name.includes('date') ? '14/03/2026' : 'renseigné']),
    )
    const saved = await officer.post(`${agreement}/projet`, {
      vu: '0',
      representant: 'Sophie Tanguy',
      qualite: 'présidente',
      duree: '3',
      ...filled,
    })
    expect(saved.status).toBe(303)

    const withoutPlace = await read(await officer.post(`${agreement}/signature`, signature))
    expect(withoutPlace.problems[0]).toContain('ne liste aucun lieu')
  })

  it('les lieux se cherchent et se listent dans l’annexe (000 art. 6)', async () => {
    const found = await read(await officer.get(`${agreement}/annexe?q=maison`))
    expect(found.text).toContain('Maison numérique')
    const listed = await officer.post(`${agreement}/annexe?q=maison`, {
      vu: '0',
      lieu: place,
      liste: 'liste_lieux_epn',
    })
    expect(listed.status).toBe(303)
  })

  it('la dernière signature fait entrer en vigueur, et chaque date cite son article (000 art. 8)', async () => {
    for (const [vu, partie, date] of [
      ['0', 'cocontractant', '10/06/2026'],
      ['2', 'region', '12/06/2026'],
    ] as const) {
      const signed = await officer.post(`${agreement}/signature`, {
        vu,
        partie,
        signataire: 'A',
        qualite: 'B',
        date,
      })
      expect(signed.status).toBe(303)
    }
    const page = await read(await officer.get(agreement))
    expect(page.text).toContain('En vigueur : première période jusqu’au 11 juin 2029')
    expect(page.text).toContain('veille de l’anniversaire')
    expect(page.text).toContain('art. 8')
  })

  it('le label attribué se voit aussitôt sur les pages publiques', async () => {
    const visitor = app.visitor()
    expect((await read(await visitor.get('/lieux/maison-numerique-14600'))).text).not.toContain(
      'EPN Normandie',
    )
    const form = await read(await officer.get(`${agreement}/labels/attribution`))
    const scheme = form.value('label') ?? ''
    const granted = await officer.post(`${agreement}/labels/attribution`, {
      label: scheme,
      lieux: place,
      date: '17/06/2026',
    })
    expect(granted.status).toBe(303)
    expect((await read(await visitor.get('/lieux/maison-numerique-14600'))).text).toContain('EPN Normandie')
  })

  it('la dénonciation montre sa conséquence avant d’être enregistrée, puis prévient les parties (AGR-42, AGR-46)', async () => {
    const letter = { vu: '3', partie: 'cocontractant', date: '17/06/2026', suivi: '1A 234' }
    const shown = await read(await officer.post(`${agreement}/denonciation`, letter))
    expect(shown.text).toContain('17 septembre 2026')
    expect(shown.text).toContain('Rien n’est encore enregistré')
    const confirme = shown.value('confirme') ?? ''
    const later = { ...letter, date: '16/06/2026', confirme }
    const shownAgain = await read(await officer.post(`${agreement}/denonciation`, later))
    expect(shownAgain.text).toContain('16 septembre 2026')
    expect(shownAgain.text).toContain('Rien n’est encore enregistré')
    const done = await officer.post(`${agreement}/denonciation`, { ...letter, confirme })
    expect(done.status).toBe(303)
    expect((await read(await officer.get(agreement))).notice).toContain('17 septembre 2026')
    await app.runJobs()
    const mails = await app.services.db.selectFrom('platform.mail').selectAll().execute()
    expect(mails.some((mail) => mail.subject.includes('dénonciation'))).toBe(true)
  })

  it('le label disparaît au lendemain du dernier jour, sans qu’aucun travail de nuit ne passe (AGR-1, DIR-8)', async () => {
    const visitor = app.visitor()
    app.moveTo('2026-09-17')
    expect((await read(await visitor.get('/lieux/maison-numerique-14600'))).text).toContain('EPN Normandie')
    app.moveTo('2026-09-18')
    const after = await read(await visitor.get('/lieux/maison-numerique-14600'))
    expect(after.texts('.tag')).not.toContain('EPN Normandie')
    expect(after.text).toContain('EPN Normandie, du 17 juin 2026 au 17 septembre 2026')
    app.moveTo('2026-06-17')
  })

  it('le co-contractant lit sa convention et en télécharge le PDF, mais n’y enregistre rien (AGR-115)', async () => {
    const { db } = app.services
    const organisation = await db
      .selectFrom('identity.organisation')
      .select('id')
      .where('name', '=', 'Val de Mer')
      .executeTakeFirstOrThrow()
    const partner = await app.signIn('partner', { organisation: organisation.id })
    const page = await read(await partner.get(agreement))
    expect(page.heading).toBe('Convention avec Val de Mer')
    expect(page.links.map(({ text }) => text)).not.toContain('Enregistrer une dénonciation')
    expect((await partner.get(`${agreement}/convention.pdf`)).status).toBe(200)
    expect((await read(await partner.get('/aujourdhui'))).status).toBe(200)
    expect((await partner.get(`${agreement}/denonciation`)).status).toBe(403)
    expect((await partner.post(`${agreement}/denonciation`, { vu: '4' })).status).toBe(403)
  })

  it('le PDF se télécharge, et la page d’une autre structure n’existe pas', async () => {
    const pdf = await officer.get(`${agreement}/convention.pdf`)
    expect(pdf.status).toBe(200)
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    const stranger = await app.signIn('partner')
    expect((await stranger.get(agreement)).status).toBe(404)
    const neighbour = await app.signIn('officer', { network: app.networks.baie })
    expect((await neighbour.get(`/n/baie${agreement}`)).status).toBe(404)
    expect((await neighbour.get(agreement)).status).toBe(403)
  })
})
