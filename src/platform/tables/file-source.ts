import { createReadStream } from 'node:fs'

/** A file that can be read more than once, without ever being held whole. */
export interface FileSource {
  open(): AsyncIterable<Uint8Array>
}

const CHUNK = 256 * 1024

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
