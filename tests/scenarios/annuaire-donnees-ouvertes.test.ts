import { createHmac } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { newId } from '../../src/kernel/id.ts'
import { laterBy } from '../../src/kernel/instant.ts'
import type { PlaceId } from '../../src/modules/places/domain/place.ts'
import { addPlace, addShownLabel } from '../../src/modules/places/testing.ts'
import { tellFollowers } from '../../src/modules/places/use-cases/webhooks/tell-followers.ts'
import type { PostPublic } from '../../src/platform/post-public.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { type Browser, type Program, read, useApp } from '../support.ts'

const app = useApp()
const AT = '/api/v1'
const gap = {
  ...{ commune: 'Gap', inseeCode: '05061', postalCode: '05000', address: '3 rue du Mazel' },
  ...{ latitude: 44.56, longitude: 6.08, updatedOn: '2026-05-04' as never },
}
let media: PlaceId
let without: PlaceId
let document: Record<string, unknown>
let officer: Program
let partner: Program
let organisation: OrganisationId

const query = (text: string, values: unknown[] = []) => app.database.pool.query(text, values)

// biome-ignore lint/suspicious/noExplicitAny: a test looks at what JSON it was given
const json = async (answer: Response | Promise<Response>): Promise<any> => (await answer).json()
const get = (path: string, headers: Record<string, string> = {}) =>
  app.app.request(`http://localhost:3000${path}`, { headers })
const idsOf = ({ items }: { items: { id: string }[] }) => items.map(({ id }) => id).sort()

beforeAll(async () => {
  const { db } = app.services
  const { estuaire } = app.networks
  media = await addPlace(db, estuaire, {
    ...{ ...gap, slug: 'mediatheque-de-gap', name: 'Médiathèque de Gap', services: ['everyday-tools'] },
    ...{ phone: '+33199000000', emails: ['contact@gap.example', 'camille.essai@gmail.com'] },
    ...{
      openingHours: 'Mo-Fr 09:00-12:00',
      fees: ['free'],
      accessModes: ['walk-in'],
      supportModes: ['workshop'],
    },
  })
  without = await addPlace(db, estuaire, { slug: 'bus', name: 'Bus numérique', commune: 'Gap' })
  await addPlace(db, estuaire, { ...gap, slug: 'cache', name: 'Lieu masqué', status: 'draft' })
  await addShownLabel(db, estuaire, media, { code: 'epn', name: 'EPN Essai', until: '2026-09-01' })
  officer = await app.program(await app.signIn('officer'))
  organisation = newId<'organisation'>()
  await query(
    `insert into identity.organisation (id, network_id, name, kind, created_at) values ($1, $2, 'Ville de Gap', 'commune', $3)`,
    [organisation, estuaire, app.clock.now()],
  )
  await query(
    `insert into places.organisation_place (id, network_id, place_id, organisation_id, role, from_day, recorded_at)
     values ($1, $2, $3, $4, 'operates', '2026-01-01', $5)`,
    [newId(), estuaire, media, organisation, app.clock.now()],
  )
  partner = await app.program(await app.signIn('partner', { organisation }))
  document = await json(get(`${AT}/openapi.json`))
})

/** The schema that the document gives for an answer: what is answered must follow it. */
function schemaIn(path: string, method = 'get', status = 200): z.ZodType {
  const paths = document.paths as Record<string, Record<string, { responses: Record<number, unknown> }>>
  const told = paths[path]?.[method]?.responses[status] as { content: Record<string, { schema: object }> }
  const { content } = told
  return z.fromJSONSchema(content['application/json']?.schema as Parameters<typeof z.fromJSONSchema>[0])
}

describe('Les fichiers de l’annuaire (DIR-82)', () => {
  it('disent les mêmes lieux dans chaque format, sous les mêmes filtres que la liste (DIR-65)', async () => {
    const csv = parse(
      await (await get('/lieux/standard.csv?services=maitrise-des-outils-numeriques-du-quotidien')).text(),
      {
        columns: true,
      },
    ) as Record<string, string>[]
    expect(csv).toMatchObject([
      {
        ...{
          id: media,
          nom: 'Médiathèque de Gap',
          courriels: 'contact@gap.example',
          horaires: 'Mo-Fr 09:00-12:00',
        },
        ...{ autres_formations_labels: 'EPN Essai', pivot: '00000000000000' },
      },
    ])
    expect(await json(get('/lieux/standard.json'))).toMatchObject([{ id: media, latitude: 44.56 }])
    const { features } = await json(get('/lieux/lieux.geojson'))
    expect(features).toMatchObject([
      { id: media, geometry: { coordinates: [6.08, 44.56] }, properties: { nom: 'Médiathèque de Gap' } },
    ])
    const { structures, services } = await json(get('/lieux/data-inclusion.json'))
    expect(structures).toMatchObject([{ id: media, source: 'estuaire', courriel: 'contact@gap.example' }])
    expect(services).toMatchObject([
      {
        ...{ structure_id: media, frais: 'gratuit', type: 'atelier', modes_mobilisation: ['se-presenter'] },
        thematiques: ['numerique--maitriser-les-fondamentaux-du-numerique'],
      },
    ])
    expect((await (await get('/lieux/lieux.xlsx')).bytes()).subarray(0, 2)).toEqual(
      new Uint8Array([0x50, 0x4b]),
    )
  })

  it('laissent dehors un lieu sans adresse, et disent lequel et pourquoi', async () => {
    const rows = parse(await (await get('/lieux/non-exportables.csv')).text(), { columns: true })
    expect(rows).toMatchObject([{ id: without, manque: 'un code postal à cinq chiffres, l’adresse' }])
    const page = await read(await app.visitor().get('/donnees-ouvertes'))
    expect(page.heading).toBe('Données ouvertes')
    expect(page.text).toContain('Aujourd’hui : 1 lieu.')
  })

  it('refusent un filtre qui n’existe pas plutôt que de tout donner (DIR-64)', async () => {
    const answer = await get('/lieux/standard.csv?services=xyz')
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ code: 'parameter_invalid', errors: [{ field: 'services' }] })
  })

  it('taisent ce qui vient d’une source dont la licence l’interdit, et le comptent (DIR-86)', async () => {
    const { estuaire } = app.networks
    const closed = await addPlace(app.services.db, estuaire, {
      ...gap,
      slug: 'ferme-a-tous',
      name: 'Lieu réservé',
      source: 'Fichier fermé',
    })
    await query(
      `insert into places.source (id, network_id, name, is_reusable, added_at) values ($1, $2, 'Fichier fermé', false, $3)`,
      [newId(), estuaire, app.clock.now()],
    )
    await query(
      `insert into places.external_ref (network_id, source, external_id, place_id, fingerprint) values ($1, 'Fichier fermé', '1', $2, 'x')`,
      [estuaire, closed],
    )
    expect(await (await get('/lieux/standard.csv')).text()).not.toContain('Lieu réservé')
    expect(idsOf(await json(get(`${AT}/places`)))).not.toContain(closed)
    expect((await read(await app.visitor().get('/donnees-ouvertes'))).text).toContain(
      '1 lieu vient de sources',
    )
    await query('delete from places.place where id = $1', [closed])
  })

  it('au-delà de dix fichiers dans l’heure, attendent (DIR-84)', async () => {
    await app.forgetLimits()
    for (let turn = 0; turn < 10; turn += 1)
      expect((await get(`/lieux/standard.json?q=${turn}`)).status).toBe(200)
    const refused = await get('/lieux/standard.json?q=encore')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    await app.forgetLimits()
  })
})

describe('L’API de l’annuaire (DIR-83)', () => {
  it('donne les lieux, leurs labels et leurs champs, comme son document le dit', async () => {
    const page = await json(get(`${AT}/places`))
    expect(schemaIn(`${AT}/places`).safeParse(page).error).toBeUndefined()
    expect(idsOf(page)).toEqual([media, without].sort())
    const one = await json(get(`${AT}/places/${media}?fields=nom,commune`))
    expect(schemaIn(`${AT}/places/{id}`).safeParse(one).error).toBeUndefined()
    expect(one).toMatchObject({
      ...{ id: media, exportable: true, standard: { nom: 'Médiathèque de Gap', commune: 'Gap' } },
      labels: [{ code: 'epn', since: '2026-01-01' }],
    })
    expect(Object.keys(one.standard)).toEqual(['nom', 'commune'])
    for (const path of ['territories', 'sources', 'labels'])
      expect(
        schemaIn(`${AT}/${path}`).safeParse(await json(get(`${AT}/${path}`))).error,
        path,
      ).toBeUndefined()
    expect((await json(get(`${AT}/labels`))).items).toMatchObject([{ code: 'epn', places: 1 }])
    expect((await json(get(`${AT}/territories?kind=departement`))).items).toEqual([
      { kind: 'departement', code: '05', name: 'Hautes-Alpes', places: 1 },
    ])
  })

  it('rend le même ensemble que la liste et le fichier (scénario 28)', async () => {
    const asked = '?fees=gratuit&frais=gratuit&commune=05061'.replace('fees=gratuit&', '')
    expect(idsOf(await json(get(`${AT}/places${asked}`)))).toEqual([media])
    const rows = parse(await (await get(`/lieux/standard.csv${asked}`)).text(), { columns: true }) as {
      id: string
    }[]
    expect(rows.map(({ id }) => id)).toEqual([media])
    expect((await read(await app.visitor().get(`/lieux${asked}`))).text).toContain('Médiathèque de Gap')
  })

  it('répond 304 tant que rien ne change, et la vérité dès que cela change (DIR-84, scénario 33)', async () => {
    const first = await get(`${AT}/places`)
    const etag = first.headers.get('etag') ?? ''
    expect((await get(`${AT}/places`, { 'if-none-match': etag })).status).toBe(304)
    await query("update places.place set summary = 'Ouvert à tous' where id = $1", [media])
    const changed = await get(`${AT}/places`, { 'if-none-match': etag })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('n’oublie pas un label : ôté, il part de l’API, du fichier et du flux à la demande suivante (DIR-8, scénario 32)', async () => {
    const { cursor } = await json(get(`${AT}/changes`))
    const etag = (await get('/lieux/standard.csv')).headers.get('etag') ?? ''
    expect((await json(get(`${AT}/changes?since=${cursor}`))).items).toEqual([])
    app.moveTo('2026-09-01')
    expect((await json(get(`${AT}/places/${media}`))).labels).toEqual([])
    const file = await get('/lieux/standard.csv', { 'if-none-match': etag })
    expect(file.status).toBe(200)
    expect(await file.text()).not.toContain('EPN Essai')
    const { items } = await json(get(`${AT}/changes?since=${cursor}`))
    expect(items).toMatchObject([{ id: media, kind: 'upsert', place: { labels: [] } }])
    app.moveTo('2026-06-17')
  })

  it('raconte ce qui a changé, dans l’ordre, sans rien oublier : création, fermeture, réunion, disparition', async () => {
    const { db } = app.services
    const { estuaire } = app.networks
    let since = (await json(get(`${AT}/changes`))).cursor
    const changes = async () => {
      const answer = await json(get(`${AT}/changes?since=${since}`))
      expect(schemaIn(`${AT}/changes`).safeParse(answer).error).toBeUndefined()
      since = answer.cursor
      return answer.items.map(({ id, kind, mergedInto }: Record<string, string>) => ({
        id,
        kind,
        mergedInto,
      }))
    }
    await changes()
    const one = await addPlace(db, estuaire, { ...gap, slug: 'un', name: 'Un' })
    const two = await addPlace(db, estuaire, { ...gap, slug: 'deux', name: 'Deux' })
    const draft = await addPlace(db, estuaire, {
      ...gap,
      slug: 'brouillon',
      name: 'Brouillon',
      status: 'draft',
    })
    expect(await changes()).toEqual([one, two].map((id) => ({ id, kind: 'upsert', mergedInto: null })))
    await query("update places.place set status = 'closed', closed_on = '2026-06-01' where id = $1", [one])
    await query(
      "update places.place set status = 'merged', merged_into = $2, merged_at = now() where id = $1",
      [two, media],
    )
    await query('delete from places.place where id = $1', [draft])
    expect(await changes()).toEqual([
      { id: one, kind: 'closed', mergedInto: null },
      { id: two, kind: 'merged', mergedInto: media },
    ])
    const moved = await get(`${AT}/places/${two}`)
    expect([moved.status, moved.headers.get('location')]).toEqual([301, `${AT}/places/${media}`])
    expect(moved.headers.get('link')).toBe(`<${AT}/places/${media}>; rel="canonical"`)
    const gone = await get(`${AT}/places/${one}`)
    expect(gone.status).toBe(410)
    expect(await gone.json()).toMatchObject({ code: 'place_closed', closedOn: '2026-06-01' })
    await query('delete from places.place where id = any($1)', [[one, two]])
    expect(await changes()).toMatchObject([{ kind: 'removed' }, { kind: 'removed' }])
    expect((await get(`${AT}/changes?since=rien`)).status).toBe(400)
  })

  it('se parcourt sans trou ni doublon pendant que l’annuaire change (scénario 34)', async () => {
    const { db } = app.services
    const { estuaire } = app.networks
    const untouched: string[] = []
    for (let index = 0; index < 60; index += 1)
      untouched.push(
        await addPlace(db, estuaire, { ...gap, slug: `parcours-${index}`, name: `Parcours ${index}` }),
      )
    const seen: string[] = []
    let cursor = ''
    for (let turn = 0; ; turn += 1) {
      const { items, next } = await json(get(`${AT}/places?limit=7${cursor}`))
      seen.push(...items.map(({ id }: { id: string }) => id))
      if (next === null) break
      cursor = `&cursor=${next}`
      await addPlace(db, estuaire, { ...gap, slug: `pendant-${turn}`, name: `Pendant ${turn}` })
      await query("update places.place set status = 'hidden', hidden_because = 'essai' where slug = $1", [
        `pendant-${turn - 1}`,
      ])
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(untouched.filter((id) => !seen.includes(id))).toEqual([])
    await query("delete from places.place where slug like 'parcours-%' or slug like 'pendant-%'")
  })

  it('contrôle des lignes sans rien garder (DIR-27)', async () => {
    const sent = {
      rows: [
        { nom: '', commune: '', telephone: 'abc' },
        { nom: 'Atelier', commune: 'Gap', code_postal: '05000', adresse: '1 rue A' },
      ],
    }
    const answer = await app.app.request(`http://localhost:3000${AT}/validation`, {
      ...{ method: 'POST', body: JSON.stringify(sent) },
      headers: { 'content-type': 'application/json' },
    })
    const told = await answer.json()
    expect(answer.status, JSON.stringify(told)).toBe(200)
    expect(told).toMatchObject({ read: 2, rejected: 1 })
    expect(told.findings).toContainEqual(
      expect.objectContaining({ line: 1, column: 'telephone', code: 'phone-unreadable' }),
    )
  })

  it('change des champs d’un lieu que l’on tient, sur la version que l’on a lue (DIR-9)', async () => {
    const before = await get(`${AT}/places/${media}`)
    const seen = { 'if-match': before.headers.get('etag') ?? '' }
    const sent = { telephone: '01 99 00 00 01', presentation_resume: null }
    const answer = await partner.patch(`${AT}/places/${media}`, sent, seen)
    const told = await answer.json()
    expect(answer.status, JSON.stringify(told)).toBe(200)
    expect(answer.headers.get('etag')).toBe(`"${told.version}"`)
    expect((await json(get(`${AT}/places/${media}`))).standard).toMatchObject({ telephone: '+33199000001' })
    const stale = await partner.patch(`${AT}/places/${media}`, sent, seen)
    expect(stale.status).toBe(412)
    expect(await stale.json()).toMatchObject({ code: 'version_moved', version: String(told.version) })
    const current = { 'if-match': `"${told.version}"` }
    const wrong = await partner.patch(`${AT}/places/${media}`, { telephone: 'abc' }, current)
    expect([wrong.status, (await wrong.json()).errors[0].field]).toEqual([422, 'telephone'])
    expect((await partner.patch(`${AT}/places/${media}`, { id: 'x' }, current)).status).toBe(422)
    expect((await partner.patch(`${AT}/places/${media}`, sent)).status).toBe(428)
    expect((await partner.patch(`${AT}/places/${without}`, sent, current)).status).toBe(404)
  })

  it('montre les lieux semblables avant d’en ajouter un, et ne l’ajoute qu’une fois (DIR-48)', async () => {
    const place = {
      nom: 'Médiathèque de Gap',
      commune: 'Gap',
      code_postal: '05000',
      code_insee: '05061',
      adresse: '3 rue du Mazel',
    }
    const likely = await officer.post(`${AT}/places`, { place })
    expect(likely.status).toBe(409)
    expect(await likely.json()).toMatchObject({ code: 'likely_duplicates', alternatives: [{ id: media }] })
    const body = { place, isNoDuplicate: true, operator: organisation }
    const once = { 'idempotency-key': 'ajout-1' }
    const added = await json(officer.post(`${AT}/places`, body, once))
    expect(added).toMatchObject({ status: 'draft', version: 1 })
    expect(await json(officer.post(`${AT}/places`, body, once))).toEqual(added)
    const reused = await officer.post(`${AT}/places`, { ...body, place: { ...place, nom: 'Autre' } }, once)
    expect([reused.status, (await reused.json()).code]).toEqual([422, 'key_reused'])
    const { rows } = await query(
      "select id from places.place where status = 'draft' and name = 'Médiathèque de Gap'",
    )
    expect(rows).toEqual([{ id: added.id }])
  })

  it('garde la forme que connaissent les réutilisateurs de la carte nationale', async () => {
    const all = await json(get('/api/v0/lieux-inclusion-numerique?commune[eq]=Gap'))
    expect(all).toMatchObject([{ id: media, nom: 'Médiathèque de Gap', latitude: 44.56 }])
    expect(await json(get('/api/v0/lieux-inclusion-numerique?commune[neq]=Gap'))).toEqual([])
    expect(await json(get('/api/v0/lieux-inclusion-numerique?site_web[exists]=true'))).toEqual([])
    expect(await json(get('/api/v0/lieux-inclusion-numerique?code_insee[beginsWith]=50,05'))).toHaveLength(1)
    expect(await json(get('/api/v0/lieux-inclusion-numerique?page[number]=0&page[size]=10'))).toMatchObject({
      ...{ meta: { number: 0, size: 10, totalElements: 1, totalPages: 1 }, data: [{ id: media }] },
      links: { first: expect.stringContaining('page[number]=0&page[size]=10') },
    })
    expect((await get('/api/v0/lieux-inclusion-numerique?inconnu[eq]=x')).status).toBe(400)
  })

  it('attend au-delà de soixante demandes par minute sans clé (DIR-84)', async () => {
    await app.forgetLimits()
    for (let turn = 0; turn < 60; turn += 1) await get(`${AT}/labels`)
    expect((await get(`${AT}/labels`)).status).toBe(429)
    expect((await officer.get(`${AT}/labels`)).status).toBe(200)
    await app.forgetLimits()
  })
})

describe('La notice de données ouvertes (DIR-86)', () => {
  it('dit titre, licence, couverture, standard et fichiers, en JSON-LD et en Turtle', async () => {
    const { '@graph': things } = await json(get('/catalogue.jsonld'))
    const typed = (type: string) => things.filter((thing: Record<string, unknown>) => thing['@type'] === type)
    expect(typed('dcat:Dataset')).toMatchObject([
      {
        'dct:license': { '@id': 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/' },
        'dct:conformsTo': { '@id': 'https://schema.data.gouv.fr/LaMednum/standard-mediation-num/1.0.2/' },
        'dct:modified': { '@value': expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) },
      },
    ])
    expect(typed('dcat:Distribution').map((one: Record<string, string>) => one['@id'])).toEqual([
      'http://localhost:3000/lieux/standard.csv',
      'http://localhost:3000/lieux/standard.json',
      'http://localhost:3000/lieux/lieux.geojson',
      'http://localhost:3000/lieux/data-inclusion.json',
      'http://localhost:3000/lieux/lieux.xlsx',
      'http://localhost:3000/api/v1/places',
    ])
    const turtle = await (await get('/catalogue.ttl')).text()
    expect(turtle).toContain('a dcat:Dataset ;')
    expect(turtle).toContain('dcat:downloadURL <http://localhost:3000/lieux/standard.csv>')
  })
})

describe('La carte posée sur un autre site (DIR-85)', () => {
  let settings: Browser
  const token = async () => {
    const page = await read(await settings.get('/reglages/cartes-integrees'))
    return /data-cle="([^"]+)"/.exec(page.text)?.[1] ?? ''
  }
  beforeAll(async () => {
    settings = await app.signIn('officer')
    await addPlace(app.services.db, app.networks.estuaire, {
      ...{
        slug: 'coutances',
        name: 'Espace de Coutances',
        commune: 'Coutances',
        address: '1 place du Parvis',
      },
      ...{ inseeCode: '50147', postalCode: '50200', latitude: 49.05, longitude: -1.44 },
    })
  })

  it('se laisse autoriser pour un territoire et un site, et compte ses vues sans connaître personne', async () => {
    const address = '/reglages/cartes-integrees'
    const wrong = await settings.post(address, {
      nom: 'Ville',
      origines: 'javascript:1',
      territoire: 'lune-1',
    })
    expect(wrong.status).toBe(422)
    const made = await settings.post(address, {
      nom: 'Site de la Manche',
      origines: 'https://www.manche.example/page',
      territoire: 'departement-50',
    })
    expect(made.status).toBe(303)
    const shown = await get(`/embed/carte?cle=${await token()}`)
    expect(shown.status).toBe(200)
    expect(shown.headers.get('content-security-policy')).toContain(
      'frame-ancestors https://www.manche.example',
    )
    expect(shown.headers.get('set-cookie')).toBeNull()
    const page = await read(shown)
    expect(page.text).toContain('Espace de Coutances')
    expect(page.text).not.toContain('Médiathèque de Gap')
    const { rows } = await query('select views from places.embed_use')
    expect(rows).toEqual([{ views: 1 }])
  })

  it('ne montre jamais un autre territoire, quoi qu’on change à son adresse (scénario 35)', async () => {
    const cle = await token()
    for (const asked of [
      'departement=05',
      'commune=05061',
      'q=gap',
      'bbox=-180,-90,180,90',
      'departement=05&departement=50',
    ]) {
      const page = await read(await get(`/embed/carte?cle=${cle}&${asked}`))
      expect(page.status, asked).toBe(200)
      expect(page.text, asked).not.toContain('Médiathèque de Gap')
    }
    const [id] = cle.split('.')
    for (const altered of ['', id, `${id}.AAAAAAAAAAAAAAAAAAAAAA`, `${newId()}.${cle.split('.')[1]}`])
      expect((await get(`/embed/carte?cle=${altered}`)).status).toBe(404)
    expect((await get(`/n/baie/embed/carte?cle=${cle}`)).status).toBe(404)
  })

  it('rend les mêmes lieux que la liste du territoire (scénario 28)', async () => {
    const page = await read(await get(`/embed/carte?cle=${await token()}`))
    const listed = idsOf(await json(get(`${AT}/places?departement=50`)))
    expect(page.texts('.row-title')).toHaveLength(listed.length)
  })

  it('se pose par un script de moins de trois kilo-octets, et se retire', async () => {
    const script = await get('/embed.js')
    expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    expect(gzipSync(await script.text()).length).toBeLessThan(3 * 1024)
    const cle = await token()
    const [id] = cle.split('.')
    expect((await settings.post(`/reglages/cartes-integrees/${id}/retrait`)).status).toBe(303)
    expect((await get(`/embed/carte?cle=${cle}`)).status).toBe(404)
  })
})

describe('Les avis de changement (DIR-83)', () => {
  const sent: { url: string; body: string; headers: Readonly<Record<string, string>> }[] = []
  let status = 200
  const send: PostPublic = async (url, body, headers) => {
    sent.push({ url, body, headers })
    return { status }
  }
  const later = (seconds: number) => app.clock.moveTo(laterBy(app.clock.now(), seconds))
  let secret = ''

  it('refusent une adresse qui n’est pas publique', async () => {
    const settings = await app.signIn('officer')
    const answer = await settings.post('/reglages/avis-de-changement', {
      nom: 'Moi',
      adresse: 'https://127.0.0.1/',
    })
    expect(answer.status).toBe(422)
  })

  it('partent dans la minute, signés, dans l’ordre, une fois chacun', async () => {
    const settings = await app.signIn('officer')
    const made = await settings.post('/reglages/avis-de-changement', {
      nom: 'Carte',
      adresse: 'https://carte.example/avis',
    })
    secret = /maillage_[\w-]{43}/.exec(decodeURIComponent(made.headers.getSetCookie().join(' ')))?.[0] ?? ''
    await tellFollowers(app.services, send)
    expect(sent).toEqual([])
    await query("update places.place set phone = '+33199000002' where id = $1", [media])
    await tellFollowers(app.services, send)
    await tellFollowers(app.services, send)
    expect(sent).toHaveLength(1)
    const [{ body, headers, url }] = sent as [(typeof sent)[0]]
    expect(url).toBe('https://carte.example/avis')
    expect(JSON.parse(body)).toMatchObject({
      ...{ delivery: headers['maillage-delivery'], event: 'places.changed' },
      changes: [{ id: media, kind: 'upsert' }],
    })
    const [, t = '', v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers['maillage-signature'] ?? '') ?? []
    expect(createHmac('sha256', secret).update(`${t}.${body}`).digest('hex')).toBe(v1)
  })

  it('reviennent tant qu’ils ne sont pas reçus, de plus en plus espacés, puis s’arrêtent et le disent', async () => {
    sent.length = 0
    status = 503
    later(120)
    await query("update places.place set phone = '+33199000003' where id = $1", [media])
    await tellFollowers(app.services, send)
    await tellFollowers(app.services, send)
    expect(sent).toHaveLength(1)
    later(61)
    await tellFollowers(app.services, send)
    expect(sent).toHaveLength(2)
    status = 200
    later(301)
    await tellFollowers(app.services, send)
    expect(sent).toHaveLength(3)
    expect(new Set(sent.map(({ body }) => JSON.parse(body).changes[0].id))).toEqual(new Set([media]))
    status = 500
    await query("update places.place set phone = '+33199000004' where id = $1", [media])
    for (let turn = 0; turn < 10; turn += 1) {
      later(2 * 86_400)
      await tellFollowers(app.services, send)
    }
    const page = await read(await (await app.signIn('officer')).get('/reglages/avis-de-changement'))
    expect(page.text).toContain('arrêté : trop longtemps sans réponse')
    app.moveTo('2026-06-17')
  })
})
