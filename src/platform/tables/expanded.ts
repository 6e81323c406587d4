import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts'
import { isZlibError, unzip } from '../files/unzip.ts'
import { bytesOf, type FileSource, sourceOfBytes } from './file-source.ts'
import { HEAD_BYTES, recogniseOther } from './recognise.ts'

/** Beyond, what a gzip file holds is not a table but a trap. */
const INFLATED_LIMIT = 1024 * 1024 * 1024
const GREATEST_RATIO = 100
/** Small files compress well: a table of a few kilobytes is never a trap. */
const ALWAYS_ALLOWED = 10 * 1024 * 1024

/** Held whole, with what it holds. */
const ARCHIVE_LIMIT = 200 * 1024 * 1024

/** What a compressed file holds cannot be read: far larger than it, broken, or several tables. */
export class UnreadableArchive extends Error {
  readonly refusal: Refusal<'gzip-unreadable' | 'archive-of-several'>
  constructor(refusal: UnreadableArchive['refusal']) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

/**
 * A gzip file as what it holds, inflated as it is read; a ZIP as the only table it holds; any other file as it is. May throw
 * `UnreadableArchive`, at once or when it is read.
 */
export async function expanded(source: FileSource): Promise<FileSource> {
  const head = await bytesOf(source, HEAD_BYTES)
  if (head[0] === 0x1f && head[1] === 0x8b) return { open: () => inflated(source) }
  const other = recogniseOther(head)
  if (other?.refused !== 'archive' || other.details.format !== 'ZIP') return source
  const archive = await bytesOf(source, ARCHIVE_LIMIT)
  const files = archive.length < ARCHIVE_LIMIT ? unzip(archive, ARCHIVE_LIMIT) : null
  return files && !isRefusal(files) ? onlyTableOf(files, source) : source
}

/** The archive itself when it holds none: whoever reads it refuses it. */
function onlyTableOf(files: ReadonlyMap<string, Uint8Array>, archive: FileSource): FileSource {
  const held = [...files].filter(([name]) => !/(^|\/)(__MACOSX\/|\.)/.test(name))
  const tables = held.filter(([name]) => /\.(csv|tsv|json|geojson|jsonl|ndjson|xlsx|ods)$/i.test(name))
  // A text is often a notice beside the table.
  const chosen = tables.length > 0 ? tables : held.filter(([name]) => /\.txt$/i.test(name))
  const [first, ...others] = chosen
  if (!first) return archive
  if (others.length === 0) return sourceOfBytes(first[1])
  const names = chosen.map(([name]) => name).slice(0, NAMES_TOLD)
  throw new UnreadableArchive(refuse('archive-of-several', { names: names.join(', ') }))
}

const NAMES_TOLD = 5

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
        throw new UnreadableArchive(refuse('gzip-unreadable'))
      yield chunk
    }
  } catch (error) {
    if (error instanceof UnreadableArchive || !isZlibError(error)) throw error
    throw new UnreadableArchive(refuse('gzip-unreadable'))
  } finally {
    gunzip.destroy()
  }
}
