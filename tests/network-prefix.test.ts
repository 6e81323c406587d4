import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../src/kernel/id.ts'
import { type Browser, read, useApp } from './support.ts'

const LONGEST_WALK = 250

describe('Un réseau sous /n/baie', () => {
  const app = useApp()
  let place = ''

  beforeAll(async () => {
    place = 'point-numerique-50100'
    await app.services.db
      .insertInto('places.place')
      .values([
        {
          id: newId(),
          network_id: app.networks.baie,
          slug: place,
          name: 'Point numérique',
          commune: 'Saint-Lô',
          created_at: app.clock.now(),
        },
        {
          id: newId(),
          network_id: app.networks.estuaire,
          slug: 'atelier',
          name: 'Atelier',
          commune: 'Caen',
          created_at: app.clock.now(),
        },
      ])
      .execute()
  })

  it('garde le visiteur chez lui, de lien en lien', async () => {
    const { pages, leaving } = await walk(app.visitor(), '/n/baie/')
    expect(leaving).toEqual([])
    expect(pages).toContain(`/n/baie/lieux/${place}`)
    expect(pages.length).toBeGreaterThan(6)
  })

  it('garde ses membres chez eux, convention comprise', async () => {
    const officer = await app.signIn('officer', { network: app.networks.baie })
    const drafted = await officer.post('/n/baie/conventions/nouvelle', {
      modele: 'territoires-apprenants',
      partenaire: 'Clics et Marées',
      nature: 'association',
      representant: 'Gaël Prigent',
      qualite: 'président',
      duree: '3',
    })
    expect(drafted.headers.get('location')).toMatch(/^\/n\/baie\/conventions\//)
    const { pages, leaving } = await walk(officer, '/n/baie/aujourdhui')
    expect(leaving).toEqual([])
    expect(pages.some((page) => /^\/n\/baie\/conventions\/[0-9a-f-]{36}$/.test(page))).toBe(true)
  })

  it('ne montre ni les lieux ni les pages de l’autre', async () => {
    const visitor = app.visitor()
    expect((await visitor.get('/n/baie/lieux/atelier')).status).toBe(404)
    expect((await visitor.get(`/lieux/${place}`)).status).toBe(404)
    expect((await read(await visitor.get('/n/baie/lieux'))).text).not.toContain('Atelier')
    const neighbour = await app.signIn('officer')
    expect((await neighbour.get('/n/baie/conventions')).status).toBe(403)
  })

  it('a ses couleurs, et une feuille inconnue n’existe pas', async () => {
    const home = await read(await app.visitor().get('/n/baie/'))
    const sheet = home.document.querySelector('link[href*="theme-"]')?.getAttribute('href') ?? ''
    expect(sheet).toMatch(/^\/n\/baie\/theme-[0-9a-f]{12}\.css$/)
    const answer = await app.visitor().get(sheet)
    expect(answer.headers.get('content-type')).toContain('text/css')
    expect(answer.headers.get('cache-control')).toContain('immutable')
    expect((await app.visitor().get('/n/baie/theme-000000000000.css')).status).toBe(404)
    expect((await app.visitor().get(sheet.replace('baie', 'estuaire'))).status).toBe(404)
  })
})

/** Follows every link inside the network. `leaving`: what points elsewhere without being a file or a neighbour's home. */
async function walk(browser: Browser, start: string): Promise<{ pages: string[]; leaving: string[] }> {
  const waiting = [start]
  const pages: string[] = []
  const leaving = new Set<string>()
  for (
    let path = waiting.shift();
    path !== undefined && pages.length < LONGEST_WALK;
    path = waiting.shift()
  ) {
    const answer = await browser.get(path)
    expect([200, 303], `${path} from the network's own links`).toContain(answer.status)
    pages.push(path)
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    const { document, links } = await read(answer)
    for (const target of targetsOf(document)) if (!stays(target)) leaving.add(`${path} → ${target}`)
    for (const { href } of links) {
      const [next = ''] = href.split('#')
      // A stranger takes ten files an hour.
      if (/\.(csv|json|geojson|xlsx)(\?|$)/.test(next)) continue
      if (next.startsWith('/n/baie/') && !pages.includes(next) && !waiting.includes(next)) waiting.push(next)
    }
  }
  return { pages, leaving: [...leaving] }
}

function targetsOf(document: Document): string[] {
  const attributes: [string, string][] = [
    ['a', 'href'],
    ['area', 'href'],
    ['form', 'action'],
    ['[data-marks]', 'data-marks'],
    ['[data-outline]', 'data-outline'],
  ]
  return attributes.flatMap(([selector, name]) =>
    [...document.querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? ''),
  )
}

function stays(target: string): boolean {
  if (!target.startsWith('/')) return target === '' || /^[?#]|^(mailto|tel):|^https:\/\//.test(target)
  // The list of the installation's networks leads to their homes, on purpose.
  return target.startsWith('/n/baie/') || target === '/n/estuaire/'
}
