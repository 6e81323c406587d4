import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/id.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import type { PeerId } from '../../src/modules/federation/domain/peer.ts'
import { pullJob } from '../../src/modules/federation/jobs/pull-jobs.ts'
import type { AskPeer } from '../../src/modules/federation/use-cases/ask-peer.ts'
import { networkKey } from '../../src/modules/federation/use-cases/own-key.ts'
import { pullSource } from '../../src/modules/federation/use-cases/pull-source.ts'
import { readChanges } from '../../src/modules/federation/use-cases/read-changes.ts'
import { tellSame } from '../../src/modules/federation/use-cases/tell-same.ts'
import { networkAddress, networkById } from '../../src/modules/identity/index.ts'
import { listSources } from '../../src/modules/places/data/imports/sources.store.ts'
import type { PlaceId } from '../../src/modules/places/index.ts'
import { addPlace, addShownLabel } from '../../src/modules/places/testing.ts'
import { mergePlaces } from '../../src/modules/places/use-cases/duplicates/merge-places.ts'
import { undoMerge } from '../../src/modules/places/use-cases/duplicates/undo-merge.ts'
import { saveSource } from '../../src/modules/places/use-cases/imports/save-source.ts'
import type { Context } from '../../src/platform/context.ts'
import type { NetworkId } from '../../src/platform/session/actor.ts'
import { type Browser, ORIGIN, read, useApp } from '../support.ts'

// Deux réseaux : « Baie » tient ses lieux, « Estuaire » est une tête nationale qui les montre.
const app = useApp()

/** What the head hears of the other network: the application itself, unless the network is cut or spoilt. */
let line: 'good' | 'cut' | 'spoilt' | 'forged' = 'good'
let asked = 0
const ask: AskPeer = async ({ address, token, body }) => {
  asked += 1
  if (line === 'cut') return { refused: 'no-answer', details: {} }
  const answer = await app.app.request(address, {
    method: body === null ? 'GET' : 'POST',
    headers: { ...(token !== null && { 'maillage-peer': token }), 'content-type': 'application/json' },
    body,
  })
  const text = await answer.text()
  const signature = answer.headers.get('maillage-signature')
  if (line === 'forged')
    return { status: answer.status, text: text.replaceAll('Dinard', 'Ailleurs'), signature }
  return { status: answer.status, text, signature }
}

let home: Context
let head: Context
let source: PeerId
let officer: Browser
let homeOfficer: Browser

async function contextIn(id: NetworkId): Promise<Context> {
  const network = await networkById(app.database.db, id)
  if (!network) throw new Error('the network exists')
  return app.context({ network, reach: { kind: 'all', network: id } })
}

async function ownOf(context: Context) {
  const { config } = app.services
  const { fingerprint } = await networkKey(context.db, config, context.network.id, context.now)
  return { adresse: networkAddress(config.baseUrl, context.network), empreinte: fingerprint }
}

async function pull() {
  const tools = { config: app.services.config, ask }
  return pullSource(await contextIn(head.network.id), tools, source)
}

/** The copies of the head, by name. */
async function shown(name: string) {
  const { rows } = await app.database.pool.query(
    'select p.id, p.slug, p.status, p.version, p.origin_uri from places.place p where p.network_id = $1 and p.name = $2',
    [head.network.id, name],
  )
  return rows[0] as
    | { id: PlaceId; slug: string; status: string; version: number; origin_uri: string }
    | undefined
}

beforeAll(async () => {
  home = await contextIn(app.networks.baie)
  head = await contextIn(app.networks.estuaire)
  officer = await app.signIn('officer')
  homeOfficer = await app.signIn('officer', { network: app.networks.baie })
  const declared = await officer.post('/reglages/federation/sources/nouvelle', {
    nom: 'La Baie',
    ...(await ownOf(home)),
  })
  source = (declared.headers.get('location') ?? '').split('/').at(-1) as PeerId
  await homeOfficer.post('/n/baie/reglages/federation/lecteurs/nouveau', {
    nom: 'La tête nationale',
    ...(await ownOf(head)),
    departements: '',
  })
})

describe('une tête de réseau montre les lieux d’un autre réseau', () => {
  it('DIR-88 : la lecture, signée des deux côtés, apporte les lieux et leurs labels, une seule fois', async () => {
    const { db } = app.database
    const dinard = await addPlace(db, app.networks.baie, {
      ...{ name: 'Médiathèque de Dinard', slug: 'dinard', commune: 'Dinard', inseeCode: '35093' },
      ...{ postalCode: '35800', address: '1 place du Port', phone: '+33299000000' },
      emails: ['contact@dinard.example', 'jeanne.martin@orange.fr'],
    })
    await addShownLabel(db, app.networks.baie, dinard, { name: 'EPN de la Baie', code: 'epn-baie' })
    await addPlace(db, app.networks.baie, { name: 'Brouillon', status: 'draft' })
    expect(await pull()).toMatchObject({ added: 1, changed: 0, gone: 0, quarantined: 0 })
    const copy = await shown('Médiathèque de Dinard')
    expect(copy?.origin_uri).toBe(`${ORIGIN}/n/baie/lieux/${dinard}`)
    expect(await shown('Brouillon')).toBeUndefined()
    const page = await read(await app.visitor().get(`/lieux/${copy?.slug}`))
    expect(page.text).toContain('EPN de la Baie')
    // Ce qui paraît nominatif ne part pas.
    expect(page.text).not.toContain('jeanne.martin')
    expect(await pull()).toMatchObject({ added: 0, changed: 0, gone: 0 })
    expect(await shown('Médiathèque de Dinard')).toEqual(copy)
  })

  it('DIR-87 : la fiche dit d’où elle vient, et ne se change que chez elle', async () => {
    const copy = await shown('Médiathèque de Dinard')
    const page = await read(await app.visitor().get(`/lieux/${copy?.slug}`))
    expect(page.text).toContain('Cette fiche est tenue par')
    expect(page.links.some(({ href }) => href === copy?.origin_uri)).toBe(true)
    const section = `/lieux/${copy?.id}/modifier/contact`
    const drawn = await read(await officer.get(section))
    const answer = await officer.post(section, { telephone: '0233000000', lu: drawn.value('lu') ?? '' })
    expect(answer.status).toBe(409)
    expect((await read(answer)).text).toContain('tenue par un autre réseau')
  })

  it('DIR-87 : la tête écrit ses notes à côté, et elles ne partent pas', async () => {
    const copy = await shown('Médiathèque de Dinard')
    await officer.post(`/reglages/federation/fiches/${copy?.id}`, { note: 'Visitée en mai.' })
    const page = await read(await officer.get(`/reglages/federation/fiches/${copy?.id}`))
    expect(page.text).toContain('Visitée en mai.')
    const { rows } = await app.database.pool.query(
      "select count(*)::int as n from places.place where to_jsonb(place)::text like '%Visitée en mai%'",
    )
    expect(rows[0].n).toBe(0)
  })

  it('DIR-90 : un label retiré chez lui disparaît à la lecture suivante, un lieu fermé aussi', async () => {
    const { pool } = app.database
    await pool.query(
      "update agreements.place_cover set until_day = '2026-06-01' where place_id in (select id from places.place where slug = 'dinard')",
    )
    await pull()
    const copy = await shown('Médiathèque de Dinard')
    const page = await read(await app.visitor().get(`/lieux/${copy?.slug}`))
    expect(page.text).not.toContain('EPN de la Baie')
    await pool.query(
      "update places.place set status = 'closed', closed_on = '2026-06-10' where slug = 'dinard' and network_id = $1",
      [app.networks.baie],
    )
    expect(await pull()).toMatchObject({ gone: 1 })
    expect((await shown('Médiathèque de Dinard'))?.status).toBe('closed')
  })

  it('DIR-88 : tout relire ne change rien de ce qui est déjà juste', async () => {
    const before = await shown('Médiathèque de Dinard')
    await officer.post(`/reglages/federation/${source}/relecture`)
    expect(isRefusal(await pull())).toBe(false)
    expect(await shown('Médiathèque de Dinard')).toEqual(before)
  })
})

describe('ce qui part de chez soi', () => {
  const lines = async (departments: string[]) =>
    (
      (await readChanges(
        await contextIn(app.networks.baie),
        { id: newId(), departments },
        'https://baie.example',
        '',
      )) ?? ''
    )
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))

  it('DIR-88 : un lecteur borné à des départements n’a que leurs lieux ; un lieu qui en sort est dit parti', async () => {
    const { db, pool } = app.database
    const ville = { commune: 'Gap', postalCode: '05000', inseeCode: '05061' }
    const gap = await addPlace(db, app.networks.baie, { name: 'Atelier de Gap', slug: 'gap', ...ville })
    const told = (all: { uri?: string; op?: string }[]) => all.find(({ uri }) => uri?.endsWith(gap))?.op
    expect(told(await lines(['05', '2A']))).toBe('upsert')
    expect(told(await lines([]))).toBe('upsert')
    expect(told(await lines(['50']))).toBe('gone')
    await pool.query("update places.place set insee_code = '50502', postal_code = '50000' where id = $1", [
      gap,
    ])
    expect(told(await lines(['05', '2A']))).toBe('gone')
    await pool.query('delete from places.place where id = $1', [gap])
    expect(told(await lines([]))).toBe('gone')
  })

  it('DIR-86, DIR-88 : la licence est celle des sources, et ce qu’elles interdisent de réutiliser ne part pas', async () => {
    const { db, pool } = app.database
    const place = await addPlace(db, app.networks.baie, {
      name: 'Lieu sourcé',
      slug: 'source',
      commune: 'Gap',
    })
    await pool.query(
      `insert into places.external_ref (network_id, source, external_id, place_id, fingerprint)
       values ($1, 'fichier', '1', $2, 'x')`,
      [app.networks.baie, place],
    )
    await pool.query(
      `insert into places.source (id, network_id, name, licence, added_at)
       values (gen_random_uuid(), $1, 'fichier', 'ODbL 1.0', now())`,
      [app.networks.baie],
    )
    const told = (all: { uri?: string }[]) => all.find(({ uri }) => uri?.endsWith(place))
    expect(told(await lines([]))).toMatchObject({ op: 'upsert', licence: 'ODbL 1.0', confirmedOn: null })
    const after = (await lines([])).at(-1).next
    const context = await contextIn(app.networks.baie)
    const [source] = (await listSources(db, context.reach)).filter(({ name }) => name === 'fichier')
    if (!source) throw new Error('the source was just made')
    await saveSource(context, source.id, { ...source, isReusable: false })
    const changed = await readChanges(
      context,
      { id: newId(), departments: [] },
      'https://baie.example',
      after,
    )
    expect(told(JSON.parse(`[${changed?.trimEnd().replaceAll('\n', ',')}]`))).toMatchObject({ op: 'gone' })
    await pool.query('delete from places.place where id = $1', [place])
  })
})

describe('un même lieu dans deux réseaux', () => {
  it('DIR-89 : une fois décidé, il est montré une seule fois ; la décision est proposée à son réseau, qui peut refuser', async () => {
    const { db } = app.database
    const theirs = await addPlace(db, app.networks.baie, {
      ...{ name: 'France services de Pleurtuit', commune: 'Pleurtuit', slug: 'pleurtuit' },
      ...{ postalCode: '35730', address: '3 rue du Champ' },
    })
    const ours = await addPlace(db, app.networks.estuaire, {
      ...{ name: 'France services Pleurtuit', commune: 'Pleurtuit', slug: 'pleurtuit-ici' },
      ...{ postalCode: '35730', address: '3 rue du Champ' },
    })
    await pull()
    const copy = await shown('France services de Pleurtuit')
    if (!copy) throw new Error('the copy was just read')
    const tools = { config: app.services.config, ask }
    const merged = await mergePlaces(await contextIn(head.network.id), {
      ...{ kept: ours, duplicate: copy.id, choices: {}, reason: 'Même guichet.', sawLabels: true },
      seen: { kept: 1, duplicate: copy.version },
    })
    if (isRefusal(merged)) throw new Error(merged.refused)
    expect(await tellSame(await contextIn(head.network.id), tools)).toBe(1)
    expect(await tellSame(await contextIn(head.network.id), tools)).toBe(0)
    const page = await read(await homeOfficer.get('/n/baie/reglages/federation'))
    expect(page.text).toContain('France services Pleurtuit, Pleurtuit')
    const { rows } = await app.database.pool.query(
      'select id from federation.same_offer where place_id = $1',
      [theirs],
    )
    await homeOfficer.post(`/n/baie/reglages/federation/rapprochements/${rows[0].id}`, { reponse: 'refuse' })
    await pull()
    const settings = await read(await officer.get('/reglages/federation'))
    expect(settings.text).toContain('refusés par leur réseau d’origine')
    const undone = await undoMerge(await contextIn(head.network.id), merged, {
      reason: 'Ce sont deux guichets.',
      toDuplicate: [],
    })
    expect(isRefusal(undone)).toBe(false)
    await tellSame(await contextIn(head.network.id), tools)
    const again = await read(await homeOfficer.get('/n/baie/reglages/federation'))
    expect(again.text).not.toContain('France services Pleurtuit, Pleurtuit')
  })

  it('DIR-89 : aucune boucle : ce que la tête relit d’elle-même chez un autre est laissé', async () => {
    await homeOfficer.post('/n/baie/reglages/federation/sources/nouvelle', {
      nom: 'La tête',
      ...(await ownOf(head)),
    })
    await officer.post('/reglages/federation/lecteurs/nouveau', {
      nom: 'La Baie',
      ...(await ownOf(home)),
      departements: '',
    })
    const { rows } = await app.database.pool.query(
      "select id from federation.peer where network_id = $1 and direction = 'source'",
      [app.networks.baie],
    )
    const before = await count(app.networks.baie)
    const tools = { config: app.services.config, ask }
    const taken = await pullSource(await contextIn(app.networks.baie), tools, rows[0].id)
    // Le lieu propre à la tête arrive ; les copies de ceux de la Baie n’y reviennent pas.
    expect(taken).toMatchObject({ added: 1, quarantined: 0 })
    expect(await count(app.networks.baie)).toBe(before + 1)
    const passedOn = await pull()
    expect(passedOn).toMatchObject({ added: 0 })
  })
})

async function count(network: NetworkId): Promise<number> {
  const { rows } = await app.database.pool.query(
    'select count(*)::int as n from places.place where network_id = $1',
    [network],
  )
  return rows[0].n
}

describe('ce qui ne va pas', () => {
  it('DIR-88 : une page changée en route est refusée, et rien n’est écrit', async () => {
    await addPlace(app.database.db, app.networks.baie, {
      ...{ name: 'Atelier de Dinard', slug: 'atelier', commune: 'Dinard', postalCode: '35800' },
    })
    line = 'forged'
    expect(await pull()).toMatchObject({ refused: 'bad-signature' })
    expect(await shown('Atelier de Ailleurs')).toBeUndefined()
    line = 'good'
    expect(await pull()).toMatchObject({ added: 1 })
  })

  it('DIR-88 : qui n’est pas déclaré, ou ne prouve pas qui il est, ne lit rien', async () => {
    const feed = `${ORIGIN}/n/baie/api/v1/federation/changes`
    expect((await app.app.request(feed)).status).toBe(401)
    const forged = Buffer.from(JSON.stringify({ iss: ORIGIN })).toString('base64url')
    const answer = await app.app.request(feed, { headers: { 'maillage-peer': `x.${forged}.y` } })
    expect(answer.status).toBe(403)
  })

  it('DIR-90 : une fiche illisible est mise de côté, le reste continue, et elle reprend sa place une fois corrigée', async () => {
    const { db, pool } = app.database
    const good = await addPlace(db, app.networks.baie, {
      name: 'Bonne fiche',
      slug: 'bonne',
      commune: 'Dinard',
      postalCode: '35800',
    })
    const bad = await addPlace(db, app.networks.baie, { name: 'Nulle part', slug: 'nulle' })
    expect(good).not.toBe(bad)
    expect(await pull()).toMatchObject({ added: 1, quarantined: 1 })
    const page = await read(await officer.get(`/reglages/federation/${source}`))
    expect(page.text).toContain('ce ne peut pas être un lieu')
    await pool.query("update places.place set commune = 'Dinard', postal_code = '35800' where id = $1", [bad])
    expect(await pull()).toMatchObject({ added: 1, quarantined: 0 })
    expect((await read(await officer.get(`/reglages/federation/${source}`))).text).not.toContain(
      'ce ne peut pas être un lieu',
    )
  })

  it('DIR-90 : muet depuis sept jours, les fiches restent, les responsables sont prévenus une fois', async () => {
    line = 'cut'
    app.moveTo('2026-06-25')
    const job = pullJob(ask)
    const data = { peer: source, network: head.network.id }
    await job.work(app.services, data)
    await job.work(app.services, data)
    const { rows } = await app.database.pool.query(
      "select count(*)::int as n from platform.mail where subject like '%ne répond plus depuis sept jours'",
    )
    expect(rows[0].n).toBe(1)
    const page = await read(await officer.get('/reglages/federation'))
    expect(page.text).toContain('Silencieux depuis plus de sept jours')
    const copy = await shown('Bonne fiche')
    expect((await read(await app.visitor().get(`/lieux/${copy?.slug}`))).text).toContain(
      'n’a pas répondu depuis',
    )
    line = 'good'
    await job.work(app.services, data)
    expect((await read(await officer.get('/reglages/federation'))).text).not.toContain('Silencieux')
  })

  it('DIR-90 : qui n’est plus suivi n’est plus montré', async () => {
    await officer.post(`/reglages/federation/${source}/fin`)
    expect((await shown('Bonne fiche'))?.status).toBe('hidden')
    const before = asked
    expect(await pull()).toMatchObject({ refused: 'no-such-peer' })
    expect(asked).toBe(before)
  })

  it.each([
    [{ adresse: '' }, 'Indiquez l’adresse du réseau'],
    [{ adresse: 'pas une adresse' }, 'Donnez l’adresse du réseau'],
    [{ empreinte: 'courte' }, 'Une empreinte a 43 signes'],
  ])('DIR-88 : une déclaration incomplète dit quoi corriger : %o', async (change, sentence) => {
    const answer = await officer.post('/reglages/federation/sources/nouvelle', {
      ...{ nom: 'Autre', adresse: 'https://autre.example', empreinte: 'b'.repeat(43) },
      ...change,
    })
    expect(answer.status).toBe(422)
    expect((await read(answer)).text).toContain(sentence)
  })
})
