import { crc32 } from 'node:zlib'

/**
 * A ZIP archive whose files are stored as they are: what was inflated under a limit, given to a library that would
 * otherwise inflate by itself without any. Names and sizes under 4 GB.
 */
export function storedZip(files: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const [name, content] of files) {
    const title = Buffer.from(name, 'utf8')
    const sum = crc32(content)
    const local = header(0x04034b50, 30, title, content.length, sum)
    pieces.push(local, title, content)
    const entry = header(0x02014b50, 46, title, content.length, sum)
    entry.writeUInt32LE(at, 42)
    directory.push(entry, title)
    at += local.length + title.length + content.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(files.size, 8)
  end.writeUInt16LE(files.size, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return new Uint8Array(Buffer.concat([...pieces, ...directory, end]))
}

/** The fields that a local header and an entry of the directory share, where each keeps them. */
function header(signature: number, length: number, title: Buffer, size: number, sum: number): Buffer {
  const bytes = Buffer.alloc(length)
  bytes.writeUInt32LE(signature, 0)
  const shift = length === 46 ? 2 : 0
  if (shift > 0) bytes.writeUInt16LE(20, 4)
  bytes.writeUInt16LE(20, 4 + shift)
  // Names are UTF-8.
  bytes.writeUInt16LE(0x0800, 6 + shift)
  bytes.writeUInt32LE(sum, 14 + shift)
  bytes.writeUInt32LE(size, 18 + shift)
  bytes.writeUInt32LE(size, 22 + shift)
  bytes.writeUInt16LE(title.length, 26 + shift)
  return bytes
}
