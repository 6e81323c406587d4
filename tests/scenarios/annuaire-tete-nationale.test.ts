import { beforeAll, describe, expect, it } from 'vitest'
import { sure } from '../../db/seeds/sure.ts'
import { day } from '../../src/kernel/day.ts'
import { anAgreementInForce } from '../../src/modules/agreements/testing.ts'
import { addScheme, grantLabel } from '../../src/modules/labels/index.ts'
import { makeEmbedKey, mergePlaces, type PlaceId } from '../../src/modules/places/index.ts'
import { addPlace, addShownLabel } from '../../src/modules/places/testing.ts'
import { threeNetworks } from '../federation.ts'
import { type Browser, read, useApp } from '../support.ts'

// « Estuaire » et « Baie » tiennent la même France services ; « Nation » les suit tous les deux.
const app = useApp({ today: day('2026-04-02') })
let networks: Awaited<ReturnType<typeof threeNetworks>>
let officer: Browser
let head: Browser
let agreement: string
const ids = {} as Record<'estuaire' | 'baie', PlaceId>

const HOUSE = {
  name: 'France services du Pont',
  commune: 'Avranches',
  inseeCode: '50025',
  postalCode: '50300',
}
const LABEL = 'Escale de l’Estuaire'

const get = async (path: string) => app.visitor().get(path)
const text = async (path: string) => (await read(await get(path))).text
/** The sheets that the head shows under that name, each by the end of its address. */
async function shownByHead() {
  const { rows } = await app.database.pool.query(
    `select id, slug, version from places.place where network_id = $1 and name = $2 and status = 'published' order by id`,
    [networks.ids.nation, HOUSE.name],
  )
  return rows as { id: PlaceId; slug: string; version: number }[]
}
const headPage = async () => text(`/n/nation/lieux/${sure((await shownByHead())[0]).slug}`)

beforeAll(async () => {
  const { db } = app.database
  networks = await threeNetworks(app)
  officer = await app.signIn('officer')
  head = await app.signIn('officer', { network: networks.ids.nation })
  const estuaire = await networks.contextIn('estuaire')
  ids.estuaire = await addPlace(db, networks.ids.estuaire, {
    ...{ ...HOUSE, slug: 'pont', address: '1 rue du Pont', latitude: 48.685, longitude: -1.356 },
    updatedOn: day('2026-03-02'),
  })
  ids.baie = await addPlace(db, networks.ids.baie, { ...HOUSE, slug: 'pont', address: '1, rue du Pont' })
  const signedOn = day('2026-01-12')
  agreement = await anAgreementInForce(estuaire, signedOn, { places: [ids.estuaire] })
  sure(
    await grantLabel(estuaire, {
      agreementId: agreement as Parameters<typeof grantLabel>[1]['agreementId'],
      schemeId: await addScheme(db, networks.ids.estuaire, { code: 'escale', name: LABEL }),
      ...{ placeIds: [ids.estuaire], grantedOn: signedOn },
    }),
  )
  await addShownLabel(db, networks.ids.baie, ids.baie, { code: 'epn-baie', name: 'EPN de la Baie' })
  for (const home of ['estuaire', 'baie'] as const) {
    await networks.follows('nation', home)
    await networks.reads('nation', home)
  }
})

describe('deux réseaux régionaux tiennent la même France services (scénario 40)', () => {
  it('DIR-89 : tant que personne n’a décidé, la tête montre les deux fiches', async () => {
    expect(await shownByHead()).toHaveLength(2)
  })

  it('DIR-89 : une fois décidé, elle la montre une fois, avec les deux labels et les deux réseaux', async () => {
    const [kept, duplicate] = await shownByHead()
    sure(
      await mergePlaces(await networks.contextIn('nation'), {
        ...{ kept: sure(kept).id, duplicate: sure(duplicate).id, choices: {}, sawLabels: true },
        seen: { kept: sure(kept).version, duplicate: sure(duplicate).version },
        reason: 'Le même guichet.',
      }),
    )
    expect(await shownByHead()).toHaveLength(1)
    const page = await headPage()
    for (const said of [LABEL, 'EPN de la Baie', 'Estuaire connecté', 'La Baie apprenante'])
      expect(page).toContain(said)
    const list = await read(await get('/n/nation/lieux?q=Pont'))
    expect(list.links.filter(({ text: name }) => name === HOUSE.name)).toHaveLength(1)
    // La décision est proposée à chacun des deux à la lecture suivante.
    await networks.reads('nation', 'baie')
    expect((await read(await officer.get('/reglages/federation'))).text).toContain('Rapprochements proposés')
  })

  it('DIR-90 : une fiche illisible est mise de côté, les autres arrivent', async () => {
    const { db } = app.database
    await addPlace(db, networks.ids.estuaire, { name: 'Nulle part', slug: 'nulle' })
    await addPlace(db, networks.ids.estuaire, { ...HOUSE, name: 'Bonne fiche', slug: 'bonne' })
    await networks.reads('nation', 'estuaire')
    const page = await read(
      await head.get(`/n/nation/reglages/federation/${networks.source('nation', 'estuaire')}`),
    )
    expect(page.text).toContain('ce ne peut pas être un lieu')
    expect(await text('/n/nation/lieux?q=Bonne')).toContain('Bonne fiche')
  })

  it('DIR-90 : un réseau coupé huit jours porte une marque, et ses fiches restent', async () => {
    networks.line.isCut = true
    app.moveTo('2026-04-10')
    await networks.reads('nation', 'baie')
    expect((await read(await head.get('/n/nation/reglages/federation'))).text).toContain(
      'Silencieux depuis plus de sept jours',
    )
    const page = await headPage()
    expect(page).toContain('n’a pas répondu depuis le 2 avril 2026')
    expect(page).toContain('EPN de la Baie')
    networks.line.isCut = false
    for (const home of ['estuaire', 'baie'] as const) await networks.reads('nation', home)
    expect(await headPage()).not.toContain('n’a pas répondu')
  })
})

describe('une convention est résiliée : ses labels disparaissent partout (scénario 32)', () => {
  /** Sends the form twice, as a person does: to see what changes, then to record it. */
  async function recorded(act: string, fields: Record<string, string>) {
    const address = `/conventions/${agreement}`
    const seen = (await read(await officer.get(`${address}/mise-en-demeure`))).value('vu') ?? ''
    const typed = { vu: seen, partie: 'region', etendue: 'totale', voie: 'recommande', ...fields }
    const shown = await read(await officer.post(`${address}/${act}`, typed))
    expect(shown.status, shown.problems.join(' ')).toBe(200)
    const confirme = shown.value('confirme') ?? ''
    expect((await officer.post(`${address}/${act}`, { ...typed, confirme })).status).toBe(303)
  }

  const FILTER = 'label=escale'
  let embed = ''

  /** Each place where the public could still read the label. */
  async function shown() {
    const points = await (await get(`/lieux/carte/points?${FILTER}&bbox=-5,41,9,51&z=6`)).json()
    const place = await (await get(`/api/v1/places/${ids.estuaire}`)).json()
    return {
      page: (await read(await get('/lieux/pont'))).texts('.tag').includes(LABEL),
      list: (await text(`/lieux?${FILTER}`)).includes(HOUSE.name),
      map: points.items.length > 0,
      api: JSON.stringify(place.labels).includes(LABEL),
      export: (await (await get('/lieux/standard.csv')).text()).includes(LABEL),
      embed: (await text(`/embed/carte?cle=${embed}&${FILTER}`)).includes(HOUSE.name),
      head: (await read(await get(`/n/nation/lieux/${sure((await shownByHead())[0]).slug}`)))
        .texts('.tag')
        .some((tag) => tag.includes(LABEL)),
    }
  }

  const everywhere = { page: true, list: true, map: true, api: true, export: true, embed: true, head: true }

  beforeAll(async () => {
    await makeEmbedKey(await networks.contextIn('estuaire'), {
      ...{ name: 'Site de la ville', lock: null, origins: ['https://ville.example'] },
    })
    const keys = await read(await officer.get('/reglages/cartes-integrees'))
    embed = /data-cle="([^"]+)"/.exec(keys.text)?.[1] ?? ''
  })

  it('DIR-8 : avant, le label se lit sur la page, la carte, l’API, l’export, la carte intégrée et chez la tête', async () => {
    expect(await shown()).toEqual(everywhere)
  })

  it('DIR-8, DIR-84, DIR-90 : résiliée, il n’est plus lu nulle part ; la tête le perd à sa lecture suivante', async () => {
    await recorded('mise-en-demeure', {
      ...{ motifs: 'Article 4.', date: '09/04/2026', suivi: '1A 100' },
    })
    app.moveTo('2026-05-20')
    const page = await read(await officer.get(`/conventions/${agreement}/resiliation`))
    const notice = page.document.querySelector('[name="mise"]')?.getAttribute('value') ?? ''
    await recorded('resiliation', { mise: notice, date: '20/05/2026' })
    app.moveTo('2026-05-21')
    const nowhere = Object.fromEntries(Object.keys(everywhere).map((where) => [where, false]))
    expect(await shown()).toEqual({ ...nowhere, head: true })
    await networks.reads('nation', 'estuaire')
    expect(await shown()).toEqual(nowhere)
    expect(await headPage()).toContain('EPN de la Baie')
  })
})
