import { beforeAll, describe, expect, it } from 'vitest'
import { sure } from '../../db/seeds/sure.ts'
import type { PlaceId } from '../../src/modules/places/index.ts'
import { addPlace, addShownLabel } from '../../src/modules/places/testing.ts'
import { threeNetworks } from '../federation.ts'
import { type Browser, ORIGIN, read, useApp } from '../support.ts'

// Une commune change de département : son lieu passe de « Baie » à « Estuaire ». « Nation » suit les deux.
const app = useApp()

let networks: Awaited<ReturnType<typeof threeNetworks>>
const reads = (...who: Parameters<typeof networks.reads>) => networks.reads(...who)
let giver: Browser
let taker: Browser
let place: PlaceId

/** A place as one network holds it, by the address it had at its first home. */
async function heldBy(name: 'estuaire' | 'nation') {
  const { rows } = await app.database.pool.query(
    `select p.id, p.status, p.origin_uri, p.moved_to_uri, p.merged_into from places.place p
     join federation.copy c on c.place_id = p.id where c.network_id = $1 and c.uri = $2`,
    [networks.ids[name], `${ORIGIN}/n/baie/lieux/${place}`],
  )
  return rows[0]
}

const visit = async (path: string) => app.visitor().get(path.replace(ORIGIN, ''))

beforeAll(async () => {
  const { db } = app.database
  networks = await threeNetworks(app)
  giver = await app.signIn('officer', { network: app.networks.baie })
  taker = await app.signIn('officer')
  place = await addPlace(db, app.networks.baie, {
    ...{ name: 'Médiathèque de Pontorson', slug: 'pontorson', commune: 'Pontorson', inseeCode: '50410' },
    ...{ postalCode: '50170', address: '1 rue du Pont' },
  })
  await addShownLabel(db, app.networks.baie, place, { name: 'EPN de la Baie', code: 'epn-baie' })
  for (const [reader, source] of [
    ['estuaire', 'baie'],
    ['nation', 'baie'],
    ['nation', 'estuaire'],
  ] as const) {
    await networks.follows(reader, source)
    await reads(reader, source)
  }
})

const OFFER = () => `/n/baie/reglages/federation/transferts/${place}`

/** Offered by the screen, the consequence read and confirmed. */
async function offer() {
  const readers = await read(await giver.get(OFFER()))
  const choice = [...readers.document.querySelectorAll('.choice')].find((one) =>
    one.textContent?.includes('estuaire'),
  )
  const fields = {
    reseau: choice?.querySelector('input')?.getAttribute('value') ?? '',
    motif: 'La commune a changé de département.',
  }
  const asked = await read(await giver.post(OFFER(), fields))
  return { asked, answer: () => giver.post(OFFER(), { ...fields, confirme: asked.value('confirme') ?? '' }) }
}

const proposal = async () => `/reglages/federation/propositions/${(await heldBy('estuaire'))?.id}`

describe('un lieu change de réseau', () => {
  it('DIR-89 : la proposition montre d’abord ce qui vit sur le lieu et qui le verra, sans rien écrire', async () => {
    const { asked } = await offer()
    expect(asked.text).toContain('Ce qui suivra si « estuaire » accepte')
    expect(asked.text).toContain('1 convention le liste')
    expect(asked.text).toContain('Il porte EPN de la Baie.')
    expect(asked.text).toContain('Les réseaux qui vous lisent l’apprennent')
    const { rows } = await app.database.pool.query('select count(*)::int as n from federation.transfer')
    expect(rows[0].n).toBe(0)
  })

  it('DIR-89 : proposée, elle se retire tant que l’autre n’a pas accepté ; l’autre n’en voit plus rien', async () => {
    expect((await (await offer()).answer()).status).toBe(303)
    await reads('estuaire', 'baie')
    expect((await read(await taker.get('/reglages/federation'))).text).toContain('vous propose de reprendre')
    // À lui seul : la tête nationale lit la même fiche, sans proposition.
    await reads('nation', 'baie')
    const { rows: told } = await app.database.pool.query('select network_id from federation.offered_place')
    expect(told).toEqual([{ network_id: app.networks.estuaire }])

    const page = await read(await giver.get('/n/baie/reglages/federation/transferts'))
    const withdrawal = page.document.querySelector('form[action$="/retrait"]')?.getAttribute('action')
    expect((await giver.post(sure(withdrawal))).status).toBe(303)
    await reads('estuaire', 'baie')
    expect((await taker.get(await proposal())).status).toBe(404)
    expect((await visit('/n/baie/lieux/pontorson')).status).toBe(200)
  })

  it('DIR-89 : refusée, le lieu reste où il est, et peut être proposé de nouveau', async () => {
    await (await offer()).answer()
    await reads('estuaire', 'baie')
    expect((await taker.post(await proposal(), { reponse: 'refuse' })).status).toBe(303)
    await reads('estuaire', 'baie')
    const page = await read(await giver.get('/n/baie/reglages/federation/transferts'))
    expect(page.text).toContain('Refusé')
    expect((await visit('/n/baie/lieux/pontorson')).status).toBe(200)
  })

  it('DIR-89 : acceptée pendant que la ligne est coupée, elle attend, et se fait à la lecture suivante', async () => {
    await (await offer()).answer()
    await reads('estuaire', 'baie')
    const address = await proposal()
    const shown = await read(await taker.get(address))
    expect(shown.text).toContain('conduit ensuite à la vôtre, pour toujours')
    networks.line.isCut = true
    expect((await taker.post(address, { reponse: 'accepte' })).status).toBe(303)
    await reads('estuaire', 'baie')
    expect((await heldBy('estuaire'))?.origin_uri).not.toBeNull()
    networks.line.isCut = false
    await reads('estuaire', 'baie')
    const taken = await heldBy('estuaire')
    expect(taken).toMatchObject({ status: 'published', origin_uri: null, merged_into: null })
    expect((await taker.post(address, { reponse: 'refuse' })).status).toBe(404)
  })

  it('DIR-2, DIR-89 : son ancienne adresse y conduit, en page et pour les programmes', async () => {
    const taken = await heldBy('estuaire')
    const home = `${ORIGIN}/lieux/${taken?.id}`
    const answer = await visit('/n/baie/lieux/pontorson')
    expect([answer.status, answer.headers.get('location')]).toEqual([301, home])
    expect((await visit(`/n/baie/lieux/${place}`)).headers.get('location')).toBe('/n/baie/lieux/pontorson')
    const program = await visit(`/n/baie/api/v1/places/${place}`)
    expect([program.status, program.headers.get('location'), program.headers.get('link')]).toEqual([
      301,
      `${ORIGIN}/api/v1/places/${taken?.id}`,
      `<${home}>; rel="canonical"`,
    ])
    expect((await visit(`/api/v1/places/${taken?.id}`)).status).toBe(200)
    expect((await read(await visit(`/n/baie/lieux?q=Pontorson`))).text).not.toContain(
      'Médiathèque de Pontorson',
    )
  })

  it('DIR-89 : la fiche est au nouveau réseau, sans les labels de l’ancien ; l’ancien ne l’écrit plus', async () => {
    const taken = await heldBy('estuaire')
    const named = await visit(`/lieux/${taken?.id}`)
    const page = await read(await visit(named.headers.get('location') ?? ''))
    expect(page.heading).toContain('Médiathèque de Pontorson')
    expect(page.text).not.toContain('Cette fiche est tenue par')
    expect(page.text).not.toContain('EPN de la Baie')
    expect((await taker.get(`/lieux/${taken?.id}/modifier/contact`)).status).toBe(200)
    const section = `/n/baie/lieux/${place}/modifier/contact`
    const drawn = await read(await giver.get(section))
    expect((await giver.post(section, { telephone: '0233000000', lu: drawn.value('lu') ?? '' })).status).toBe(
      409,
    )
    // Tout relire de l’ancien réseau ne le lui rend pas.
    await taker.post(`/reglages/federation/${networks.source('estuaire', 'baie')}/relecture`)
    await reads('estuaire', 'baie')
    expect(await heldBy('estuaire')).toEqual(taken)
  })

  it('DIR-89 : qui suivait l’ancien réseau s’y rattache, quel que soit celui qu’il lit d’abord', async () => {
    const before = sure(await heldBy('nation'))
    await reads('nation', 'baie')
    const waiting = await heldBy('nation')
    const moved = `${ORIGIN}/lieux/${(await heldBy('estuaire'))?.id}`
    expect(waiting).toMatchObject({ id: before.id, status: 'closed', moved_to_uri: moved })
    await reads('nation', 'estuaire')
    const joined = await heldBy('nation')
    expect(joined).toMatchObject({ status: 'merged', moved_to_uri: null })
    const { rows } = await app.database.pool.query(
      `select p.name, p.origin_uri from places.place p where p.id = $1 and p.status = 'published'`,
      [joined?.merged_into],
    )
    expect(rows).toEqual([{ name: 'Médiathèque de Pontorson', origin_uri: moved }])
    const list = await read(await visit('/n/nation/lieux?q=Pontorson'))
    expect(list.text.match(/Médiathèque de Pontorson/g)?.length).toBeGreaterThan(0)
    await reads('nation', 'baie')
    expect(await heldBy('nation')).toEqual(joined)
  })
})

describe('ce qui ne se transfère pas', () => {
  it('DIR-89 : une fiche tenue par un autre réseau, un lieu inconnu, un réseau qui ne lit pas', async () => {
    const { rows } = await app.database.pool.query(
      `select id from places.place where network_id = $1 and origin_uri is not null limit 1`,
      [networks.ids.nation],
    )
    const nation = await app.signIn('officer', { network: networks.ids.nation })
    expect((await nation.get(`/n/nation/reglages/federation/transferts/${rows[0].id}`)).status).toBe(404)
    expect((await giver.get(OFFER())).status).toBe(404)
  })

  it('DIR-88, DIR-89 : personne ne répond à la place du réseau à qui l’on propose', async () => {
    const body = JSON.stringify({ uri: `${ORIGIN}/n/baie/lieux/${place}`, accepted: true, takenAs: ORIGIN })
    const answer = await app.app.request(`${ORIGIN}/n/baie/api/v1/federation/transfers`, {
      method: 'POST',
      body,
    })
    expect(answer.status).toBe(401)
  })
})
