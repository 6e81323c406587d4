import { createReadStream } from 'node:fs'

/** A file that can be read more than once, without ever being held whole. */
export interface FileSource {
  open(): AsyncIterable<Uint8Array>
}

const CHUNK = 256 * 1024

/** Its first bytes, as many at most; all of them when nothing is said. */
export async function bytesOf(source: FileSource, most = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of source.open()) {
    chunks.push(bytes + chunk.length > most ? chunk.subarray(0, most - bytes) : chunk)
    bytes += chunk.length
    if (bytes >= most) break
  }
  return new Uint8Array(Buffer.concat(chunks))
}

export function sourceOfPath(path: string): FileSource {
  return { open: () => createReadStream(path, { highWaterMark: CHUNK }) }
}

export function sourceOfBytes(content: Uint8Array): FileSource {
  return {
    async *open() {
      for (let start = 0; start < content.length; start += CHUNK) yield content.subarray(start, start + CHUNK)
    },
  }
}
