import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../../tests/support.ts'
import { newId } from '../../../../kernel/id.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { moveNetwork } from '../../data/networks/network-tree.store.ts'

const app = useApp()
type Person = Awaited<ReturnType<typeof app.signIn>>
let officer: Person
let neighbour: Person
const OWN = '/reglages/reseaux'
const BAIE = '/n/baie/reglages/reseaux'

const CHILD = {
  nom: 'Pays de la Dune',
  adresse: 'pays-de-la-dune',
  tete: 'Communauté de communes de la Dune',
  nature: 'epci',
  commune: 'Valmer',
  prenom: 'Inès',
  nom_famille: 'Carrel',
  fonction: 'Chargée de mission',
  courriel: 'Ines.Carrel@dune.example',
}

beforeAll(async () => {
  officer = await app.signIn('officer')
  neighbour = await app.signIn('officer', { network: app.networks.baie })
})

beforeEach(async () => {
  await app.services.db.deleteFrom('identity.network_placement').execute()
  await app.services.db.updateTable('identity.network').set({ parent_id: null }).execute()
})

const request = () =>
  app.services.db
    .selectFrom('identity.network_placement')
    .select('id')
    .where('answer', 'is', null)
    .executeTakeFirstOrThrow()

const parentOf = async (id: NetworkId) => {
  const row = app.services.db.selectFrom('identity.network').select('parent_id').where('id', '=', id)
  return (await row.executeTakeFirstOrThrow()).parent_id
}

describe('networks are placed', () => {
  it('one is created under another, and its first officer is invited', async () => {
    const created = await officer.post(`${OWN}/nouveau`, CHILD)
    expect(created.headers.get('location')).toBe(OWN)
    const shown = await read(await officer.get(OWN))
    expect(shown.notice).toContain('Une invitation part vers ines.carrel@dune.example')
    expect(shown.text).toContain('Pays de la Dune')
    await app.runJobs()
    const mail = await app.services.db
      .selectFrom('platform.mail')
      .select('body')
      .where('recipient', '=', 'ines.carrel@dune.example')
      .executeTakeFirstOrThrow()
    expect(mail.body).toContain('http://localhost:3000/n/pays-de-la-dune/invitation/')
    const home = await read(await app.visitor().get('/le-reseau'))
    expect(home.links).toContainEqual({ text: 'Pays de la Dune', href: '/n/pays-de-la-dune/' })
    const below = await read(await app.visitor().get('/n/pays-de-la-dune/le-reseau'))
    expect(below.text).toContain('Fait partie deEstuaire connecté')
    // Rights do not come with the place.
    expect((await officer.get('/n/pays-de-la-dune/reglages/reseau')).status).toBe(403)
  })

  it('one asks, the other accepts, and it may leave', async () => {
    expect((await neighbour.post(`${BAIE}/rattachement`, { reseau: 'estuaire' })).status).toBe(303)
    expect((await read(await neighbour.get(BAIE))).text).toContain(
      'Vous avez demandé à être placé sous Estuaire',
    )
    expect((await read(await officer.get(OWN))).text).toContain('La Baie apprenante, animé par')
    const { id } = await request()
    expect((await officer.post(`${OWN}/demandes/${id}`, { reponse: 'accepted' })).status).toBe(303)
    expect(await parentOf(app.networks.baie)).toBe(app.networks.estuaire)
    expect((await officer.get('/n/baie/reglages/reseaux')).status).toBe(403)
    expect((await neighbour.post(`${BAIE}/detachement`)).status).toBe(303)
    expect(await parentOf(app.networks.baie)).toBeNull()
  })

  it('one asks and takes it back; another is refused', async () => {
    await neighbour.post(`${BAIE}/rattachement`, { reseau: 'http://localhost:3000/n/estuaire/' })
    expect((await neighbour.post(`${BAIE}/rattachement/retrait`)).status).toBe(303)
    await neighbour.post(`${BAIE}/rattachement`, { reseau: 'estuaire' })
    const { id } = await request()
    expect((await officer.post(`${OWN}/demandes/${id}`, { reponse: 'refused' })).status).toBe(303)
    expect(await parentOf(app.networks.baie)).toBeNull()
  })
})

describe('networks are not placed', () => {
  const refused = async (answer: Promise<Response>) => {
    const shown = await read(await answer)
    expect(shown.status).toBe(422)
    return shown.problems[0]
  }

  it('under an address that is taken, though two ask at once', async () => {
    const again = { ...CHILD, adresse: 'baie', courriel: 'autre@dune.example' }
    expect(await refused(officer.post(`${OWN}/nouveau`, again))).toContain('déjà celle d’un autre réseau')
    const twins = await Promise.all(
      ['un', 'deux'].map((name) =>
        officer.post(`${OWN}/nouveau`, { ...CHILD, adresse: 'jumeau', courriel: `${name}@dune.example` }),
      ),
    )
    expect(twins.map(({ status }) => status).sort()).toEqual([303, 422])
  })

  it.each([
    ['nowhere', 'Aucun réseau n’a cette adresse courte'],
    ['baie', 'C’est votre propre réseau'],
    ['', 'Indiquez l’adresse courte'],
  ])('under « %s »', async (reseau, sentence) => {
    expect(await refused(neighbour.post(`${BAIE}/rattachement`, { reseau }))).toContain(sentence)
  })

  it('twice: a second request waits, and a placed network leaves first', async () => {
    await neighbour.post(`${BAIE}/rattachement`, { reseau: 'estuaire' })
    const second = refused(neighbour.post(`${BAIE}/rattachement`, { reseau: 'estuaire' }))
    expect(await second).toContain('Une demande attend déjà')
    await moveNetwork(app.services.db, app.networks.baie, app.networks.estuaire)
    const third = refused(neighbour.post(`${BAIE}/rattachement`, { reseau: 'estuaire' }))
    expect(await third).toContain('déjà placé sous')
  })

  it('in a circle', async () => {
    await neighbour.post(`${BAIE}/rattachement`, { reseau: 'estuaire' })
    const { id } = await request()
    await moveNetwork(app.services.db, app.networks.estuaire, app.networks.baie)
    const answer = officer.post(`${OWN}/demandes/${id}`, { reponse: 'accepted' })
    expect(await refused(answer)).toContain('il ne peut pas être au-dessus de lui-même')
    expect(await parentOf(app.networks.baie)).toBeNull()
    expect((await request()).id).toBe(id)
  })

  it('in a circle that two moves would close together: one of them loses', async () => {
    const { db } = app.services
    const { estuaire, baie } = app.networks
    for (let round = 0; round < 5; round += 1) {
      await db.updateTable('identity.network').set({ parent_id: null }).execute()
      const moves = await Promise.allSettled([
        moveNetwork(db, estuaire, baie),
        moveNetwork(db, baie, estuaire),
      ])
      expect(moves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    }
  })

  it('by an answer given twice at once', async () => {
    await neighbour.post(`${BAIE}/rattachement`, { reseau: 'estuaire' })
    const { id } = await request()
    const answers = await Promise.all(
      ['accepted', 'refused'].map((reponse) => officer.post(`${OWN}/demandes/${id}`, { reponse })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  })

  it('when there is nothing to take back or to leave', async () => {
    expect(await refused(neighbour.post(`${BAIE}/rattachement/retrait`))).toContain('Rien n’a changé')
    expect(await refused(neighbour.post(`${BAIE}/detachement`))).toContain('Rien n’a changé')
  })
})

describe('the place of a network is kept from others', () => {
  it('a request is answered by the network it was made to, and by it alone', async () => {
    await neighbour.post(`${BAIE}/rattachement`, { reseau: 'estuaire' })
    const { id } = await request()
    const own = await neighbour.post(`${BAIE}/demandes/${id}`, { reponse: 'accepted' })
    expect(own.status).toBe(422)
    expect(await parentOf(app.networks.baie)).toBeNull()
    expect((await officer.post(`${OWN}/demandes/${newId()}`, { reponse: 'accepted' })).status).toBe(422)
    expect((await officer.post(`${OWN}/demandes/x`, { reponse: 'accepted' })).status).toBe(404)
  })

  it('readers read, partners do not', async () => {
    const reader = await app.signIn('reader')
    expect((await reader.get(OWN)).status).toBe(200)
    expect((await reader.get(`${OWN}/nouveau`)).status).toBe(403)
    expect((await reader.post(`${OWN}/rattachement`, { reseau: 'baie' })).status).toBe(403)
    const partner = await app.signIn('partner')
    expect((await partner.get(OWN)).status).toBe(403)
    expect((await partner.post(`${OWN}/nouveau`, CHILD)).status).toBe(403)
  })
})

describe('the tree itself', () => {
  it('refuses a long circle', async () => {
    const { db } = app.services
    const third = await db
      .selectFrom('identity.network')
      .select('id')
      .where('slug', '=', 'pays-de-la-dune')
      .executeTakeFirstOrThrow()
    await moveNetwork(db, app.networks.baie, app.networks.estuaire)
    await moveNetwork(db, third.id, app.networks.baie)
    await expect(moveNetwork(db, app.networks.estuaire, third.id)).rejects.toMatchObject({
      constraint: 'networks_make_a_tree',
    })
  })
})
