import { beforeEach, describe, expect, it } from 'vitest'
import { ORIGIN, read, useApp } from '../../../tests/support.ts'
import { createApp } from '../../app.tsx'
import { day } from '../../kernel/day.ts'
import { forgetRateWindows, LIMITS } from './rate-limit.ts'

const PROXY = 'local'

describe('the limits by address', () => {
  const app = useApp({ today: day('2026-06-17') })
  /** Two processes on one database, behind a declared proxy that says who speaks. */
  const process = () =>
    createApp({ ...app.services, config: { ...app.services.config, trustedProxies: [PROXY] } })

  const from = (address: string, method = 'GET') => ({
    method,
    headers: { 'x-forwarded-for': address, origin: ORIGIN },
    ...(method === 'POST' && { body: new URLSearchParams({ compte: 'x' }) }),
  })

  beforeEach(async () => {
    await app.database.pool.query('truncate platform.rate_window')
  })

  it('count sign-ins over all processes, then answer 429 in French', async () => {
    const [one, other] = [process(), process()]
    const { hits, seconds } = LIMITS['sign-in']
    for (let n = 0; n < hits; n += 1) {
      const answer = await (n % 2 ? one : other).request(
        `${ORIGIN}/connexion/demonstration`,
        from('203.0.113.1', 'POST'),
      )
      expect(answer.status).toBe(422)
    }
    for (const each of [one, other]) {
      const answer = await each.request(`${ORIGIN}/connexion/demonstration`, from('203.0.113.1', 'POST'))
      const wait = Number(answer.headers.get('retry-after'))
      const page = await read(answer)
      expect([page.status, page.heading]).toEqual([429, 'Trop de demandes'])
      expect(page.text).toContain(`${wait} secondes`)
      expect(wait).toBeGreaterThan(0)
      expect(wait).toBeLessThanOrEqual(seconds)
    }
    expect((await one.request(`${ORIGIN}/connexion/demonstration`, from('203.0.113.2', 'POST'))).status).toBe(
      422,
    )
  })

  it('count every write over all processes', async () => {
    const [one, other] = [process(), process()]
    for (let n = 0; n < LIMITS.write.hits; n += 1) {
      await (n % 2 ? one : other).request(`${ORIGIN}/deconnexion`, from('203.0.113.3', 'POST'))
    }
    expect((await one.request(`${ORIGIN}/deconnexion`, from('203.0.113.3', 'POST'))).status).toBe(429)
    expect((await one.request(`${ORIGIN}/`, from('203.0.113.3'))).status).toBe(200)
  })

  it('let through again once the window has passed', async () => {
    const one = process()
    await app.database.pool.query(
      `insert into platform.rate_window select 'write:203.0.113.4', date_trunc('minute', $1::timestamptz), 120`,
      [app.clock.now()],
    )
    const post = () => one.request(`${ORIGIN}/deconnexion`, from('203.0.113.4', 'POST'))
    expect((await post()).status).toBe(429)
    app.moveTo('2026-06-18')
    expect((await post()).status).toBe(303)
    app.moveTo('2026-06-17')
  })

  it('count reads in the process itself', async () => {
    const one = process()
    for (let n = 0; n < LIMITS.read.hits; n += 1)
      await one.request(`${ORIGIN}/rien`, { ...from('203.0.113.5'), method: 'HEAD' })
    const answer = await one.request(`${ORIGIN}/`, from('203.0.113.5'))
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await one.request(`${ORIGIN}/healthz`, from('203.0.113.5'))).status).toBe(200)
    expect((await one.request(`${ORIGIN}/`, from('203.0.113.6'))).status).toBe(200)
  })

  it('forget who came once it counts for nothing', async () => {
    await app.database.pool.query(
      `insert into platform.rate_window values ('old', $1::timestamptz - interval '2 hours', 1), ('fresh', $1, 1)`,
      [app.clock.now()],
    )
    await forgetRateWindows.work(app.services, {})
    expect((await app.database.pool.query('select key from platform.rate_window')).rows).toEqual([
      { key: 'fresh' },
    ])
  })

  it('do not believe an address that the browser made up', async () => {
    const hits = () =>
      app.database.pool
        .query('select key, hits::int from platform.rate_window order by key')
        .then(({ rows }) => rows)
    // No declared proxy: the header is only words.
    await app.app.request(`${ORIGIN}/deconnexion`, from('203.0.113.7', 'POST'))
    // A declared one adds the address it saw at the end: what stands before is the browser's word.
    await process().request(`${ORIGIN}/deconnexion`, from('198.51.100.9, 203.0.113.8', 'POST'))
    expect(await hits()).toEqual([
      { key: 'write:203.0.113.8', hits: 1 },
      { key: 'write:local', hits: 1 },
    ])
  })
})
