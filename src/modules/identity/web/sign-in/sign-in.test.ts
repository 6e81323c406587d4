import { generateSignedCookie } from 'hono/cookie'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { read, useApp } from '../../../../../tests/support.ts'
import { createApp } from '../../../../app.tsx'
import { newId } from '../../../../kernel/id.ts'
import { forgetSessions } from '../../data/sign-in/sessions.store.ts'

describe('signing in to a demonstration', () => {
  const app = useApp()
  let account = ''
  let accountOfBaie = ''

  beforeAll(async () => {
    await app.signIn('officer')
    await app.signIn('officer', { network: app.networks.baie })
    const rows = await app.services.db
      .selectFrom('identity.membership')
      .select(['id', 'network_id'])
      .execute()
    account = rows.find((row) => row.network_id === app.networks.estuaire)?.id ?? ''
    accountOfBaie = rows.find((row) => row.network_id === app.networks.baie)?.id ?? ''
  })

  beforeEach(async () => {
    await app.database.pool.query('truncate platform.rate_window')
  })

  const goesTo = async (suite: string, base = '') =>
    (
      await app
        .visitor()
        .post(`${base}/connexion/demonstration`, { compte: base ? accountOfBaie : account, suite })
    ).headers.get('location')

  it('leads to the day’s board, or back to the page that was asked for', async () => {
    expect(await goesTo('')).toBe('/aujourdhui')
    expect(await goesTo('/conventions?q=val&page=2')).toBe('/conventions?q=val&page=2')
    const sent = await app.visitor().get('/conventions/nouvelle')
    expect(sent.headers.get('location')).toBe('/connexion?suite=%2Fconventions%2Fnouvelle')
    const form = await read(await app.visitor().get(sent.headers.get('location') ?? ''))
    expect(form.value('suite')).toBe('/conventions/nouvelle')
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\\\t/evil.example',
    '/..//evil.example',
    '/.//evil.example',
    '/%2e%2e//evil.example',
    'https://evil.example/',
    'https:evil.example',
    'javascript:alert(1)',
    ' //evil.example',
    '\u0001//evil.example',
    'evil.example',
    '@evil.example',
  ])('never leads to another site: %j', async (suite) => {
    const location = await goesTo(suite)
    // As a browser resolves it.
    expect(new URL(location ?? '', 'https://here.example/connexion').host).toBe('here.example')
    expect(location).toMatch(/^\/(?![/\\])/)
  })

  it('never leads out of the network', async () => {
    expect(await goesTo('/conventions', '/n/baie')).toBe('/n/baie/aujourdhui')
    expect(await goesTo('/n/baie/../../conventions', '/n/baie')).toBe('/n/baie/aujourdhui')
    expect(await goesTo('/n/baie/conventions', '/n/baie')).toBe('/n/baie/conventions')
  })

  it('refuses an account of another network, an unknown one and one that makes no sense', async () => {
    for (const compte of [accountOfBaie, newId(), 'x', '']) {
      const refused = await app.visitor().post('/connexion/demonstration', { compte, suite: '/conventions' })
      expect(refused.status).toBe(422)
      expect(refused.headers.getSetCookie()).toEqual([])
    }
  })

  it('opens nothing with what the table holds: the cookie is signed', async () => {
    const answer = await app.visitor().post('/connexion/demonstration', { compte: account })
    const cookie = /maillage_session=([^;]+)/.exec(answer.headers.getSetCookie().join())?.[1] ?? ''
    const [token = ''] = decodeURIComponent(cookie).split('.')
    const { token: kept } = await app.services.db
      .selectFrom('identity.session')
      .select('token')
      .where('token', '=', token)
      .executeTakeFirstOrThrow()
    const opens = async (value: string) =>
      (
        await app.app.request('http://localhost:3000/compte', {
          headers: { cookie: `maillage_session=${value}` },
        })
      ).status === 200
    expect(await opens(cookie)).toBe(true)
    expect(await opens(kept)).toBe(false)
    const other = await generateSignedCookie('maillage_session', kept, 'another secret')
    expect(await opens(other.slice('maillage_session='.length).split(';')[0] ?? '')).toBe(false)
  })

  it('ends with the membership, at once', async () => {
    const officer = await app.signIn('officer')
    expect((await officer.get('/aujourdhui')).status).toBe(200)
    const memberships = app.services.db.updateTable('identity.membership')
    await memberships.set({ ended_at: app.clock.now() }).execute()
    expect((await officer.get('/aujourdhui')).status).toBe(403)
    // What is theirs stays open: the account, and its end.
    expect((await officer.get('/compte')).status).toBe(200)
    const ended = await app.visitor().post('/connexion/demonstration', { compte: account })
    expect(ended.status).toBe(422)
    await memberships.set({ ended_at: null }).execute()
  })

  it('ends with the session, and leaves nothing behind', async () => {
    const reader = await app.signIn('reader')
    const sessions = () => app.services.db.selectFrom('identity.session').select('id').execute()
    const before = await sessions()
    await forgetSessions(app.services.db)
    expect(await sessions()).toEqual(before)
    await app.database.pool.query("update identity.session set expires_at = now() - interval '1 second'")
    expect((await reader.get('/compte')).status).toBe(303)
    await forgetSessions(app.services.db)
    expect(await sessions()).toEqual([])
  })

  it('does not exist in production', async () => {
    const production = createApp({ ...app.services, config: { ...app.services.config, mode: 'production' } })
    const ask = (path: string, init = {}) => production.request(`http://localhost:3000${path}`, init)
    const body = new URLSearchParams({ compte: account })
    expect(
      (
        await ask('/connexion/demonstration', {
          method: 'POST',
          body,
          headers: { origin: 'http://localhost:3000' },
        })
      ).status,
    ).toBe(404)
    expect(await (await ask('/connexion')).text()).not.toContain(account)
    for (const path of ['/dev/mail', '/dev/stories']) expect((await ask(path)).status).toBe(404)
  })
})
