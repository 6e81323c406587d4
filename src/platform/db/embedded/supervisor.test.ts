import { spawn } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EmbeddedError } from './failures.ts'
import { resetDataFolder } from './reset.ts'
import { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from './supervisor.ts'
import { clusterIn, killServer, query, removeFolder, startWriter, temporaryFolder } from './testing.ts'

let dataDir: string
const running: EmbeddedServer[] = []
const said: string[] = []

async function start(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedServer> {
  const server = await startEmbedded({ dataDir, log: (message) => said.push(message), ...options })
  running.push(server)
  return server
}

beforeEach(() => {
  said.length = 0
  dataDir = temporaryFolder()
})

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
  await killServer(dataDir)
  removeFolder(dataDir)
})

describe('the embedded server', () => {
  it('is made on the first start, listens on a private socket only, keeps its data, and mends its rights', async () => {
    const first = await start({ settings: { work_mem: '5MB' } })
    expect(first.adopted).toBe(false)
    const { host, port, user, password, database } = new pg.Client(first.url)
    expect({ host, port, user, password, database }).toEqual(first.address)
    const [shown] = await query(
      first.address,
      `select current_setting('listen_addresses') as listens, current_setting('work_mem') as memory,
              current_setting('fsync') as fsync, (select string_agg(word, ' ' order by word)
              from unnest(array['été', 'Eau', 'école', 'abc', 'Zoé']) word) as sorted`,
    )
    expect(shown).toEqual({ listens: '', memory: '5MB', fsync: 'on', sorted: 'abc Eau école été Zoé' })
    expect(statSync(clusterIn(dataDir)).mode & 0o777).toBe(0o700)
    expect(statSync(first.address.host).mode & 0o777).toBe(0o700)
    await query(first.address, 'create table kept (it integer)')
    await first.stop()
    chmodSync(clusterIn(dataDir), 0o755)
    const second = await start()
    expect(said.join()).toContain('0700')
    expect(statSync(clusterIn(dataDir)).mode & 0o777).toBe(0o700)
    expect(await query(second.address, 'select count(*)::int as rows from kept')).toEqual([{ rows: 0 }])
  })

  it('serves a folder whose path has spaces, accents and more than 107 bytes, also through a link', async () => {
    const deep = join(dataDir, 'réseau de médiation numérique', 'là où l’on range'.repeat(5), '.data')
    const first = await start({ dataDir: deep })
    expect(await query(first.address, 'select 1 as one')).toEqual([{ one: 1 }])
    await query(first.address, 'create table kept (it integer)')
    await first.stop()
    symlinkSync(deep, join(dataDir, 'link'))
    const second = await start({ dataDir: join(dataDir, 'link') })
    expect(await query(second.address, 'select count(*)::int as rows from kept')).toEqual([{ rows: 0 }])
  })

  it('is refused to a second holder, who is told which process has it, and shared with a command', async () => {
    const holder = startWriter(dataDir, 'hold')
    await holder.says(/^ready/)
    await expect(start()).rejects.toMatchObject({
      failure: 'held',
      message: expect.stringContaining(String(holder.child.pid)),
    })
    const shared = await start({ whenHeld: 'share' })
    expect(await query(shared.address, 'select count(*)::int as rows from written')).toEqual([{ rows: 0 }])
    await shared.stop()
    expect(await query(shared.address, 'select 1 as one')).toEqual([{ one: 1 }])
    await holder.kill('SIGTERM')
    expect((await start()).adopted).toBe(false)
  })

  it('overcomes what an interruption leaves: half a cluster, a pid since given to a stranger', async () => {
    const first = await start()
    await first.stop()
    mkdirSync(join(first.folder, 'cluster.new'))
    const stranger = spawn('sleep', ['60'])
    const stale = `${stranger.pid}\n${clusterIn(dataDir)}\n1790000000\n5432\n${first.address.host}\n\n  1234567   7654321\nready   \n`
    const file = join(clusterIn(dataDir), 'postmaster.pid')
    const { uid, gid } = statSync(clusterIn(dataDir))
    writeFileSync(file, stale, { mode: 0o600 })
    if (process.getuid?.() === 0) chownSync(file, uid, gid)
    const second = await start()
    expect(second.adopted).toBe(false)
    expect(await query(second.address, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(stranger.exitCode).toBeNull()
    stranger.kill()
  })

  it('is erased on request, unless somebody holds it or it is not ours', async () => {
    const first = await start()
    const taken = await resetDataFolder(dataDir).catch((error: EmbeddedError) => error)
    expect(taken).toMatchObject({ failure: 'held' })
    await first.stop()
    await resetDataFolder(dataDir)
    expect(existsSync(first.folder)).toBe(false)
    mkdirSync(join(dataDir, 'postgres-18', 'cluster'), { recursive: true })
    await expect(resetDataFolder(dataDir)).rejects.toMatchObject({ failure: 'not-ours' })
    expect(existsSync(join(dataDir, 'postgres-18', 'cluster'))).toBe(true)
  })

  it.runIf(process.getuid?.() === 0)(
    'is placed where its user can go, when root keeps the data folder closed',
    async () => {
      chmodSync(dataDir, 0o700)
      const first = await start()
      expect(first.folder).toMatch(/^\/var\/lib\/maillage\/[0-9a-f]{12}\/postgres-18$/)
      await query(first.address, 'create table kept (it integer)')
      await first.stop()
      chmodSync(dataDir, 0o755)
      const second = await start()
      expect(second.folder).toBe(first.folder)
      expect(await query(second.address, 'select count(*)::int as rows from kept')).toEqual([{ rows: 0 }])
      await second.stop()
      rmSync(dirname(first.folder), { recursive: true })
    },
  )

  it('says which folder cannot be used', async () => {
    const file = join(dataDir, 'file')
    writeFileSync(file, '')
    await expect(start({ dataDir: join(file, 'below') })).rejects.toMatchObject({ failure: 'rights' })
    await expect(start({ binDir: dirname(file) })).rejects.toMatchObject({ failure: 'binaries-missing' })
  })
})
