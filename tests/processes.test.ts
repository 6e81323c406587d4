import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../src/kernel/instant.ts'
import { createDatabase, createPool, type Database } from '../src/platform/db/database.ts'
import {
  killServer,
  postmasterOf,
  removeFolder,
  temporaryFolder,
} from '../src/platform/db/embedded/testing.ts'
import { testServer } from '../src/platform/db/testing.ts'
import { inTransaction } from '../src/platform/db/transaction.ts'
import { writeMail } from '../src/platform/mail/mail.ts'
import { type AppProcess, sessionOf, startApp, urlOf } from './app-process.ts'

const MAILS = 30

describe('deux processus sur une base', { timeout: 40_000 }, () => {
  const name = `processes_${process.pid}`
  const received: string[] = []
  const relay = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, { envelope }, answer) {
      received.push(...envelope.rcptTo.map(({ address }) => address))
      stream.resume().on('end', () => answer())
    },
  })
  let settings: Record<string, string>
  let pool: pg.Pool
  let db: Database
  let one: AppProcess
  let two: AppProcess
  let account = ''

  beforeAll(async () => {
    await administer(`create database ${name}`)
    await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
    settings = {
      DATABASE_URL: urlOf({ ...testServer(), database: name }),
      DATA_DIR: join(tmpdir(), name),
      SMTP_URL: `smtp://127.0.0.1:${(relay.server.address() as AddressInfo).port}`,
    }
    pool = createPool({ ...testServer(), database: name })
    db = createDatabase(pool)
    one = startApp(settings)
    two = startApp(settings)
    await Promise.all([one.ready(), two.ready()])
    const { rows } = await pool.query(
      "select id from identity.membership where role = 'officer' order by id limit 1",
    )
    account = rows[0].id
  }, 120_000)

  afterAll(async () => {
    await Promise.all([one, two].map(async (app) => app?.child.exitCode ?? app?.end('SIGKILL')))
    await pool?.end()
    relay.close(() => {})
    await rm(join(tmpdir(), name), { recursive: true, force: true })
    await administer(`drop database if exists ${name} with (force)`)
  })

  it('migrent et sèment ensemble sans se gêner', async () => {
    expect(`${one.said()}${two.said()}`).not.toMatch(/"level":(40|50)/)
    const { rows } = await pool.query(
      'select count(*) as networks, (select count(*) from platform.migration) > 3 as migrated from identity.network',
    )
    expect(rows).toEqual([{ networks: 3, migrated: true }])
    for (const app of [one, two]) expect((await app.get('/readyz')).status).toBe(200)
  })

  it('partagent les sessions', async () => {
    const cookie = sessionOf(await one.post('/connexion/demonstration', { compte: account }))
    expect((await two.get('/compte', cookie)).status).toBe(200)
    expect((await two.get('/compte')).status).toBe(303)
  })

  it('font chaque travail une fois', async () => {
    const addresses = Array.from({ length: MAILS }, (_, index) => `personne-${index}@example.fr`)
    await inTransaction(db, async (tx) => {
      const now = new Date().toISOString() as Instant
      for (const to of addresses)
        await writeMail(tx, now, { to, subject: 'Bonjour', body: 'Une fois.', onceKey: to })
    })
    // The mails of the first seeds travel too.
    await waitFor("select 1 from jobs.job having bool_and(state = 'completed')")
    expect(received.filter((to) => to.startsWith('personne-')).sort()).toEqual([...addresses].sort())
    const { rows } = await pool.query(
      "select count(*) from jobs.job where name = 'platform/send-mail' and data ->> 'mail' in (select id::text from platform.mail where recipient like 'personne-%')",
    )
    expect(rows).toEqual([{ count: MAILS }])
  })

  it('ne perdent aucun acte confirmé quand l’un est tué en pleine écriture', async () => {
    const before = await acts()
    const cookies: string[] = []
    let asked = 0
    const visitor = async () => {
      for (;;) {
        asked += 1
        const answer = await one
          .post('/connexion/demonstration', { compte: account }, `198.51.100.${asked % 250}`)
          .catch(() => null)
        if (!answer) return
        if (answer.status === 303) cookies.push(sessionOf(answer))
      }
    }
    const visitors = Array.from({ length: 8 }, visitor)
    while (cookies.length < 60) await pause(5)
    await one.end('SIGKILL')
    await Promise.all(visitors)
    const after = await acts()
    // An act may be done whose answer never arrived, never the other way round. A session is made before its line:
    // killed in between, it is one nobody holds the cookie of.
    const [lines, sessions] = [after.journal - before.journal, after.sessions - before.sessions]
    expect(lines).toBeGreaterThanOrEqual(cookies.length)
    expect(sessions).toBeGreaterThanOrEqual(lines)
    for (const cookie of cookies) expect((await two.get('/compte', cookie)).status).toBe(200)
    one = startApp(settings)
    await one.ready()
    expect((await one.get('/compte', cookies.at(-1))).status).toBe(200)
  })

  it('finissent la demande en cours avant de s’arrêter', async () => {
    const holder = await pool.connect()
    await holder.query('begin; lock table identity.session in share row exclusive mode')
    const answer = two.post('/connexion/demonstration', { compte: account })
    await waitFor("select 1 from pg_locks where not granted and relation = 'identity.session'::regclass")
    const ended = two.end('SIGTERM')
    await pause(300)
    expect(two.child.exitCode).toBeNull()
    await expect(two.get('/healthz'), 'nobody new comes in').rejects.toThrow()
    await holder.query('rollback')
    holder.release()
    expect((await answer).status).toBe(303)
    expect(await ended).toBe(0)
    expect((await one.get('/compte', sessionOf(await answer))).status).toBe(200)
  })

  async function acts(): Promise<{ journal: number; sessions: number }> {
    const { rows } =
      await pool.query(`select (select count(*) from platform.journal where action = 'session.opened') as journal,
      (select count(*) from identity.session) as sessions`)
    return rows[0]
  }

  async function waitFor(question: string): Promise<void> {
    while ((await pool.query(question)).rowCount === 0) await pause(10)
  }
})

describe('deux applications sur un dossier de données', { timeout: 120_000 }, () => {
  const dataDir = temporaryFolder('données')
  let app: AppProcess | null = null

  afterAll(async () => {
    if (app && app.child.exitCode === null) await app.end('SIGKILL')
    await killServer(dataDir)
    removeFolder(dataDir)
  })

  it('la seconde le dit et s’arrête ; la première, tuée, repart sans rien perdre', async () => {
    app = startApp({ DATA_DIR: dataDir })
    await app.ready()
    const second = startApp({ DATA_DIR: dataDir })
    await expect(second.ready()).rejects.toThrow()
    expect(second.child.exitCode).toBe(1)
    expect(second.said()).toContain(String(app.child.pid))
    expect(second.said()).toMatch(/déjà/)
    expect(second.said()).not.toMatch(/\n\s+at /)
    const account =
      /name="compte" value="([^"]+)"/.exec(await (await app.get('/connexion')).text())?.[1] ?? ''
    const cookie = sessionOf(await app.post('/connexion/demonstration', { compte: account }))
    await app.end('SIGKILL')
    app = startApp({ DATA_DIR: dataDir })
    await app.ready()
    expect((await app.get('/compte', cookie)).status).toBe(200)
    expect(await app.end('SIGTERM')).toBe(0)
  })

  it('celle qui trouve son port pris le dit et ne laisse pas de base derrière elle', async () => {
    const taken = createServer().listen(0)
    await once(taken, 'listening')
    const port = String((taken.address() as AddressInfo).port)
    const late = startApp({ DATA_DIR: dataDir, PORT: port })
    await once(late.child, 'close')
    taken.close()
    expect(late.child.exitCode).toBe(1)
    expect(late.said()).toContain(`Le port ${port} est déjà pris`)
    expect(() => postmasterOf(dataDir)).toThrow('ENOENT')
  })
})

async function administer(statement: string): Promise<void> {
  const admin = new pg.Client({ ...testServer(), database: 'postgres' })
  await admin.connect()
  await admin.query(statement)
  await admin.end()
}
