import { beforeAll, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import { addPlace } from '../../testing.ts'

const app = useApp()
const page = '/lieux/recherches'
let facilitator: Browser

beforeAll(async () => {
  facilitator = await app.signIn('facilitator')
  await addPlace(app.services.db, app.networks.estuaire, {
    name: 'Lieu <gratuit> & ouvert',
    commune: 'Caen',
    fees: ['free'],
    slug: 'lieu-gratuit',
  })
  await addPlace(app.services.db, app.networks.estuaire, {
    name: 'Lieu payant',
    commune: 'Caen',
    fees: ['paying'],
  })
})

describe('does it', () => {
  it('keeps a search under a name, and its link leads to the list for anybody (DIR-65)', async () => {
    const list = await read(await facilitator.get('/lieux?frais=gratuit'))
    expect(list.document.querySelector('input[name="recherche"]')?.getAttribute('value')).toBe(
      '?frais=gratuit',
    )
    await facilitator.post(page, { nom: 'Gratuit', recherche: '?page=3&frais=gratuit' })
    const kept = await read(await facilitator.get(page))
    const link = kept.links.find(({ text }) => text === 'Gratuit')?.href ?? ''
    const opened = await app.visitor().get(link)
    expect(opened.status).toBe(302)
    expect(opened.headers.get('location')).toBe('/lieux?frais=gratuit')
  })

  it('a link kept under former words goes on (DIR-65)', async () => {
    await facilitator.post(page, {
      nom: 'Ancien lien',
      recherche: '?service=aide-aux-demarches-administratives',
    })
    const kept = await read(await facilitator.get(page))
    const link = kept.links.find(({ text }) => text === 'Ancien lien')?.href ?? ''
    expect((await app.visitor().get(link)).headers.get('location')).toBe(
      '/lieux?services=aide-aux-demarches-administratives',
    )
  })

  it('takes it back, and the link opens nothing more', async () => {
    await facilitator.post(page, { nom: 'À retirer', recherche: '?frais=payant' })
    const kept = await read(await facilitator.get(page))
    const link = kept.links.find(({ text }) => text === 'À retirer')?.href ?? ''
    await facilitator.post(`${page}/retrait`, { recherche: link.split('/').at(-1) ?? '' })
    expect((await app.visitor().get(link)).status).toBe(404)
  })

  it('gives the same list to programs, and says when nothing changed (DIR-65)', async () => {
    const rss = await app.visitor().get('/lieux/flux.xml?frais=gratuit')
    const text = await rss.text()
    expect(text).toContain('<title>Lieu &lt;gratuit&gt; &amp; ouvert</title>')
    expect(text).toContain('<pubDate>Wed, 17 Jun 2026 ')
    expect(text).not.toContain('Lieu payant')
    const json = (await (await app.visitor().get('/lieux/flux.json?frais=gratuit')).json()) as {
      items: { url: string }[]
    }
    expect(json.items.map(({ url }) => url)).toEqual([expect.stringMatching(/^http.*\/lieux\/lieu-gratuit$/)])
    const again = await app.app.request('http://localhost:3000/lieux/flux.json?frais=gratuit', {
      headers: { 'if-none-match': rss.headers.get('etag') ?? '' },
    })
    expect(again.status).toBe(304)
  })
})

describe('explains why not', () => {
  it('two searches of one name', async () => {
    await facilitator.post(page, { nom: 'Deux fois', recherche: '?frais=payant' })
    const again = await read(await facilitator.post(page, { nom: 'Deux fois', recherche: '?frais=gratuit' }))
    expect(again.status).toBe(422)
    expect(again.problems).toContain('Vous gardez déjà une recherche sous ce nom : donnez-en un autre.')
    expect(again.value('recherche')).toBe('?frais=gratuit')
  })

  it('a search without a name', async () =>
    expect((await read(await facilitator.post(page, { nom: '', recherche: '' }))).status).toBe(422))
})

describe('keeps others out', () => {
  it('nobody lists nor takes back the searches of somebody else; another network opens none', async () => {
    await facilitator.post(page, { nom: 'À moi', recherche: '?frais=payant' })
    const link =
      (await read(await facilitator.get(page))).links.find(({ text }) => text === 'À moi')?.href ?? ''
    const other = await app.signIn('facilitator')
    expect((await read(await other.get(page))).text).not.toContain('À moi')
    expect((await other.post(`${page}/retrait`, { recherche: link.split('/').at(-1) ?? '' })).status).toBe(
      404,
    )
    expect((await app.visitor().get(`/n/baie${link}`)).status).toBe(404)
    expect((await app.visitor().get(link)).status).toBe(302)
  })
})
