import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { FileSource } from './file-source.ts'

/** Beyond, what a compressed file holds is not a table but a trap. */
const INFLATED_LIMIT = 1024 * 1024 * 1024
const GREATEST_RATIO = 100
/** Small files compress well: a table of a few kilobytes is never a trap. */
const ALWAYS_ALLOWED = 10 * 1024 * 1024

/** What it holds is far larger than it, or it is broken. */
export class UnreadableGzip extends Error {}

/** A gzip file as what it holds, inflated as it is read; any other file as it is. Reading may throw `UnreadableGzip`. */
export async function expanded(source: FileSource): Promise<FileSource> {
  for await (const chunk of source.open()) {
    return chunk[0] === 0x1f && chunk[1] === 0x8b ? { open: () => inflated(source) } : source
  }
  return source
}

async function* inflated(source: FileSource): AsyncGenerator<Uint8Array> {
  let [read, held] = [0, 0]
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      read += chunk.length
      done(null, chunk)
    },
  })
  const gunzip = createGunzip()
  const work = pipeline(Readable.from(source.open()), counted, gunzip)
  // Told where the bytes are read; nobody waits for it before.
  work.catch(() => {})
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      held += chunk.length
      if (held > INFLATED_LIMIT || (held > ALWAYS_ALLOWED && held / read > GREATEST_RATIO))
        throw new UnreadableGzip()
      yield chunk
    }
  } catch (error) {
    throw error instanceof UnreadableGzip ? error : new UnreadableGzip(String(error))
  } finally {
    gunzip.destroy()
  }
}
