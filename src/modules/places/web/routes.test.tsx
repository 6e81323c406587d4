import { beforeAll, describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../tests/support.ts'
import { addPlace, addShownLabel } from '../testing.ts'

const app = useApp()
const get = async (path: string) => read(await app.visitor().get(path))

beforeAll(async () => {
  const { db } = app.services
  const gap = { commune: 'Gap', inseeCode: '05061', postalCode: '05000', latitude: 44.56, longitude: 6.08 }
  const labelled = await addPlace(db, app.networks.estuaire, {
    ...gap,
    slug: 'mediatheque-de-gap',
    name: 'Médiathèque de Gap',
    services: ['everyday-tools'],
    phone: '+33199000000',
    emails: ['contact@mediatheque.example', 'camille.essai@mairie.example'],
    websites: ['https://mediatheque.example/'],
    openingHours: 'Mo-Fr 09:00-12:00; PH off',
    fees: ['free'],
    source: 'essai',
  })
  await addShownLabel(db, app.networks.estuaire, labelled, {
    code: 'epn',
    name: 'EPN Essai',
    until: '2026-07-01',
  })
  await addPlace(db, app.networks.estuaire, {
    slug: 'long',
    name: 'Espace public numérique intercommunal des Hautes-Vallées et du Bocage de la Vire, antenne sud',
    openingHours: 'un mardi sur deux',
  })
  await addPlace(db, app.networks.estuaire, {
    ...gap,
    slug: 'ferme',
    name: 'Lieu d’autrefois',
    status: 'closed',
  })
})

describe('the home page', () => {
  it('says what can be done, in the resident’s words, with counts', async () => {
    const page = await get('/')
    expect(page.status).toBe(200)
    expect(page.heading).toBe('De l’aide avec le numérique, près de chez vous')
    const link = page.links.find(
      ({ text }) => text === 'Apprendre à se servir d’un ordinateur ou d’un téléphone',
    )
    expect(link?.href).toBe('/lieux?service=maitrise-des-outils-numeriques-du-quotidien')
    expect(page.text).toContain('1 lieu · Maîtrise des outils numériques du quotidien')
    expect(page.links.map(({ href }) => href)).toContain('/lieux?label=epn')
  })

  it('teaches what to expect of an empty network, whose links stay in it', async () => {
    const page = await get('/n/baie/')
    expect(page.text).toContain('Les lieux du réseau arrivent bientôt.')
    expect(page.document.querySelector('form')?.getAttribute('action')).toBe('/n/baie/lieux')
  })
})

describe('the list', () => {
  it('finds, says how it understood, and offers another reading', async () => {
    const page = await get('/lieux?q=mediatheque+gap')
    expect(page.heading).toBe('1 lieu à Gap pour « mediatheque »')
    expect(page.text).toContain('une commune (Gap, 05)')
    expect(page.links.find(({ text }) => text === 'Chercher plutôt ces mots tels quels')?.href).toBe(
      '/lieux?q=mediatheque+gap&lecture=mots',
    )
    expect(page.value('q')).toBe('mediatheque gap')
  })

  it('keeps what was typed, as text, whatever it is', async () => {
    const page = await get(`/lieux?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(page.value('q')).toBe('"><script>alert(1)</script>')
    expect(page.document.querySelectorAll('script:not([src])')).toHaveLength(0)
  })

  it('explains an unknown filter, and a label nobody bears', async () => {
    expect((await get('/lieux?service=xyz')).text).toContain(
      'Le filtre de besoin « xyz » n’existe pas ; il a été ignoré.',
    )
    const none = await get('/lieux?label=inconnu')
    expect(none.heading).toBe('Aucun lieu')
    expect(none.links.find(({ text }) => text.startsWith('Chercher avec ou sans label'))?.href).toBe('/lieux')
  })

  it('shows a label and its filter while it is borne, and no longer after', async () => {
    expect((await get('/lieux')).texts('.tag')).toEqual(['EPN Essai'])
    expect((await get('/lieux?label=epn')).heading).toBe('1 lieu')
    app.moveTo('2026-07-01')
    expect((await get('/lieux')).text).not.toContain('EPN Essai')
    expect((await get('/lieux?label=epn')).heading).toBe('Aucun lieu')
    const after = await get('/lieux/mediatheque-de-gap')
    expect(after.texts('.tag')).not.toContain('EPN Essai')
    expect(after.text).toContain('Label porté')
    app.moveTo('2026-06-17')
  })
})

describe('the map', () => {
  it('is drawn by the server, each mark a link, beside the same list', async () => {
    const page = await get('/lieux/carte')
    const [mark] = page.document.querySelectorAll('.map-mark')
    expect(mark?.querySelector('title')?.textContent).toBe('Médiathèque de Gap')
    expect(mark?.getAttribute('href')).toBe('/lieux/mediatheque-de-gap')
    expect(page.text).toContain('1 lieu n’a pas de position connue')
    expect(page.document.querySelectorAll('[style]')).toHaveLength(0)
  })

  it('gives its marks as JSON, and nothing twice (DIR-84)', async () => {
    const path = '/lieux/carte.json?bbox=-5,41,9,51&zoom=6'
    const answer = await app.visitor().get(path)
    expect(await answer.json()).toEqual([
      {
        at: [44.56, 6.08],
        count: 1,
        town: 'Gap',
        opensAt: null,
        label: 'Médiathèque de Gap',
        href: '/lieux/mediatheque-de-gap',
      },
    ])
    const etag = answer.headers.get('etag') ?? ''
    const again = await app.app.request(`http://localhost:3000${path}`, {
      headers: { 'if-none-match': etag },
    })
    expect(again.status).toBe(304)
    await addPlace(app.services.db, app.networks.estuaire)
    const changed = await app.app.request(`http://localhost:3000${path}`, {
      headers: { 'if-none-match': etag },
    })
    expect(changed.status).toBe(200)
  })

  it('serves its outlines itself, for ever', async () => {
    const page = await get('/lieux/carte')
    const address = page.document.querySelector('[data-island]')?.getAttribute('data-outline') ?? ''
    const outline = await app.visitor().get(address)
    expect(outline.headers.get('cache-control')).toContain('immutable')
    expect(Object.keys(await outline.json())).toEqual(['france', 'neighbours'])
    expect((await app.visitor().get('/lieux/fond-de-carte/0123.json')).status).toBe(404)
  })
})

describe('a place', () => {
  it('answers first, then the rest', async () => {
    const page = await get('/lieux/mediatheque-de-gap')
    expect(page.heading).toBe('Médiathèque de Gap')
    expect(page.text).toContain('Fermé, ouvre demain à 9 h')
    expect(page.texts('tbody tr')).toEqual(['Du lundi au vendredi9 h – 12 h', 'Samedi et dimancheFermé'])
    expect(page.text).toContain('Fermé les jours fériés.')
    expect(page.links.map(({ href }) => href)).toContain('tel:+33199000000')
    expect(page.text).toContain('EPN Essai, depuis le 1er janvier 2026')
  })

  it('keeps somebody’s own address to itself (DIR-72)', async () => {
    const { text } = await get('/lieux/mediatheque-de-gap')
    expect(text).toContain('contact@mediatheque.example')
    expect(text).not.toContain('camille.essai')
  })

  it('holds with a long name and little else', async () => {
    const page = await get('/lieux/long')
    expect(page.text).toContain('Horaires tels que communiqués : un mardi sur deux')
    expect(page.text).toContain('Adresse non communiquée')
    expect(page.text).toContain('Date de mise à jour inconnue')
  })

  it('says that it closed', async () =>
    expect((await get('/lieux/ferme')).text).toContain('Ce lieu a fermé.'))

  it('is nowhere to be found in another network, or at a made-up address', async () => {
    expect((await get('/n/baie/lieux/mediatheque-de-gap')).status).toBe(404)
    expect((await get('/lieux/nulle-part')).status).toBe(404)
  })
})
