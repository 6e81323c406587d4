import { crc32 } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const KEYWORD = 'openbadgecredential'
/** Length, type and sum around the content of a chunk. */
const AROUND = 12

interface Chunk {
  readonly type: string
  readonly content: Buffer
  /** As it lies in the file, with all that is around. */
  readonly whole: Buffer
}

/** The image with its badge inside, in one `iTXt` chunk that nothing compresses; a former one goes. Null: not a PNG. LAB-50. */
export function bakePng(image: Uint8Array, badge: string): Uint8Array | null {
  const chunks = chunksOf(image)
  const [head, ...rest] = chunks?.filter((chunk) => !isBadge(chunk)) ?? []
  if (head?.type !== 'IHDR') return null
  // Keyword, no compression (two bytes), no language, no translated keyword.
  const content = Buffer.concat([Buffer.from(`${KEYWORD}\0\0\0\0\0`, 'latin1'), Buffer.from(badge, 'utf8')])
  return Buffer.concat([SIGNATURE, head.whole, chunk('iTXt', content), ...rest.map(({ whole }) => whole)])
}

/** The badge of an image: the one it holds uncompressed; null when there is none, or more than one. */
export function unbakePng(image: Uint8Array): string | null {
  const found = chunksOf(image)?.filter(isBadge) ?? []
  const [only] = found
  return only && found.length === 1 ? textOf(only.content) : null
}

export function isPng(content: Uint8Array): boolean {
  return Buffer.from(content.subarray(0, 8)).equals(SIGNATURE)
}

function chunksOf(image: Uint8Array): Chunk[] | null {
  if (!isPng(image)) return null
  const bytes = Buffer.from(image)
  const chunks: Chunk[] = []
  for (let at = 8; at + AROUND <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const end = at + AROUND + length
    if (end > bytes.length) return null
    const whole = bytes.subarray(at, end)
    if (crc32(whole.subarray(4, -4)) !== whole.readUInt32BE(whole.length - 4)) return null
    chunks.push({ type: whole.toString('latin1', 4, 8), content: whole.subarray(8, -4), whole })
    at = end
  }
  return chunks
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

function isBadge({ type, content }: Chunk): boolean {
  return type === 'iTXt' && content.toString('latin1', 0, KEYWORD.length + 1) === `${KEYWORD}\0`
}

/** After the keyword: compressed or not, how, the language and the translated keyword, each ended by a zero. */
function textOf(content: Buffer): string | null {
  const flags = KEYWORD.length + 1
  if (content[flags] !== 0) return null
  const language = content.indexOf(0, flags + 2)
  const translated = content.indexOf(0, language + 1)
  return language < 0 || translated < 0 ? null : content.toString('utf8', translated + 1)
}
