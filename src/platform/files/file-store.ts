import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Disk } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'

/** Content under its SHA-256: written once, the same bytes twice take one place. Names live in the database. */
export interface FileStore {
  /** Where the bytes lie on this machine; null when they lie elsewhere. */
  folder: string | null
  /** Returns the hexadecimal SHA-256. */
  put(content: Uint8Array): Promise<string>
  /** The same of a file of this machine, never held whole. */
  putFile(path: string): Promise<string>
  get(sha256: string): Promise<Uint8Array>
  /** Piece by piece, each time from the start. */
  read(sha256: string): AsyncIterable<Uint8Array>
  has(sha256: string): Promise<boolean>
  /** Harmless when it is gone already. Whether nothing names it any more is the caller's to know: `stillNamed`. */
  delete(sha256: string): Promise<void>
}

/**
 * `file:///folder`, or `s3://key:secret@host/bucket?region=fr-par&tls=false`. The S3 client is loaded only when
 * it is asked for.
 */
export async function openFileStore(url: string): Promise<FileStore> {
  const folder = url.startsWith('s3:') ? null : folderOf(url)
  if (folder) await mkdir(folder, { recursive: true })
  const disk = new Disk(
    folder ? new FSDriver({ location: folder, visibility: 'private' }) : await s3Driver(url),
  )
  return {
    folder,
    async put(content) {
      const sha256 = createHash('sha256').update(content).digest('hex')
      if (!(await isWhole(disk, keyOf(sha256), content.length))) await disk.put(keyOf(sha256), content)
      return sha256
    },
    async putFile(path) {
      const digest = createHash('sha256')
      for await (const chunk of createReadStream(path)) digest.update(chunk)
      const sha256 = digest.digest('hex')
      const { size } = await stat(path)
      if (!(await isWhole(disk, keyOf(sha256), size))) await disk.copyFromFs(path, keyOf(sha256))
      return sha256
    },
    get: (sha256) => disk.getBytes(keyOf(sha256)),
    async *read(sha256) {
      yield* (await disk.getStream(keyOf(sha256))) as AsyncIterable<Uint8Array>
    },
    has: (sha256) => disk.exists(keyOf(sha256)),
    async delete(sha256) {
      if (await disk.exists(keyOf(sha256))) await disk.delete(keyOf(sha256))
    },
  }
}

/** Two levels, so that no folder holds a million files. */
function keyOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256')
  return `${sha256.slice(0, 2)}/${sha256}`
}

/** A process that is cut while writing leaves a part of the content under the name of the whole: it is written again. */
async function isWhole(disk: Disk, key: string, bytes: number): Promise<boolean> {
  return (await disk.exists(key)) && (await disk.getMetaData(key)).contentLength === bytes
}

function folderOf(url: string): string {
  return url.startsWith('file:///') ? fileURLToPath(url) : url.slice('file:'.length)
}

async function s3Driver(address: string) {
  const { S3Driver } = await import('flydrive/drivers/s3')
  const url = new URL(address)
  const scheme = url.searchParams.get('tls') === 'false' ? 'http' : 'https'
  return new S3Driver({
    credentials: {
      accessKeyId: decodeURIComponent(url.username),
      secretAccessKey: decodeURIComponent(url.password),
    },
    endpoint: `${scheme}://${url.host}`,
    region: url.searchParams.get('region') ?? 'auto',
    bucket: url.pathname.slice(1),
    forcePathStyle: true,
    supportsACL: false,
    visibility: 'private',
  })
}
