import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, truncate } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FileStore, openFileStore } from './file-store.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const hashOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex')

let folder: string
let server: S3rver
let s3Url: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'maillage files é '))
  const directory = join(folder, 's3')
  server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: 'maillage', configs: [] }],
  })
  const { port } = await server.run()
  s3Url = `s3://S3RVER:S3RVER@127.0.0.1:${port}/maillage?region=us-east-1&tls=false`
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

describe.each([
  ['on a disk', () => `file:${join(folder, 'disk')}`],
  ['in an object store', () => s3Url],
])('the file store %s', (_where, url) => {
  let files: FileStore
  beforeAll(async () => {
    files = await openFileStore(url())
  })

  it('gives back the same bytes, known by their hash', async () => {
    const content = bytes('Compte rendu de Zoé, signé « à l’unanimité ».\0\xff')
    const name = await files.put(content)
    expect(name).toBe(hashOf(content))
    expect(Buffer.from(await files.get(name))).toEqual(Buffer.from(content))
    expect(await files.has(name)).toBe(true)
  })

  it('takes the same content twice, together or not', async () => {
    const content = bytes('deux fois')
    const names = await Promise.all([files.put(content), files.put(content)])
    expect([...names, await files.put(content)]).toEqual(Array(3).fill(hashOf(content)))
    expect(Buffer.from(await files.get(hashOf(content))).toString()).toBe('deux fois')
  })

  it('keeps a tiny and a large file', async () => {
    for (const size of [1, 6_000_000]) {
      const content = new Uint8Array(size).fill(7)
      expect((await files.get(await files.put(content))).length).toBe(size)
    }
  })

  it('says that a file is missing', async () => {
    const missing = hashOf(bytes('jamais déposé'))
    expect(await files.has(missing)).toBe(false)
    await expect(files.get(missing)).rejects.toThrow()
  })

  it('lets a file go, once or twice, and takes it again', async () => {
    const content = bytes('à effacer')
    const name = await files.put(content)
    await files.delete(name)
    expect(await files.has(name)).toBe(false)
    await files.delete(name)
    expect(await files.put(content)).toBe(name)
    expect(await files.has(name)).toBe(true)
  })

  it('takes no name that is not a hash', async () => {
    for (const name of ['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`]) {
      expect(() => files.get(name), name).toThrow('not a SHA-256')
      expect(() => files.has(name), name).toThrow('not a SHA-256')
    }
  })
})

describe('the file store on a disk', () => {
  it('writes again what a cut process left in part', async () => {
    const files = await openFileStore(`file:${join(folder, 'cut')}`)
    const content = bytes('la convention entière')
    const name = await files.put(content)
    await truncate(join(folder, 'cut', name.slice(0, 2), name), 5)
    await files.put(content)
    expect(Buffer.from(await files.get(name)).toString()).toBe('la convention entière')
  })

  it('keeps the content once, and nothing else', async () => {
    const files = await openFileStore(`file:${join(folder, 'once')}`)
    const name = await files.put(bytes('une fois'))
    await files.put(bytes('une fois'))
    expect(await readdir(join(folder, 'once'), { recursive: true })).toEqual([
      name.slice(0, 2),
      join(name.slice(0, 2), name),
    ])
  })
})
