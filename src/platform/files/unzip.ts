import { inflateRawSync } from 'node:zlib'
import { type Refusal, refuse } from '../../kernel/refusal.ts'

export type ZipRefusal = 'zip-unreadable' | 'zip-encrypted' | 'zip-too-large'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const MOST_ENTRIES = 500
const ENCRYPTED = 1
const STORED = 0
const DEFLATED = 8

/**
 * The files of a ZIP archive by name, once every one was inflated under a common limit in bytes: an archive that
 * promises little and gives much is refused before anything reads it. Archives above 4 GB are not read.
 */
export function unzip(
  archive: Uint8Array,
  limit: number,
): ReadonlyMap<string, Uint8Array> | Refusal<ZipRefusal> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength)
  try {
    return filesOf(bytes, limit)
  } catch (error) {
    // Offsets outside the archive, or data that no deflater wrote.
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      return refuse('zip-too-large')
    }
    if (error instanceof RangeError || isZlibError(error)) return refuse('zip-unreadable')
    throw error
  }
}

function filesOf(bytes: Buffer, limit: number): ReadonlyMap<string, Uint8Array> | Refusal<ZipRefusal> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || bytes.readUInt32LE(end) !== END) return refuse('zip-unreadable')
  const count = bytes.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) return refuse('zip-too-large')
  const files = new Map<string, Uint8Array>()
  let at = bytes.readUInt32LE(end + 16)
  let left = limit
  for (let read = 0; read < count; read += 1) {
    if (bytes.readUInt32LE(at) !== ENTRY) return refuse('zip-unreadable')
    const [nameLength, extra, comment] = [28, 30, 32].map((of) => bytes.readUInt16LE(at + of))
    const name = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    if ((bytes.readUInt16LE(at + 8) & ENCRYPTED) !== 0) return refuse('zip-encrypted')
    const content = contentOf(bytes, at, left)
    if ('refused' in content) return content
    left -= content.length
    files.set(name, content)
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return files
}

function contentOf(bytes: Buffer, entry: number, left: number): Uint8Array | Refusal<ZipRefusal> {
  const method = bytes.readUInt16LE(entry + 10)
  const size = bytes.readUInt32LE(entry + 20)
  const local = bytes.readUInt32LE(entry + 42)
  if (bytes.readUInt32LE(local) !== LOCAL) return refuse('zip-unreadable')
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const packed = bytes.subarray(start, start + size)
  if (left <= 0) return refuse('zip-too-large')
  if (method === STORED) return packed.length > left ? refuse('zip-too-large') : packed
  return method === DEFLATED ? inflateRawSync(packed, { maxOutputLength: left }) : refuse('zip-unreadable')
}

/** Bytes that no deflater wrote. */
export function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}
