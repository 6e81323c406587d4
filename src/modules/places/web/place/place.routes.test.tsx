import { beforeAll, describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../../tests/support.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import { addRevision } from '../../data/life/place.store.ts'
import { addPlace } from '../../testing.ts'
import { placeJsonLd } from './json-ld.ts'

const app = useApp()
const get = async (path: string) => read(await app.visitor().get(path))

const COUTANCES = { commune: 'Coutances', inseeCode: '50147', postalCode: '50200' }

beforeAll(async () => {
  const { db } = app.services
  const here = await addPlace(db, app.networks.estuaire, {
    ...COUTANCES,
    slug: 'mediatheque',
    name: 'Médiathèque </script><b>des Unelles',
    summary: 'Des ordinateurs et de l’aide.',
    latitude: 49.0481,
    longitude: -1.4456,
    services: ['administrative-procedures'],
    phone: '+33199000001',
    emails: ['contact@mediatheque.example', 'camille.essai@mairie.example'],
    websites: ['https://mediatheque.example/'],
    openingHours: 'Mo-Fr 09:00-12:00; PH off',
    fees: ['free'],
  })
  const edited = { saidBy: 'owner' as const, by: null, at: '2026-05-04T08:00:00Z' as Instant, act: 'edited' }
  await addRevision(
    db,
    here,
    2,
    { opening_hours: { from: 'Mo', to: 'Tu' }, phone: { from: null, to: '+33199000001' } },
    edited,
  )
  await addRevision(
    db,
    here,
    3,
    { hidden_because: { from: null, to: 'en travaux' } },
    { ...edited, saidBy: 'staff' },
  )
  await addPlace(db, app.networks.estuaire, {
    ...COUTANCES,
    slug: 'mairie',
    name: 'Mairie de Coutances',
    latitude: 49.0461,
    longitude: -1.4436,
  })
  await addPlace(db, app.networks.estuaire, {
    ...COUTANCES,
    slug: 'brouillon',
    name: 'Pas encore',
    status: 'draft',
    latitude: 49.0471,
    longitude: -1.4446,
  })
  await addPlace(db, app.networks.estuaire, { slug: 'gap', name: 'Gap', latitude: 44.56, longitude: 6.08 })
  await addPlace(db, app.networks.estuaire, { slug: 'ferme', name: 'Fermé', status: 'closed' })
})

describe('the page of a place, for those who read it', () => {
  it('gives the closest other places with their distance, never a draft (DIR-72)', async () => {
    const page = await get('/lieux/mediatheque')
    expect(page.texts('h2')).toContain('Les lieux les plus proches')
    expect(page.texts('.rows li h3')).toEqual(['Mairie de Coutances'])
    expect(page.texts('.rows .row-line')[0]).toMatch(/^À 300 m/)
  })

  it('tells which public facts changed and in which quality, never what is not public (DIR-72)', async () => {
    const page = await get('/lieux/mediatheque')
    expect(page.texts('details.more li')).toEqual(['4 mai 2026 : les horaires et le téléphone, par le lieu.'])
    expect(page.text).not.toContain('en travaux')
  })

  it('shows a mail to whoever presses a button, with no script and no account (DIR-72)', async () => {
    const page = await get('/lieux/mediatheque')
    expect(page.document.toString()).not.toContain('@mediatheque.example')
    const form = page.document.querySelector('form[action="/lieux/mediatheque/courriel"]')
    expect(form?.getAttribute('method')).toBe('post')
    const answer = await read(await app.visitor().post('/lieux/mediatheque/courriel'))
    expect(answer.links.map(({ href }) => href)).toContain('mailto:contact@mediatheque.example')
    expect(answer.document.toString()).not.toContain('camille.essai')
  })

  it('has no mail to show where none is told, or in another network', async () => {
    expect((await app.visitor().post('/lieux/mairie/courriel')).status).toBe(404)
    expect((await app.visitor().post('/n/baie/lieux/mediatheque/courriel')).status).toBe(404)
  })
})

describe('the page of a place, for search engines', () => {
  it('says where it lives and what it is, without a text of the place closing the script (DIR-72)', async () => {
    const { document } = await get('/lieux/mediatheque')
    expect(document.querySelector('link[rel="canonical"]')?.getAttribute('href')).toBe(
      'http://localhost:3000/lieux/mediatheque',
    )
    const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')]
    expect(scripts).toHaveLength(1)
    const data = JSON.parse(scripts[0]?.textContent ?? '') as Record<string, unknown>
    expect(data).toMatchObject({
      '@type': 'LocalBusiness',
      name: 'Médiathèque </script><b>des Unelles',
      telephone: '+33199000001',
      sameAs: ['https://mediatheque.example/'],
      address: { addressLocality: 'Coutances', postalCode: '50200' },
      isAccessibleForFree: true,
    })
    expect(data).not.toHaveProperty('email')
    const hours = data.openingHoursSpecification as { dayOfWeek: string; opens: string; closes: string }[]
    expect(hours.map(({ dayOfWeek }) => dayOfWeek.split('/').at(-1))).toEqual([
      'Monday',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Friday',
    ])
    expect(hours[0]).toMatchObject({ opens: '09:00', closes: '12:00' })
  })

  it('lends its name to none of the sites it leads to (DIR-72)', async () => {
    const { document } = await get('/lieux/mediatheque')
    const away = [...document.querySelectorAll('main a[href^="http"]')].filter(
      (link) => !link.getAttribute('href')?.startsWith('http://localhost:3000/'),
    )
    expect(away.map((link) => link.getAttribute('href'))).toEqual(
      expect.arrayContaining(['https://mediatheque.example/', expect.stringContaining('openstreetmap.org')]),
    )
    expect(new Set(away.map((link) => link.getAttribute('rel')))).toEqual(new Set(['nofollow noopener']))
  })

  it('says nothing of its own of a place that closed', async () => {
    const { document } = await get('/lieux/ferme')
    expect(document.querySelectorAll('script[type="application/ld+json"]')).toHaveLength(0)
  })

  it('lists the published places, and closes the combinations of filters (DIR-72, DIR-84)', async () => {
    const robots = await (await app.visitor().get('/robots.txt')).text()
    expect(robots).toContain('Sitemap: http://localhost:3000/sitemap.xml')
    expect(robots).toContain('Disallow: /*lieux?*&')
    expect(robots).not.toMatch(/Disallow: \/(\n|$)/)
    const index = await (await app.visitor().get('/sitemap.xml')).text()
    expect(index).toContain('<loc>http://localhost:3000/sitemap/lieux-1.xml</loc>')
    const listed = await (await app.visitor().get('/sitemap/lieux-1.xml')).text()
    expect(listed.match(/<loc>[^<]*<\/loc>/g)?.sort()).toEqual(
      ['gap', 'mairie', 'mediatheque'].map((slug) => `<loc>http://localhost:3000/lieux/${slug}</loc>`),
    )
    expect(listed).toContain('<lastmod>2026-05-04</lastmod>')
    for (const wrong of ['lieux-2.xml', 'lieux-0.xml', 'autre.xml'])
      expect((await app.visitor().get(`/sitemap/${wrong}`)).status).toBe(404)
  })

  it('promises no hour that is to be confirmed', () => {
    const place = { name: 'x', websites: [], fees: [], services: [], commune: '', address: '' }
    const week = [{ spans: [{ start: 540, end: 1440 }], isUnsure: false, comment: '' }]
    const unsure = [{ spans: [{ start: 540, end: 720 }], isUnsure: true, comment: '' }]
    const said = (days: typeof week) =>
      placeJsonLd(place as never, { week: days } as never, 'https://x.example/').openingHoursSpecification
    expect(said(week)).toMatchObject([{ opens: '09:00', closes: '23:59' }])
    expect(said(unsure)).toEqual([])
  })
})
