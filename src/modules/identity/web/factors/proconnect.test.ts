import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CLIENT, type KnownPerson, ProviderJar, TestProConnect } from '../../../../../tests/proconnect.ts'
import { Browser, ORIGIN, read, useApp } from '../../../../../tests/support.ts'
import { newId } from '../../../../kernel/id.ts'

describe('ProConnect', () => {
  const app = useApp()
  let provider: TestProConnect

  beforeAll(async () => {
    provider = await TestProConnect.start(ORIGIN)
    Object.assign(app.services.config, {
      proConnect: { issuer: provider.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret },
    })
  })
  afterAll(() => provider.stop())
  beforeEach(async () => {
    await app.database.pool.query('truncate platform.rate_window')
  })
  afterEach(() => {
    provider.tamper = (jwt) => jwt
  })

  /** A member here, known there under the same address. */
  async function known(change: Partial<KnownPerson> = {}): Promise<KnownPerson & { id: string }> {
    await app.signIn('officer')
    const { rows } = await app.database.pool.query(
      'select id, email from identity.person order by id desc limit 1',
    )
    await app.database.pool.query('delete from identity.session where person_id = $1', [rows[0].id])
    return {
      id: rows[0].id,
      sub: newId(),
      email: rows[0].email,
      given_name: 'Camille',
      usual_name: 'Essai',
      siret: '21500129000013',
      ...change,
    }
  }

  /** Leaves for the provider, and comes back to the address it says. */
  async function leave(
    browser: Browser,
    person: KnownPerson | null,
    start = '/connexion/proconnect',
    jar = new ProviderJar(),
  ) {
    provider.person = person
    const sent = await browser.get(start)
    expect(sent.status).toBe(303)
    return (await jar.follow(sent.headers.get('location') ?? '')).replace(ORIGIN, '')
  }

  async function enter(
    person: KnownPerson | null,
    start?: string,
    browser = app.visitor(),
    jar = new ProviderJar(),
  ) {
    return { browser, jar, answer: await browser.get(await leave(browser, person, start, jar)) }
  }

  const lines = async (person: string) =>
    (
      await app.database.pool.query(
        'select action, details, network_id from platform.journal where subject_id = $1 order by id',
        [person],
      )
    ).rows

  const sessions = async () =>
    Number((await app.database.pool.query('select count(*) from identity.session')).rows[0].count)

  describe('does it', () => {
    it('opens the account of whoever was invited, and links it once', async () => {
      const person = await known()
      const { browser, answer } = await enter(person, '/connexion/proconnect?suite=%2Fconventions')
      expect(answer.headers.get('location')).toBe('/conventions')
      expect((await browser.get('/conventions')).status).toBe(200)
      expect((await enter(person)).answer.headers.get('location')).toBe('/aujourdhui')
      const actions = (await lines(person.id)).map(({ action, details }) => [action, details.by])
      expect(actions).toEqual([
        ['proconnect.linked', undefined],
        ['session.opened', 'proconnect'],
        ['session.opened', 'proconnect'],
      ])
      await app.runJobs()
      const { rows } = await app.database.pool.query(
        'select subject from platform.mail where recipient = $1',
        [person.email],
      )
      expect(rows.map(({ subject }) => subject)).toContain(
        'ProConnect ouvre désormais votre compte (Estuaire connecté)',
      )
    })

    it('is unlinked by its owner, who still comes in by mail, and may link it again', async () => {
      const person = await known()
      const { browser } = await enter(person)
      const shown = await read(await browser.get('/compte'))
      expect(shown.links.map(({ href }) => href)).toContain('/compte/proconnect')
      expect((await read(await browser.get('/compte/proconnect'))).text).toContain('Délier mon compte')
      expect((await browser.post('/compte/proconnect')).headers.get('location')).toBe('/compte')
      const again = await read(await browser.post('/compte/proconnect'))
      expect([again.status, again.text.includes('n’est pas relié')]).toEqual([422, true])
      expect((await read(await browser.get('/compte'))).links.map(({ href }) => href)).not.toContain(
        '/compte/proconnect',
      )
      await app.runJobs()
      const { rows } = await app.database.pool.query(
        'select subject from platform.mail where recipient = $1 and subject like $2',
        [person.email, '%n’est plus relié%'],
      )
      expect(rows).toHaveLength(1)
      // Another identity at ProConnect, were it the same person's, is no longer refused.
      const renewed = { ...person, sub: newId<'person'>() as string }
      expect((await enter(renewed)).answer.headers.get('location')).toBe('/aujourdhui')
      const actions = (await lines(person.id)).map(({ action }) => action)
      expect(actions.filter((action) => action.startsWith('proconnect.'))).toEqual([
        'proconnect.linked',
        'proconnect.unlinked',
        'proconnect.linked',
      ])
    })

    it('asks what ProConnect wants: PKCE, state, nonce, level of assurance', async () => {
      const browser = app.visitor()
      const sent = new URL((await browser.get('/connexion/proconnect')).headers.get('location') ?? '')
      const asked = Object.fromEntries(sent.searchParams)
      expect(asked).toMatchObject({
        response_type: 'code',
        client_id: CLIENT.id,
        redirect_uri: `${ORIGIN}/connexion/callback/proconnect`,
        code_challenge_method: 'S256',
        acr_values: 'eidas1',
      })
      for (const name of ['state', 'nonce', 'code_challenge'])
        expect(asked[name]?.length, name).toBeGreaterThan(20)
      expect(asked.scope?.split(' ').sort()).toEqual(
        ['openid', 'given_name', 'usual_name', 'email', 'siret', 'uid'].sort(),
      )
    })

    it('keeps the link when the address changes over there', async () => {
      const person = await known()
      await enter(person)
      const { browser } = await enter({ ...person, email: 'nouvelle-adresse@example.fr' })
      expect((await browser.get('/conventions')).status).toBe(200)
    })

    it('says when the organisation over there is not the one here', async () => {
      const person = await known({ siret: '13002526500013' })
      await app.database.pool.query(
        `update identity.organisation set siret = '21500129000013' where id =
          (select organisation_id from identity.membership where person_id = $1)`,
        [person.id],
      )
      const { browser, answer } = await enter(person)
      const shown = await read(await browser.get(answer.headers.get('location') ?? ''))
      expect(shown.notice).toContain('ProConnect vous connaît dans une autre structure')
    })

    it('comes back to the network where it started', async () => {
      await app.signIn('officer', { network: app.networks.baie })
      const { rows } = await app.database.pool.query(
        'select id, email from identity.person order by id desc limit 1',
      )
      const person = { ...(await known()), id: rows[0].id, email: rows[0].email }
      const { answer } = await enter(person, '/n/baie/connexion/proconnect?suite=%2Fn%2Fbaie%2Fconventions')
      expect(answer.headers.get('location')).toBe('/n/baie/conventions')
      expect((await lines(person.id)).map(({ network_id }) => network_id)).toEqual([
        app.networks.baie,
        app.networks.baie,
      ])
    })

    it('ends the session over there too', async () => {
      const person = await known()
      const { browser, jar } = await enter(person)
      const left = await browser.post('/deconnexion')
      expect(left.headers.get('location')).toBe('/deconnexion/proconnect')
      expect((await browser.get('/compte')).status).toBe(303)
      const page = await read(await browser.get('/deconnexion/proconnect'))
      const address = page.links.find(({ text }) => text === 'Fermer ma session ProConnect')?.href ?? ''
      expect(page.document.querySelector('meta[http-equiv="refresh"]')?.getAttribute('content')).toBe(
        `0; url=${address}`,
      )
      const asked = new URL(address).searchParams
      expect(asked.get('post_logout_redirect_uri')).toBe(`${ORIGIN}/deconnexion/retour`)
      expect(asked.get('id_token_hint')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/)
      const form = await jar.read(address)
      const xsrf = /name="xsrf" value="([^"]+)"/.exec(form)?.[1] ?? ''
      const action = /action="([^"]+)"/.exec(form)?.[1] ?? ''
      const back = await jar.follow(action, {
        method: 'POST',
        body: new URLSearchParams({ xsrf, logout: 'yes' }),
      })
      expect(back).toMatch(`${ORIGIN}/deconnexion/retour`)
      expect((await read(await browser.get(back.replace(ORIGIN, '')))).heading).toBe('Vous êtes déconnecté')
      // Over there the browser is a stranger again: whoever comes next is asked who they are.
      provider.asked.length = 0
      await enter(await known(), undefined, app.visitor(), jar)
      expect(provider.asked.some(({ pathname }) => pathname.startsWith('/interaction/'))).toBe(true)
    })

    it('does not send to ProConnect who came in another way', async () => {
      expect((await (await app.signIn('officer')).post('/deconnexion')).headers.get('location')).toBe('/')
    })
  })

  describe('explains why not', () => {
    it('an address that was not invited', async () => {
      const stranger = { ...(await known()), email: 'inconnue@example.fr' }
      const before = await sessions()
      const shown = await read((await enter(stranger)).answer)
      expect(shown.heading).toBe('Vous n’avez pas encore de compte ici')
      expect(shown.text).toContain('inconnue@example.fr n’a pas encore été invitée')
      expect(await sessions()).toBe(before)
    })

    it('a person who gives up', async () => {
      const shown = await read((await enter(null)).answer)
      expect(shown.heading).toBe('Connexion abandonnée')
    })

    it('an address that was not confirmed here', async () => {
      const person = await known()
      await app.database.pool.query('update identity.person set email_verified = false where id = $1', [
        person.id,
      ])
      expect((await read((await enter(person)).answer)).heading).toBe('Adresse à confirmer')
    })

    it('a return that already served', async () => {
      const browser = app.visitor()
      const back = await leave(browser, await known())
      expect((await browser.get(back)).status).toBe(303)
      expect((await read(await browser.get(back))).heading).toBe('Cette connexion a expiré')
    })

    it('a provider that does not answer; and it is asked again the next time', async () => {
      const { services } = app
      const config = {
        ...services.config,
        proConnect: { ...CLIENT, clientId: 'x', clientSecret: 'x', issuer: 'http://127.0.0.1:9' },
      }
      const { createApp } = await import('../../../../app.tsx')
      const away = new Browser(createApp({ ...services, config }), null)
      expect((await read(await away.get('/connexion/proconnect'))).heading).toBe('ProConnect ne répond pas')
      config.proConnect.issuer = provider.issuer
      expect((await away.get('/connexion/proconnect')).status).toBe(303)
    })

    it('an installation without ProConnect', async () => {
      const { createApp } = await import('../../../../app.tsx')
      const config = { ...app.services.config, proConnect: null }
      const without = new Browser(createApp({ ...app.services, config }), null)
      for (const path of ['/connexion/proconnect', '/connexion/callback/proconnect?code=x&state=y']) {
        expect((await read(await without.get(path))).heading).toBe('ProConnect n’est pas proposé ici')
      }
      expect((await read(await without.get('/connexion'))).text).not.toContain('ProConnect')
    })
  })

  describe('keeps others out', () => {
    it.each<[string, (jwt: string) => string]>([
      ['another payload', (jwt) => swap(jwt, 1, { email: 'officier@example.fr' })],
      ['another signature', (jwt) => jwt.slice(0, -8) + (jwt.endsWith('AAAAAAAA') ? 'BBBBBBBB' : 'AAAAAAAA')],
      ['no signature', (jwt) => `${swap(jwt, 0, { alg: 'none' }).split('.').slice(0, 2).join('.')}.`],
      ['plain JSON', (jwt) => Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()],
    ])('an answer about the person with %s', async (_what, tamper) => {
      const person = await known()
      provider.tamper = tamper
      const before = await sessions()
      const shown = await read((await enter(person)).answer)
      expect(shown.heading).toBe('ProConnect n’a pas confirmé votre identité')
      expect(await sessions()).toBe(before)
    })

    it('a return brought to another browser, or with another state', async () => {
      const person = await known()
      const browser = app.visitor()
      const back = await leave(browser, person)
      expect((await read(await app.visitor().get(back))).heading).toBe('Cette connexion a expiré')
      const other = await leave(browser, person)
      const forged = other.replace(/state=[^&]+/, 'state=0123456789abcdef0123456789abcdef')
      expect((await read(await browser.get(forged))).heading).toBe('Cette connexion a expiré')
      expect((await read(await browser.get('/connexion/callback/proconnect'))).heading).toBe(
        'Cette connexion a expiré',
      )
    })

    it('somebody else who was given the same address', async () => {
      const person = await known()
      await enter(person)
      const successor = { ...person, sub: newId<'person'>() as string }
      const shown = await read((await enter(successor)).answer)
      expect(shown.heading).toBe('Compte déjà relié')
    })

    it('it is one factor: a network that asks for two still does', async () => {
      const person = await known()
      await app.database.pool.query('update identity.network set second_factor_for_officers = true')
      const { browser } = await enter(person)
      const sent = (await browser.get('/conventions')).headers.get('location')
      await app.database.pool.query('update identity.network set second_factor_for_officers = false')
      expect(sent).toBe('/connexion/second-facteur?suite=%2Fconventions')
    })
  })
})

/** The JWT with other fields in one of its parts, its signature unchanged. */
function swap(jwt: string, part: number, fields: object): string {
  const parts = jwt.split('.')
  const read = JSON.parse(Buffer.from(parts[part] ?? '', 'base64url').toString())
  parts[part] = Buffer.from(JSON.stringify({ ...read, ...fields })).toString('base64url')
  return parts.join('.')
}
