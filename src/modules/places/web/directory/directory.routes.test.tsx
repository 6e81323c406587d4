import { beforeAll, describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../../tests/support.ts'
import { addPlace, addShownLabel } from '../../testing.ts'

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
    expect(link?.href).toBe('/lieux?services=maitrise-des-outils-numeriques-du-quotidien')
    expect(page.text).toContain('1 lieu · Maîtrise des outils numériques du quotidien')
    expect(page.links.map(({ href }) => href)).toContain('/lieux?labels=epn')
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
    expect((await get('/lieux?label=inconnu')).text).toContain('Le filtre de label « inconnu » n’existe pas')
  })

  it('shows a label and its filter while it is borne, and no longer after', async () => {
    expect((await get('/lieux')).texts('.tag')).toEqual(['EPN Essai'])
    expect((await get('/lieux?label=epn')).heading).toBe('1 lieu')
    app.moveTo('2026-07-01')
    expect((await get('/lieux')).text).not.toContain('EPN Essai')
    const none = await get('/lieux?label=epn')
    expect(none.heading).toBe('Aucun lieu')
    expect(none.links.find(({ text }) => text.startsWith('Chercher avec ou sans label'))?.href).toBe('/lieux')
    const after = await get('/lieux/mediatheque-de-gap')
    expect(after.texts('.tag')).not.toContain('EPN Essai')
    expect(after.text).toContain('Label porté')
    app.moveTo('2026-06-17')
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
    expect(page.text).toContain('EPN Essai, depuis le 1er janvier 2026, jusqu’au 30 juin 2026.')
  })

  it('keeps somebody’s own address to itself (DIR-72)', async () => {
    const { text } = await read(await app.visitor().post('/lieux/mediatheque-de-gap/courriel'))
    expect(text).toContain('contact@mediatheque.example')
    expect(text).not.toContain('camille.essai')
  })

  it('holds with a long name and little else, hours told as they were written (DIR-25)', async () => {
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

describe('a long list (DIR-66)', () => {
  const names = Array.from({ length: 60 }, (_, at) => `Lieu numéro ${String(at + 1).padStart(2, '0')}`)
  const shown = async (path: string) => {
    const page = await get(path)
    const rows = [...page.document.querySelectorAll('.row-title')].map(({ textContent }) =>
      textContent?.trim(),
    )
    const towards = (text: string) => page.links.find((link) => link.text === text)?.href
    return { page, rows, next: towards('Suivants'), previous: towards('Précédents') }
  }

  beforeAll(async () => {
    for (const name of names) await addPlace(app.services.db, app.networks.baie, { name, fees: ['free'] })
  })

  it('goes 25 by 25, forwards and back, the total told, the filters kept', async () => {
    const first = await shown('/n/baie/lieux?frais=gratuit')
    expect(first.rows).toEqual(names.slice(0, 25))
    expect(first.page.text).toContain('60 lieux en tout')
    expect(first.previous).toBeUndefined()
    const second = await shown(first.next ?? '')
    expect(second.rows).toEqual(names.slice(25, 50))
    expect(first.next).toMatch(/^\/n\/baie\/lieux\?frais=gratuit&apres=/)
    const third = await shown(second.next ?? '')
    expect(third.rows).toEqual(names.slice(50))
    expect(third.next).toBeUndefined()
    expect((await shown(third.previous ?? '')).rows).toEqual(second.rows)
    expect((await shown(second.previous ?? '')).rows).toEqual(first.rows)
  })

  it('is the same on the map side and in print, page for page', async () => {
    const { next = '' } = await shown('/n/baie/lieux')
    const both = await shown(`${next}&vue=les-deux`)
    expect(both.rows).toEqual(names.slice(25, 50))
    const printed = await get(next.replace('/lieux?', '/lieux/impression?'))
    expect(printed.text).toContain(names[30])
    expect(printed.text).not.toContain(names[0])
  })

  it('goes on from the numbered pages of older links; beyond the last, the last', async () => {
    const second = await shown('/n/baie/lieux?page=2')
    expect(second.rows).toEqual(names.slice(25, 50))
    expect((await shown(second.next ?? '')).rows).toEqual(names.slice(50))
    expect((await shown(second.previous ?? '')).rows).toEqual(names.slice(0, 25))
    expect((await shown('/n/baie/lieux?page=99')).rows).toEqual(names.slice(50))
  })

  it('says that an address leads to no page', async () =>
    expect((await shown('/n/baie/lieux?apres=ici')).page.text).toContain('n’existe pas'))
})
