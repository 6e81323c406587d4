import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchFileThrough } from './fetch-file.ts'
import { publicLookup } from './fetch-public.ts'

const NEVER_READ = { etag: null, lastModified: null }
/** Where the file of the open data was moved, as its server says. */
let moved = ''
/** What was asked of this machine. */
const asked: string[] = []
let server: Server
let port = 0
let folder = ''

/** Names in `.example` are on the Internet, and answered here; any other is looked up as it always is. */
const lookup: LookupFunction = (host, options, done) => {
  if (!host.endsWith('.example')) return publicLookup(host, options, done)
  if (options.all) return done(null, [{ address: '127.0.0.1', family: 4 }])
  return done(null, '127.0.0.1', 4)
}
const fetch = fetchFileThrough(lookup)
const fetched = () => fetch(`http://ouvert.example:${port}/lieux.csv`, join(folder, 'x'), NEVER_READ)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage-fetch-'))
  server = createServer((request, response) => {
    asked.push(`${request.headers.host?.split(':')[0]}${request.url}`)
    if (request.url === '/lieux.csv') response.writeHead(302, { location: moved }).end()
    else response.end('nom;commune\n')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})

afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

describe('the file of a source, elsewhere now (DIR-40, scenario 43)', () => {
  it('is followed from one public address to another', async () => {
    moved = `http://ailleurs.example:${port}/2026/lieux.csv`
    expect(await fetched()).toMatchObject({ isNew: true, name: 'lieux.csv' })
    expect(await readFile(join(folder, 'x'), 'utf8')).toBe('nom;commune\n')
  })

  it.each([
    ['http://127.0.0.1:PORT/secret', 'address-not-public'],
    ['http://2130706433:PORT/secret', 'address-not-public'],
    ['http://[::ffff:127.0.0.1]:PORT/secret', 'address-not-public'],
    ['http://localhost:PORT/secret', 'address-not-public'],
    ['http://169.254.169.254/latest/meta-data', 'address-not-public'],
    ['http://10.0.0.1/secret', 'address-not-public'],
    ['file:///etc/passwd', 'address-not-web'],
    ['http://moi:secret@ailleurs.example/', 'address-not-web'],
  ])('is not followed to %s, which is not even asked', async (location, refused) => {
    moved = location.replace('PORT', String(port))
    asked.length = 0
    expect(await fetched()).toMatchObject({ refused })
    expect(asked).toEqual(['ouvert.example/lieux.csv'])
  })

  it('is not followed for ever', async () => {
    moved = '/lieux.csv'
    expect(await fetched()).toMatchObject({ refused: 'no-answer' })
  })
})
