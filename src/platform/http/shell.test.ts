import { describe, expect, it } from 'vitest'
import { ORIGIN, read, useApp } from '../../../tests/support.ts'
import { createApp } from '../../app.tsx'
import { sessionCookie } from '../../modules/identity/index.ts'
import { createDatabase, createPool } from '../db/database.ts'
import { createLog } from '../log.ts'
import { everybody } from '../session/actor.ts'
import { may } from './may.ts'

const MEGABYTE = 1024 * 1024

describe('the outside of the application', () => {
  const app = useApp()

  it('gives every answer the policy of content and the headers that close the browser', async () => {
    for (const path of ['/', '/lieux', '/nulle-part', '/healthz', '/aujourdhui', '/lieux/carte/points']) {
      const { headers } = await app.visitor().get(path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy, path).toContain("default-src 'none'")
      expect(policy, path).toContain("script-src 'self';")
      expect(policy, path).toContain("frame-ancestors 'none'")
      expect(policy, path).not.toMatch(/unsafe|https?:|\*/)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
      expect(headers.get('referrer-policy'), path).toBe('same-origin')
      expect(headers.get('x-request-id'), path).toMatch(/^[0-9a-f-]{36}$/)
      expect(headers.get('cache-control'), path).toContain('private')
      expect(headers.get('x-powered-by')).toBeNull()
    }
  })

  it('asks for HTTPS for a year where the installation has it', async () => {
    const secure = createApp({
      ...app.services,
      config: { ...app.services.config, baseUrl: 'https://reseau.example' },
    })
    expect(
      (await secure.request('https://reseau.example/')).headers.get('strict-transport-security'),
    ).toContain('max-age=31536000')
    expect((await app.visitor().get('/')).headers.get('strict-transport-security')).toBeNull()
  })

  it('asks no cookie of a visitor', async () => {
    for (const path of ['/', '/lieux', '/connexion'])
      expect((await app.visitor().get(path)).headers.getSetCookie()).toEqual([])
  })

  it('believes the configured address, not the Host header', async () => {
    const post = (host: string, origin: string) =>
      app.app.request(`http://${host}/connexion/demonstration`, {
        method: 'POST',
        headers: { host, origin },
        body: new URLSearchParams({ compte: 'x' }),
      })
    expect((await post('evil.example', 'http://evil.example')).status).toBe(403)
    expect((await post('localhost:3000', ORIGIN)).status).toBe(422)
    const refused = await read(await post('localhost:3000', 'https://localhost:3000'))
    expect([refused.status, refused.heading]).toEqual([403, 'Envoi refusé'])
  })

  it('takes a megabyte of an ordinary form, and says in French when there is more', async () => {
    const post = (path: string, bytes: number) =>
      app.visitor().post(path, { compte: 'x', suite: 'y'.repeat(bytes) })
    expect((await post('/connexion/demonstration', MEGABYTE / 2)).status).toBe(422)
    const refused = await read(await post('/connexion/demonstration', MEGABYTE + 1))
    expect([refused.status, refused.heading]).toEqual([413, 'Envoi trop volumineux'])
    expect(refused.text).toContain('Rien n’a été enregistré')
  })

  it('takes fifty megabytes where files are sent', async () => {
    const post = (bytes: number) =>
      app
        .visitor()
        .post('/lieux/imports/nouveau', { fichier: new File([new Uint8Array(bytes)], 'lieux.csv') })
    expect((await post(2 * MEGABYTE)).status).not.toBe(413)
    expect((await post(50 * MEGABYTE)).status).toBe(413)
  })

  it('counts what a sender does not announce', async () => {
    const chunk = new Uint8Array(MEGABYTE / 4)
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        if (sent++ < 6) controller.enqueue(chunk)
        else controller.close()
      },
    })
    const headers = { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' }
    const init = { method: 'POST', body, headers, duplex: 'half' } as RequestInit
    expect((await app.app.request(`${ORIGIN}/connexion/demonstration`, init)).status).toBe(413)
  })

  it('explains what is not there, and what is not for you, without saying which exists', async () => {
    const missing = await read(await app.visitor().get('/nulle-part'))
    expect([missing.status, missing.heading]).toEqual([404, 'Page introuvable'])
    const facilitator = await app.signIn('facilitator')
    const closed = await read(await facilitator.get('/conventions/nouvelle'))
    expect([closed.status, closed.heading]).toEqual([403, 'Page réservée'])
    const unknownNetwork = await read(await app.visitor().get('/n/inconnu/lieux'))
    expect([unknownNetwork.status, unknownNetwork.heading]).toEqual([404, 'Page introuvable'])
  })

  it('shows a number and nothing else when something breaks, and writes the rest in the log', async () => {
    const lines: Record<string, unknown>[] = []
    const log = {
      ...createLog('silent'),
      debug: () => {},
      error: (line: object) => lines.push(line as Record<string, unknown>),
    }
    const broken = createApp({ ...app.services, log: log as never })
    broken.get('/casse', may(everybody('test.broken')), () => {
      throw new Error('password of the database: hunter2')
    })
    const answer = await broken.request(`${ORIGIN}/casse?jeton=abc`)
    const requestId = answer.headers.get('x-request-id') ?? ''
    const html = await answer.clone().text()
    const page = await read(answer)
    expect([page.status, page.heading]).toEqual([500, 'Une erreur est survenue'])
    expect(page.text).toContain(requestId)
    expect(html).not.toMatch(/hunter2|Error:|\.tsx?:\d|node_modules|postgres/)
    expect(lines).toMatchObject([{ requestId, method: 'GET', path: '/casse' }])
    expect(String(lines[0]?.error)).toContain('hunter2')
  })

  it('draws a page even when the database is away', async () => {
    const away = createApp({
      ...app.services,
      db: createDatabase(createPool({ host: '127.0.0.1', port: 1 })),
    })
    const page = await read(await away.request(`${ORIGIN}/`))
    expect([page.status, page.heading]).toEqual([500, 'Une erreur est survenue'])
    expect(page.document.documentElement.getAttribute('lang')).toBe('fr')
  })

  it('forgets a session that ends, and does not take another’s cookie', async () => {
    const officer = await app.signIn('officer')
    expect((await officer.get('/compte')).status).toBe(200)
    expect((await officer.post('/deconnexion')).status).toBe(303)
    expect((await officer.get('/compte')).status).toBe(303)
    const forged = await app.app.request(`${ORIGIN}/compte`, {
      headers: { cookie: `${sessionCookie(app.services.config)}=${'A'.repeat(43)}` },
    })
    expect(forged.status).toBe(303)
  })
})

describe('for those who watch over it', () => {
  const app = useApp()

  it('is alive, and ready when its database, its queue and its disk are', async () => {
    expect(await (await app.visitor().get('/healthz')).text()).toBe('ok')
    const ready = await app.visitor().get('/readyz')
    expect([ready.status, await ready.json()]).toEqual([200, { database: 'ok', queue: 'ok', disk: 'ok' }])
  })

  it('is not ready when a job has waited too long, or without its database', async () => {
    const { database } = app
    await database.pool.query(
      "insert into jobs.job (name, start_after, created_on) values ('platform/send-mail', now() - interval '1 hour', now() - interval '1 hour')",
    )
    const late = await app.visitor().get('/readyz')
    expect([late.status, await late.json()]).toMatchObject([503, { queue: '1 late' }])
    await database.pool.query('delete from jobs.job')
  })

  it('counts requests by the pattern of their route, never by their address', async () => {
    await app.visitor().get('/lieux/chez-madame-martin')
    await app.visitor().get('/nulle-part/12345')
    const metrics = await (await app.visitor().get('/metrics')).text()
    expect(metrics).toMatch(
      /maillage_http_requests_total\{method="GET",route="\/lieux\/:slug",status="404"\} \d+/,
    )
    expect(metrics).not.toMatch(/martin|nulle-part/)
  })

  it('shows its figures to the machine itself or to whoever holds the token', async () => {
    const token = 'a token of the tests'
    const guarded = createApp({ ...app.services, config: { ...app.services.config, metricsToken: token } })
    const ask = async (headers: Record<string, string>) =>
      (await guarded.request(`${ORIGIN}/metrics`, { headers })).status
    expect(await ask({})).toBe(200)
    expect(await ask({ 'x-forwarded-for': '203.0.113.7' })).toBe(404)
    expect(await ask({ 'x-forwarded-for': '203.0.113.7', authorization: 'Bearer another' })).toBe(404)
    expect(await ask({ 'x-forwarded-for': '203.0.113.7', authorization: `Bearer ${token}` })).toBe(200)
    for (const name of ['forwarded', 'via', 'x-real-ip'])
      expect(await ask({ [name]: '203.0.113.7' }), name).toBe(404)
  })
})
