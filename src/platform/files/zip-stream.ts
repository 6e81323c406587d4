import { crc32, createDeflateRaw } from 'node:zlib'

/** One file of an archive, whose content comes piece by piece. */
export interface StreamedFile {
  readonly name: string
  readonly content: AsyncIterable<string> | Iterable<string>
}

/** Sizes and sums come after the content, and names are UTF-8. */
const FLAGS = 0x0808
const DEFLATED = 8

/** A ZIP archive written as it is made: it holds one piece at a time, whatever the size of its files (under 4 GB). */
export async function* zipStream(files: Iterable<StreamedFile>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content } of files) {
    const title = Buffer.from(name, 'utf8')
    const local = localHeader(title)
    yield local
    const tally = { sum: 0, size: 0, packed: 0 }
    for await (const piece of deflated(content, tally)) {
      tally.packed += piece.length
      yield piece
    }
    const after = descriptor(tally)
    yield after
    directory.push(directoryEntry(title, at, tally))
    at += local.length + tally.packed + after.length
  }
  const list = Buffer.concat(directory)
  yield list
  yield endRecord(directory.length, list.length, at)
}

interface Tally {
  sum: number
  size: number
  packed: number
}

async function* deflated(content: StreamedFile['content'], tally: Tally): AsyncGenerator<Buffer> {
  const packer = createDeflateRaw()
  const feed = async () => {
    for await (const text of content) {
      const bytes = Buffer.from(text, 'utf8')
      tally.sum = crc32(bytes, tally.sum)
      tally.size += bytes.length
      if (!packer.write(bytes)) await new Promise((ready) => packer.once('drain', ready))
    }
    packer.end()
  }
  const fed = feed().catch((error: unknown) => packer.destroy(error as Error))
  try {
    for await (const piece of packer) yield piece as Buffer
  } finally {
    packer.destroy()
  }
  await fed
}

function localHeader(title: Buffer): Buffer {
  const bytes = Buffer.alloc(30)
  bytes.writeUInt32LE(0x04034b50, 0)
  bytes.writeUInt16LE(20, 4)
  bytes.writeUInt16LE(FLAGS, 6)
  bytes.writeUInt16LE(DEFLATED, 8)
  bytes.writeUInt16LE(title.length, 26)
  return Buffer.concat([bytes, title])
}

function descriptor({ sum, packed, size }: Tally): Buffer {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32LE(0x08074b50, 0)
  bytes.writeUInt32LE(sum, 4)
  bytes.writeUInt32LE(packed, 8)
  bytes.writeUInt32LE(size, 12)
  return bytes
}

function directoryEntry(title: Buffer, at: number, { sum, packed, size }: Tally): Buffer {
  const bytes = Buffer.alloc(46)
  bytes.writeUInt32LE(0x02014b50, 0)
  bytes.writeUInt16LE(20, 4)
  bytes.writeUInt16LE(20, 6)
  bytes.writeUInt16LE(FLAGS, 8)
  bytes.writeUInt16LE(DEFLATED, 10)
  bytes.writeUInt32LE(sum, 16)
  bytes.writeUInt32LE(packed, 20)
  bytes.writeUInt32LE(size, 24)
  bytes.writeUInt16LE(title.length, 28)
  bytes.writeUInt32LE(at, 42)
  return Buffer.concat([bytes, title])
}

function endRecord(count: number, size: number, at: number): Buffer {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(0x06054b50, 0)
  bytes.writeUInt16LE(count, 8)
  bytes.writeUInt16LE(count, 10)
  bytes.writeUInt32LE(size, 12)
  bytes.writeUInt32LE(at, 16)
  return bytes
}
