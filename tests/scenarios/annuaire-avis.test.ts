import { beforeAll, describe, expect, it } from 'vitest'
import { allJobs } from '../../src/jobs.ts'
import { newId } from '../../src/kernel/id.ts'
import { laterBy } from '../../src/kernel/instant.ts'
import { isRefusal } from '../../src/kernel/refusal.ts'
import { reportWithin } from '../../src/modules/places/data/reports/reports.store.ts'
import type { PlaceId } from '../../src/modules/places/domain/place.ts'
import { addPlace } from '../../src/modules/places/testing.ts'
import { aReportOn } from '../../src/modules/places/testing-freshness.ts'
import { runBy } from '../../src/modules/places/testing-life.ts'
import { compareNetwork } from '../../src/modules/places/use-cases/duplicates/compare-network.ts'
import { mergePlaces } from '../../src/modules/places/use-cases/duplicates/merge-places.ts'
import { tellFollowers } from '../../src/modules/places/use-cases/webhooks/tell-followers.ts'
import { duplicatesPaths } from '../../src/modules/places/web/duplicates/duplicates.paths.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { type Browser, read, useApp, words } from '../support.ts'

// Ceux que les décisions de l’annuaire concernent l’apprennent, et ce qui est décidé en passant n’est pas redemandé.

const app = useApp()
let officer: Browser
let partner: Browser
let organisation: OrganisationId

const query = (text: string, values: unknown[] = []) => app.database.pool.query(text, values)
const mails = async (about: string) => {
  await app.runJobs()
  const { rows } = await query('select recipient, subject, body from platform.mail order by id')
  return (rows as { recipient: string; subject: string; body: string }[]).filter((mail) =>
    words(`${mail.subject} ${mail.body}`).includes(about),
  )
}
const officers = async () =>
  (
    await query(
      `select distinct p.email from identity.membership m join identity.person p on p.id = m.person_id
       where m.network_id = $1 and m.role = 'officer'`,
      [app.networks.estuaire],
    )
  ).rows.length

beforeAll(async () => {
  officer = await app.signIn('officer')
  organisation = newId<'organisation'>()
  await query(
    `insert into identity.organisation (id, network_id, name, kind, created_at) values ($1, $2, 'Ville de Gap', 'commune', $3)`,
    [organisation, app.networks.estuaire, app.clock.now()],
  )
  partner = await app.signIn('partner', { organisation })
})

const town = { commune: 'Gap', inseeCode: '05061', postalCode: '05000' }

describe('Un changement qui attendait l’accord de la tête de réseau (DIR-73)', () => {
  async function asked(name: string): Promise<{ id: PlaceId; way: string }> {
    const id = await addPlace(app.services.db, app.networks.estuaire, { ...town, name, slug: newId() })
    await runBy(app.context(), id, organisation)
    const address = `/lieux/${id}/modifier/identite`
    const page = await read(await partner.get(address))
    const form: Record<string, string> = {}
    for (const input of page.document.querySelectorAll('form input'))
      form[input.getAttribute('name') ?? ''] = input.getAttribute('value') ?? ''
    await partner.post(address, { ...form, nom: `${name} neuf` })
    const { rows } = await query('select id from places.awaited_change where place_id = $1', [id])
    return { id, way: `/lieux/a-relire/${rows[0].id}` }
  }

  it('accepté ou refusé, il est dit une fois à qui l’a demandé, avec le motif', async () => {
    await officer.post('/reglages/lieux', { relecture: 'oui' })
    const { way: accepted } = await asked('Fournil')
    expect((await officer.post(`${accepted}/accord`)).status).toBe(303)
    const told = await mails('Fournil neuf est accepté')
    expect(told).toHaveLength(1)
    expect(told[0]?.body).toMatch(/lieux\/[0-9a-f-]{36}\/fiche/)
    const { way: refused } = await asked('Moulin')
    expect((await officer.post(`${refused}/refus`, { motif: 'Ce nom est déjà pris.' })).status).toBe(303)
    const [mail, ...others] = await mails('Ce nom est déjà pris.')
    expect(others).toEqual([])
    expect(words(mail?.subject)).toContain('votre changement sur la fiche de Moulin est refusé')
    expect(mail?.recipient).toBe(told[0]?.recipient)
  })

  it('n’est pas dit à qui n’agit plus dans le réseau', async () => {
    const { way } = await asked('Lavoir')
    await query("update identity.membership set until_day = '2026-06-01' where organisation_id = $1", [
      organisation,
    ])
    expect((await officer.post(`${way}/accord`)).status).toBe(303)
    expect(await mails('fiche de Lavoir')).toEqual([])
    await query('update identity.membership set until_day = null where organisation_id = $1', [organisation])
    await officer.post('/reglages/lieux', {})
  })
})

describe('Ce qu’une source dit contre ce que quelqu’un a écrit (DIR-37)', () => {
  it('est dit à la tête de réseau en un courriel, et de nouveau quand il en vient d’autres', async () => {
    const job = allJobs.find(({ name }) => name === 'places/tell-proposals')
    const night = () => job?.work(app.services, {} as never)
    const id = await addPlace(app.services.db, app.networks.estuaire, {
      ...town,
      name: 'Le Relais',
      slug: newId(),
    })
    const propose = (column: string) =>
      query(
        `insert into places.source_proposal (id, network_id, place_id, kind, source, column_name, value, made_at)
         values ($1, $2, $3, 'source', 'Fichier', $4, '"x"', $5)`,
        [newId(), app.networks.estuaire, id, column, app.clock.now()],
      )
    await night()
    expect(await mails('à trancher')).toEqual([])
    await propose('phone')
    await propose('summary')
    await night()
    await night()
    const first = await mails('2 propositions de sources à trancher')
    expect(first).toHaveLength(await officers())
    expect(first[0]?.body).toContain('/lieux/imports/propositions')
    app.clock.moveTo(laterBy(app.clock.now(), 60))
    await propose('detail')
    await night()
    expect(await mails('3 propositions de sources à trancher')).toHaveLength(await officers())
    await query('delete from places.source_proposal where place_id = $1', [id])
  })
})

describe('Un service prévenu des changements, qui ne répond plus (DIR-83)', () => {
  it('après son dernier essai, la tête de réseau l’apprend une fois, et le lit sur sa page', async () => {
    await officer.post('/reglages/avis-de-changement', {
      nom: 'Carte',
      adresse: 'https://carte.example/avis',
    })
    await addPlace(app.services.db, app.networks.estuaire, { ...town, name: 'Neuf', slug: newId() })
    for (let turn = 0; turn < 12; turn += 1) {
      if (turn === 3) expect(await mails('Carte n’est plus prévenu')).toEqual([])
      app.clock.moveTo(laterBy(app.clock.now(), 2 * 86_400))
      await tellFollowers(app.services, async () => ({ status: 500 }))
    }
    const told = await mails('Carte n’est plus prévenu')
    expect(told).toHaveLength(await officers())
    expect(told[0]?.body).toContain('réponse 500')
    await app.runJobs()
    expect(await mails('Carte n’est plus prévenu')).toHaveLength(told.length)
    app.moveTo('2026-06-17')
    const page = await read(await officer.get('/reglages/avis-de-changement'))
    expect(page.text).toContain('arrêté : trop longtemps sans réponse, depuis le')
  })
})

describe('« C’est un autre lieu » (DIR-46)', () => {
  const compare = () =>
    compareNetwork(app.services.db, app.networks.estuaire, app.clock.now(), { whole: true })
  const isProposed = async (one: PlaceId, other: PlaceId) => {
    await compare()
    const [low, high] = [one, other].sort() as [PlaceId, PlaceId]
    const page = await read(await officer.get('/lieux/doublons'))
    return page.links.some(({ href }) => href === duplicatesPaths.pair('', low, high))
  }
  const typed = (name: string) => ({
    ...{ nom: name, adresse: '12 rue de la Paix', code_postal: '05000', commune: 'Gap' },
    telephone: '0492530001',
  })
  const known = (name: string) =>
    addPlace(app.services.db, app.networks.estuaire, {
      ...{ ...town, name, slug: newId(), address: '12 rue de la Paix', phone: '+33492530001' },
    })

  it('dit en ajoutant un lieu, la paire n’est plus proposée ; sans cela elle l’est', async () => {
    const one = await known('Espace du Lac')
    const twin = await known('Espace du lac')
    expect(await isProposed(one, twin)).toBe(true)
    await query("update places.place set status = 'hidden', hidden_because = 'essai' where id = $1", [twin])
    const shown = await read(await officer.post('/lieux/nouveau', typed('Espace du Lac')))
    const confirme = shown.value('confirme') ?? ''
    const made = await officer.post('/lieux/nouveau', { ...typed('Espace du Lac'), confirme })
    const id = /lieux\/([0-9a-f-]{36})\/fiche/.exec(made.headers.get('location') ?? '')?.[1] as PlaceId
    await officer.post(`/lieux/${id}/publication`)
    expect(await isProposed(one, id)).toBe(false)
    const [low, high] = [one, id].sort() as [PlaceId, PlaceId]
    const pair = await read(await officer.get(duplicatesPaths.pair('', low, high)))
    expect(pair.text).toContain('Dit en ajoutant la fiche, l’autre lieu sous les yeux.')
  })

  it('et par l’API', async () => {
    const one = await known('Atelier du Col')
    const program = await app.program(officer)
    const place = { ...typed('Atelier du Col'), code_insee: '05061' }
    expect((await program.post('/api/v1/places', { place })).status).toBe(409)
    const answer = await program.post('/api/v1/places', { place, isNoDuplicate: true })
    const { id } = (await answer.json()) as { id: PlaceId }
    await query("update places.place set status = 'published' where id = $1", [id])
    expect(await isProposed(one, id)).toBe(false)
  })
})

describe('Un lieu réuni à un autre garde ses attaches (DIR-47, DIR-74)', () => {
  it('un signalement va au gestionnaire du doublon réuni', async () => {
    const sheet = (name: string) =>
      addPlace(app.services.db, app.networks.estuaire, { ...town, name, slug: newId() })
    const [kept, duplicate] = [await sheet('Fabrique'), await sheet('La fabrique')]
    await runBy(app.context(), duplicate, organisation)
    const report = await aReportOn(app.context(), kept)
    const isPlaceKept = async () =>
      (await reportWithin(app.services.db, app.networks.estuaire, report, app.clock.today()))?.isPlaceKept
    expect(await isPlaceKept()).toBe(false)
    const merged = await mergePlaces(app.context(), {
      ...{ kept, duplicate, seen: { kept: 1, duplicate: 1 } },
      ...{ choices: {}, reason: '', sawLabels: false },
    })
    expect(isRefusal(merged)).toBe(false)
    expect(await isPlaceKept()).toBe(true)
  })
})
