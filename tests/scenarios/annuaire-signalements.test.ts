import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { allJobs } from '../../src/jobs.ts'
import { day } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/id.ts'
import type { PlaceId } from '../../src/modules/places/domain/place.ts'
import { addPlace } from '../../src/modules/places/testing.ts'
import { runBy } from '../../src/modules/places/testing-life.ts'
import type { OrganisationId } from '../../src/platform/session/actor.ts'
import { privacyParts } from '../../src/privacy-parts.ts'
import { type Browser, read, useApp, words } from '../support.ts'

const app = useApp({ today: day('2026-06-17') })
let officer: Browser
let keeper: Browser
let organisation: OrganisationId
let place: PlaceId
let slug: string

const night = async (name: string) => {
  await allJobs.find((job) => job.name === name)?.work(app.services, {} as never)
}
const mails = async (about: string) => {
  await app.runJobs()
  return (
    await app.services.db.selectFrom('platform.mail').select(['recipient', 'subject', 'body']).execute()
  ).filter(({ subject, body }) => words(`${subject} ${body}`).includes(about))
}
const publicText = async () => (await read(await app.visitor().get(`/lieux/${slug}`))).text
/** Each report of a test comes from another connection: an hour has passed. */
async function report(fields: Record<string, string>) {
  await app.forgetLimits()
  return app.visitor().post(`/lieux/${slug}/signaler`, fields)
}
const queueOf = async (who: Browser) => (await read(await who.get('/lieux/signalements'))).links

beforeAll(async () => {
  officer = await app.signIn('officer')
})

beforeEach(async () => {
  app.moveTo('2026-06-17')
  slug = `lieu-${newId().slice(-8)}`
  place = await addPlace(app.services.db, app.networks.estuaire, {
    name: `Café ${slug}`,
    slug,
    commune: 'Valmer',
  })
  organisation = newId()
  await app.services.db
    .insertInto('identity.organisation')
    .values({
      ...{ id: organisation, network_id: app.networks.estuaire, kind: 'commune' },
      ...{ name: `Commune ${organisation.slice(-6)}`, created_at: app.clock.now() },
    })
    .execute()
  keeper = await app.signIn('partner', { organisation })
})

describe('Une erreur signalée sans compte (DIR-74, scénario 37)', () => {
  it('va au gestionnaire, se suit par un lien, reçoit une réponse ; le courriel s’efface 90 jours après', async () => {
    await runBy(app.context(), place, organisation)
    const sent = await report({ nature: 'closed', precisions: 'Rideau baissé', courriel: 'Lou@Exemple.fr' })
    const tracking = sent.headers.get('location') ?? ''
    expect((await read(await app.visitor().get(tracking))).text).toContain(
      'Au gestionnaire du lieu, jusqu’au 24 juin',
    )
    const told = await mails('Rideau baissé')
    expect(told).toHaveLength(1)
    const way = (await queueOf(keeper)).find(({ text }) => text === `Café ${slug}`)?.href ?? ''
    const bare = await read(await keeper.post(way, { suite: 'refused' }))
    expect(bare.problems[0]).toContain('Dites pourquoi')
    expect((await keeper.post(way, { suite: 'refused', reponse: 'Ouvert le samedi.' })).status).toBe(303)
    expect((await read(await keeper.post(way, { suite: 'corrected' }))).problems[0]).toContain(
      'vient de répondre',
    )
    const answer = (await mails('réponse à votre signalement')).filter(
      ({ recipient }) => recipient === 'lou@exemple.fr',
    )
    expect(answer[0]?.body).toContain('Ouvert le samedi.')
    expect((await read(await app.visitor().get(tracking))).text).toContain('La fiche est juste')
    const rule = privacyParts.retentionRules.find(({ name }) => name === 'places.report-mailboxes')
    const mailbox = async () =>
      (
        await app.services.db
          .selectFrom('places.error_report')
          .select('email')
          .where('place_id', '=', place)
          .execute()
      )[0]?.email
    app.moveTo('2026-09-14')
    await rule?.apply(app.services)
    expect(await mailbox()).toBe('lou@exemple.fr')
    app.moveTo('2026-09-18')
    await rule?.apply(app.services)
    expect(await mailbox()).toBeNull()
  })

  it('sans réponse pendant sept jours, elle devient celle de la tête de réseau, prévenue une fois', async () => {
    await runBy(app.context(), place, organisation)
    await report({ nature: 'hours' })
    for (const on of ['2026-06-23', '2026-06-24', '2026-06-25']) {
      app.moveTo(on)
      await night('places/take-up-reports')
    }
    expect(await mails('plus de sept jours')).toHaveLength(1)
    const way = (await queueOf(officer)).find(({ text }) => text === `Café ${slug}`)?.href ?? ''
    expect((await read(await officer.get(way))).text).toContain('À la tête de réseau')
    expect((await officer.post(way, { suite: 'corrected' })).status).toBe(303)
  })

  it('deux personnes qui disent « fermé » : « à vérifier », jusqu’à la réponse ; jamais pour une seule', async () => {
    await report({ nature: 'closed' })
    expect(await publicText()).not.toContain('À vérifier')
    const again = await app.visitor().post(`/lieux/${slug}/signaler`, { nature: 'closed' })
    expect((await read(again)).problems[0]).toContain('déjà transmis')
    await report({ nature: 'closed' })
    expect(await publicText()).toContain('2 personnes disent que ce lieu a fermé')
    for (const { href } of (await queueOf(officer)).filter(({ text }) => text === `Café ${slug}`))
      await officer.post(href, { suite: 'refused', reponse: 'Le lieu est ouvert.' })
    expect(await publicText()).not.toContain('À vérifier')
  })

  it('un robot et une avalanche sont arrêtés ; ce qui est tapé n’est pas perdu', async () => {
    await app.forgetLimits()
    const robot = await app
      .visitor()
      .post(`/lieux/${slug}/signaler`, { nature: 'closed', site: 'http://exemple.fr' })
    expect(robot.status).toBe(200)
    expect((await queueOf(officer)).some(({ text }) => text === `Café ${slug}`)).toBe(false)
    const blank = await read(await report({ nature: 'other', courriel: 'lou@' }))
    expect(blank.problems).toHaveLength(2)
    expect(blank.value('courriel')).toBe('lou@')
    await app.forgetLimits()
    const answers = []
    for (const nature of ['closed', 'moved', 'hours', 'phone', 'duplicate'])
      answers.push((await app.visitor().post(`/lieux/${slug}/signaler`, { nature })).status)
    expect(answers).toEqual([303, 303, 303, 303, 303])
    const last = await app
      .visitor()
      .post(`/lieux/${slug}/signaler`, { nature: 'other', precisions: 'Encore' })
    expect((await read(last)).problems[0]).toContain('Réessayez dans une heure')
  })

  it('le lien de suivi ne se devine pas, et le gestionnaire d’un autre lieu ne répond pas', async () => {
    await runBy(app.context(), place, organisation)
    const tracking = (await report({ nature: 'phone' })).headers.get('location') ?? ''
    expect(
      (await app.visitor().get(tracking.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')))).status,
    ).toBe(404)
    const way = (await queueOf(keeper)).find(({ text }) => text === `Café ${slug}`)?.href ?? ''
    const other = await app.signIn('partner')
    expect((await other.post(way, { suite: 'corrected' })).status).toBe(404)
    expect((await app.visitor().post(`/n/baie/lieux/${slug}/signaler`, { nature: 'closed' })).status).toBe(
      404,
    )
  })
})

describe('Des lieux gardés dans des listes (DIR-75)', () => {
  it('un favori sans rien choisir, une liste nommée, un lien que l’on donne puis que l’on reprend', async () => {
    const facilitator = await app.signIn('facilitator')
    const page = await read(await facilitator.get(`/lieux/${slug}`))
    const keep = page.links.find(({ text }) => text === 'Garder dans mes listes')?.href ?? ''
    expect((await read(await facilitator.get(keep))).text).toContain('Mes favoris')
    const kept = await facilitator.post('/lieux/favoris/ajout', { lieu: slug })
    const list = kept.headers.get('location') ?? ''
    expect((await read(await facilitator.get(list))).text).toContain(`Café ${slug}`)
    const opened =
      (await facilitator.post('/lieux/favoris', { nom: 'Autour de la gare' })).headers.get('location') ?? ''
    const twice = await facilitator.post('/lieux/favoris', { nom: 'autour de la gare' })
    expect((await read(twice)).problems[0]).toContain('déjà une liste de ce nom')
    await facilitator.post('/lieux/favoris/ajout', { lieu: slug, liste: opened.split('/').at(-1) ?? '' })
    await facilitator.post(`${opened}/partage`)
    const link = () =>
      facilitator
        .get(opened)
        .then(read)
        .then(({ links }) => links.find(({ href }) => href.includes('liste-partagee')))
    const shared = new URL((await link())?.href ?? '').pathname
    const seen = await read(await app.visitor().get(shared))
    expect(seen.text).toContain(`Café ${slug}`)
    expect(seen.text).not.toContain('Camille')
    await facilitator.post(`${opened}/partage/fin`)
    expect((await app.visitor().get(shared)).status).toBe(404)
    await facilitator.post(`${opened}/partage`)
    expect((await app.visitor().get(shared)).status).toBe(404)
    expect((await facilitator.post(`${list}/suppression`)).status).toBe(409)
    expect((await facilitator.post(`${opened}/suppression`)).status).toBe(303)
  })

  it('chacun les siennes : celle d’un autre n’existe pas, un visiteur est invité à se connecter', async () => {
    const [one, other] = [await app.signIn('facilitator'), await app.signIn('facilitator')]
    const list = (await one.post('/lieux/favoris/ajout', { lieu: slug })).headers.get('location') ?? ''
    expect((await other.get(list)).status).toBe(404)
    expect((await other.post(`${list}/partage`)).status).toBe(404)
    expect((await app.visitor().get('/lieux/favoris')).headers.get('location')).toContain('/connexion')
    const hidden = await addPlace(app.services.db, app.networks.estuaire, {
      slug: `${slug}-masque`,
      status: 'hidden',
    })
    expect(hidden).toBeTruthy()
    expect((await one.post('/lieux/favoris/ajout', { lieu: `${slug}-masque` })).status).toBe(404)
  })
})
