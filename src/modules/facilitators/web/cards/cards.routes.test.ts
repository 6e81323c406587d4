import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Browser, read, useApp } from '../../../../../tests/support.ts'
import { latestMails } from '../../../../platform/mail/mail.ts'
import type { PersonId } from '../../../../platform/session/actor.ts'
import { addPlace } from '../../../places/testing.ts'
import { latestPerson } from '../../../privacy/testing.ts'
import { aCard, worksAt } from '../../testing.ts'

const app = useApp()
const OWN = '/compte/fiche-animateur'
let facilitator: Browser
let person: { id: PersonId; name: string; email: string }

beforeEach(async () => {
  await app.forgetLimits()
  facilitator = await app.signIn('facilitator')
  const { id, name, email } = await latestPerson(app)
  person = { id: id as PersonId, name: name ?? '', email }
})

const listed = async (who: Browser = app.visitor(), query = '') =>
  (await read(await who.get(`/animateurs${query}`))).text
const cardAs = (who: Browser = app.visitor()) => who.get(`/animateurs/${person.id}`)
const placed = async (name: string) => {
  const place = await addPlace(app.services.db, app.networks.estuaire, {
    name,
    commune: 'Gap',
    postalCode: '05000',
    inseeCode: '05061',
  })
  await worksAt(app.services.db, { network: app.networks.estuaire, person: person.id, place })
  return place
}

describe('a facilitator’s card does it', () => {
  it('shows nothing to anybody by default, then each part to whom it was chosen for (DIR-78)', async () => {
    const [member, officer] = [await app.signIn('partner'), await app.signIn('officer')]
    await facilitator.post(OWN, aCard({}, { presentation: 'J’aime la robotique.' }))
    for (const who of [app.visitor(), member, officer]) expect((await cardAs(who)).status).toBe(404)
    const shown = { name: 'public', presentation: 'network', languages: 'staff', phone: 'public' } as const
    const said = { vu: '1', presentation: 'J’aime la robotique.', langues: 'anglais, arabe' }
    expect((await facilitator.post(OWN, aCard(shown, said))).status).toBe(303)
    const [visitor, colleague, staff] = await Promise.all(
      [app.visitor(), member, officer].map(async (who) => (await read(await cardAs(who))).text),
    )
    expect(visitor).toContain(person.name)
    expect(visitor).not.toContain('robotique')
    expect(colleague).toContain('robotique')
    expect(colleague).not.toContain('arabe')
    expect(staff).toContain('robotique')
    expect(staff).toContain('anglais, arabe')
    for (const text of [visitor, colleague, staff]) expect(text).not.toContain(person.email)
  })

  it('keeps of each consent the words, the day it was given and the day it was withdrawn (DIR-78)', async () => {
    await facilitator.post(OWN, aCard({ name: 'public', skills: 'public' }))
    await facilitator.post(OWN, { ...aCard({ name: 'public' }), vu: '1' })
    const proofs = await app.services.db
      .selectFrom('privacy.consent')
      .selectAll()
      .where('person_id', '=', person.id)
      .execute()
    const given = Object.fromEntries(proofs.map((one) => [one.field, one]))
    expect(given.name?.withdrawn_at).toBeNull()
    expect(given.skills?.withdrawn_at).not.toBeNull()
    expect(given.skills?.wording).toMatch(/^J’accepte de montrer mes compétences.* à tout le monde/)
  })

  it('is found by skill, theme, territory, language and readiness to come, by what the reader sees alone (DIR-79)', async () => {
    await placed('Atelier du port')
    const said = { competences: 'repair', themes: ['safe-use'], langues: 'breton', intervient: 'department' }
    const everything = { name: 'public', skills: 'public', languages: 'public', places: 'public' } as const
    await facilitator.post(OWN, aCard({ ...everything, availability: 'network' }, said))
    for (const query of [
      '?competence=repair',
      '?theme=safe-use',
      '?langue=Breton',
      '?territoire=departement:05',
    ])
      expect(await listed(app.visitor(), query), query).toContain(person.name)
    for (const query of [
      '?competence=coding',
      '?theme=job-seeking',
      '?territoire=departement:50',
      '?intervient=oui',
    ])
      expect(await listed(app.visitor(), query), query).not.toContain(person.name)
    expect(await listed(await app.signIn('partner'), '?intervient=oui')).toContain(person.name)
    expect(await listed(app.visitor(), '?q=atelier+PORT')).toContain(person.name)
  })

  it('withdrawn, is gone from page, list, search, photo, API, file and place card at the next read (DIR-78)', async () => {
    const place = await placed('Médiathèque des dunes')
    const photo = new File([await aPhoto()], 'moi.png', { type: 'image/png' })
    const all = { name: 'public', photo: 'public', places: 'public', email: 'public' } as const
    await facilitator.post(OWN, { ...aCard(all), photo })
    const api = async () =>
      (await (await app.visitor().get('/api/v1/facilitators')).json()) as { items: object[] }
    const picture = () => app.visitor().get(`/animateurs/${person.id}/photo`)
    const onPlace = () =>
      app.services.db
        .selectFrom('facilitators.public_card')
        .selectAll()
        .where('place_id', '=', place)
        .execute()
    expect((await picture()).headers.get('content-type')).toBe('image/jpeg')
    expect(JSON.stringify(await api())).toContain(person.email)
    expect(await onPlace()).toMatchObject([{ name: person.name, has_photo: true }])
    await facilitator.post(OWN, { ...aCard({ places: 'public' }), vu: '1' })
    expect((await cardAs()).status).toBe(404)
    expect((await picture()).status).toBe(404)
    expect(await listed(app.visitor(), `?q=${encodeURIComponent(person.name)}`)).not.toContain(
      `/animateurs/${person.id}`,
    )
    expect(JSON.stringify(await api())).not.toContain(person.id)
    expect(await onPlace()).toEqual([])
    const file = await (await app.signIn('officer')).get('/animateurs/export.csv')
    expect(await file.text()).not.toContain(person.email)
  })

  it('is never kept by a browser, a proxy or a search engine', async () => {
    await facilitator.post(OWN, aCard({ name: 'public' }))
    const { headers } = await cardAs()
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('x-robots-tag')).toContain('noindex')
  })

  it('leaves the lists on the day the last place is left (DIR-79)', async () => {
    await placed('Cyberbase du marais')
    await facilitator.post(OWN, aCard({ name: 'public', places: 'public' }))
    expect(await listed()).toContain(person.name)
    await app.services.db
      .updateTable('places.person_place')
      .set({ until_day: '2026-06-18' as never })
      .where('person_id', '=', person.id)
      .execute()
    expect(await listed()).toContain(person.name)
    app.moveTo('2026-06-18')
    expect(await listed()).not.toContain(person.name)
    expect((await cardAs()).status).toBe(404)
    app.moveTo('2026-06-17')
  })

  it('is written to without its address being shown, and nothing of the message stays but the mail (DIR-78)', async () => {
    await facilitator.post(OWN, aCard({ name: 'public', messages: 'public' }))
    const address = `/animateurs/${person.id}/message`
    expect((await read(await app.visitor().get(address))).text).not.toContain(person.email)
    const message = { nom: 'Odile Essai', courriel: 'odile@exemple.fr', message: 'Venez à Valmer.' }
    const sent = await app.visitor().post(address, message)
    expect(sent.status).toBe(303)
    const [mail] = await latestMails(app.services.db, 1)
    expect(mail?.recipient).toBe(person.email)
    expect(mail?.body).toContain('odile@exemple.fr')
    expect(mail?.body).toContain('Venez à Valmer.')
  })

  it('is given to the head as a file of what each shows it, with a line in the journal (DIR-79)', async () => {
    await facilitator.post(OWN, aCard({ name: 'staff', email: 'network', phone: 'same_place' }))
    const officer = await app.signIn('officer')
    const text = await (await officer.get('/animateurs/export.csv')).text()
    expect(text).toContain(person.name)
    expect(text).toContain(person.email)
    const lines = await app.services.db
      .selectFrom('platform.journal')
      .select('details')
      .where('action', '=', 'facilitators.exported')
      .execute()
    expect(lines.length).toBeGreaterThan(0)
    expect(JSON.stringify(lines)).not.toContain(person.name)
  })

  it('is taken back whole, by its person (DIR-79)', async () => {
    await facilitator.post(OWN, aCard({ name: 'public' }, { presentation: 'Bonjour.' }))
    expect((await facilitator.post(`${OWN}/retrait`)).status).toBe(303)
    expect((await cardAs()).status).toBe(404)
    const left = await app.services.db
      .selectFrom('facilitators.profile')
      .select('version')
      .where('person_id', '=', person.id)
      .execute()
    expect(left).toEqual([])
  })

  it('moved: the former directory leads to it for ever', async () => {
    const moved = await app.visitor().get('/annuaire')
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/animateurs'])
  })
})

describe('a facilitator’s card explains why not', () => {
  it('to a page behind another: nothing is written over, and what was typed stays', async () => {
    await facilitator.post(OWN, aCard({}, { presentation: 'La première.' }))
    const late = await read(await facilitator.post(OWN, aCard({}, { presentation: 'La seconde.' })))
    expect(late.status).toBe(422)
    expect(late.text).toContain('dans une autre fenêtre')
    expect(late.text).toContain('La seconde.')
  })

  it('to a file that is no photo, an unknown skill, an audience that does not exist', async () => {
    const photo = new File(['bonjour'], 'moi.png', { type: 'image/png' })
    expect((await read(await facilitator.post(OWN, { ...aCard({}), photo }))).text).toContain(
      'JPEG, PNG ou WebP',
    )
    const wrong = { ...aCard({}, { competences: 'magie' }), 'montrer-name': 'monde' }
    expect((await read(await facilitator.post(OWN, wrong))).problems).toHaveLength(2)
  })

  it('to a program that fills the hidden field, and to a flood of messages', async () => {
    await facilitator.post(OWN, aCard({ name: 'public', messages: 'public' }))
    const address = `/animateurs/${person.id}/message`
    const message = { nom: 'Odile', courriel: 'odile@exemple.fr', message: 'Bonjour.' }
    expect((await app.visitor().post(address, { ...message, site: 'x' })).status).toBe(422)
    for (let sent = 0; sent < 10; sent += 1) {
      if (sent % 5 === 0) await app.forgetLimits().then(() => undefined)
      await app.visitor().post(address, message)
    }
    const answers = []
    for (let sent = 0; sent < 6; sent += 1) answers.push((await app.visitor().post(address, message)).status)
    expect(answers).toContain(422)
  })

  it('says which filter does not exist, and the API names it', async () => {
    expect(await listed(app.visitor(), '?competence=magie')).toContain('competence=magie n’existe pas')
    const refused = await app.visitor().get('/api/v1/facilitators?theme=magie')
    expect(refused.status).toBe(400)
    expect(JSON.stringify(await refused.json())).toContain('theme')
  })
})

describe('a facilitator’s card keeps others out', () => {
  it('whoever does not help residents here has none, and visitors sign in first', async () => {
    const partner = await app.signIn('partner')
    expect((await read(await partner.get(OWN))).text).toContain('Vous n’animez aucun lieu')
    expect((await partner.post(OWN, aCard({ name: 'public' }))).status).toBe(422)
    expect((await app.visitor().get(OWN)).status).toBe(303)
  })

  it('a card of one network does not exist in another, and takes no message there', async () => {
    await facilitator.post(OWN, aCard({ name: 'public', messages: 'public' }))
    expect((await app.visitor().get(`/n/baie/animateurs/${person.id}`)).status).toBe(404)
    expect((await app.visitor().get(`/n/baie/animateurs/${person.id}/message`)).status).toBe(404)
  })

  it('the file of people is the head’s alone', async () => {
    for (const role of ['partner', 'facilitator'] as const)
      expect((await (await app.signIn(role)).get('/animateurs/export.csv')).status).toBe(403)
  })
})

function aPhoto(): Promise<ArrayBuffer> {
  return sharp({ create: { width: 800, height: 600, channels: 3, background: '#336699' } })
    .png()
    .toBuffer()
    .then((bytes) => new Uint8Array(bytes).buffer)
}
