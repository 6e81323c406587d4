import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Address } from './connection.ts'
import { isPostgresOf } from './processes.ts'
import { type EmbeddedServer, startEmbedded } from './supervisor.ts'
import {
  clusterIn,
  killServer,
  postmasterOf,
  query,
  removeFolder,
  startWriter,
  temporaryFolder,
  type Writer,
} from './testing.ts'

let dataDir: string
let writer: Writer
let server: EmbeddedServer | null

beforeEach(async () => {
  dataDir = temporaryFolder()
  server = null
  writer = startWriter(dataDir)
  await writer.says(/^100$/)
})

afterEach(async () => {
  if (writer.child.exitCode === null) writer.child.kill('SIGKILL')
  await server?.stop()
  await killServer(dataDir)
  removeFolder(dataDir)
})

describe('during writes', { timeout: 20_000 }, () => {
  it('brings back a killed database, and loses no acknowledged row', async () => {
    const killed = postmasterOf(dataDir)
    process.kill(killed, 'SIGKILL')
    await writer.says(/^log PostgreSQL répond de nouveau/)
    const before = writer.acknowledged().length
    await writer.says(new RegExp(`^${before + 50}$`))
    expect(postmasterOf(dataDir)).not.toBe(killed)
    await writer.kill('SIGTERM')
    server = await startEmbedded({ dataDir, log: () => {} })
    expect(server.adopted).toBe(false)
    await expectNothingLost(server.address)
  })

  it('adopts the database that a killed application left running', async () => {
    await writer.kill('SIGKILL')
    const pid = postmasterOf(dataDir)
    expect(isPostgresOf(pid, clusterIn(dataDir))).toBe(true)
    server = await startEmbedded({ dataDir, log: () => {} })
    expect(server.adopted).toBe(true)
    expect(postmasterOf(dataDir)).toBe(pid)
    await expectNothingLost(server.address)
    await server.stop()
    expect(isPostgresOf(pid, clusterIn(dataDir))).toBe(false)
  })

  it('recovers when both are killed', async () => {
    process.kill(postmasterOf(dataDir), 'SIGKILL')
    await writer.kill('SIGKILL')
    server = await startEmbedded({ dataDir, log: () => {} })
    expect(server.adopted).toBe(false)
    await expectNothingLost(server.address)
  })
})

async function expectNothingLost(address: Address): Promise<void> {
  const kept = new Set((await query(address, 'select number from written')).map(({ number }) => number))
  expect(writer.acknowledged().filter((number) => !kept.has(number))).toEqual([])
}
