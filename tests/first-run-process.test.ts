import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../src/platform/db/testing.ts'
import { type AppProcess, startApp } from './app-process.ts'

const PUBLIC = 'https://reseau.example'
const dataDir = join(tmpdir(), `first-run-${process.pid}`)

describe('une installation vide, en production', { timeout: 60_000 }, () => {
  const database = useTestDatabase()
  const started: AppProcess[] = []
  let settings: Record<string, string>

  beforeAll(() => {
    const { host = '', port = 5432, user = '', password = '', database: name = '' } = database.address
    const at = new URLSearchParams({ host, port: String(port) })
    settings = {
      MAILLAGE_MODE: 'production',
      BASE_URL: PUBLIC,
      DATABASE_URL: `postgres://${encodeURIComponent(user)}:${encodeURIComponent(password)}@localhost/${name}?${at}`,
      DATA_DIR: dataDir,
      SMTP_URL: 'smtp://127.0.0.1:9',
      MAIL_FROM: 'reseau@reseau.example',
      MAILLAGE_SECRET: Buffer.from('a secret of this test alone, long enough to be one').toString('base64'),
    }
  })

  afterAll(async () => {
    for (const app of started) if (app.child.exitCode === null && !app.child.killed) await app.end('SIGKILL')
    await rm(dataDir, { recursive: true, force: true })
  })

  async function startedApp(): Promise<AppProcess> {
    const app = startApp(settings)
    started.push(app)
    await app.ready()
    return app
  }

  const keyOf = (app: AppProcess) =>
    /https:\/\/reseau\.example\/premiers-pas\?cle=([\w-]{32})/.exec(app.said())?.[1] ?? ''
  const opens = async (app: AppProcess, key: string) =>
    (await (await app.get(`/premiers-pas?cle=${key}`)).text()).includes('Créer le réseau')

  it('affiche une clé, une seule pour deux processus, et une autre au redémarrage', async () => {
    const one = await startedApp()
    const key = keyOf(one)
    expect(key).not.toBe('')
    expect((await one.get('/')).headers.get('location')).toBe('/premiers-pas')
    const two = await startedApp()
    expect(keyOf(two)).toBe('')
    expect(two.said()).toContain('affiché par l’autre processus')
    expect(await opens(two, key)).toBe(true)
    await one.end('SIGKILL')
    const three = await startedApp()
    expect(keyOf(three)).not.toBe('')
    expect(await opens(two, keyOf(three))).toBe(true)
    expect(await opens(three, key)).toBe(false)
    // Nobody waits for the key's lock to stop.
    expect(await Promise.all([two.end('SIGTERM'), three.end('SIGTERM')])).toEqual([0, 0])
  })
})
