import { gunzipSync, gzipSync } from 'node:zlib'
import { CREDENTIALS } from './contexts.ts'

/** In so large a crowd nobody tells which badge a reader looks for. LAB-47. */
export const LIST_LENGTH = 131_072
/** The largest list we unpack: sixteen million statuses. */
const LARGEST_LIST = 2 * 1024 * 1024

export type StatusPurpose = 'revocation' | 'suspension'

/** The credential of a list, to be signed: which of its indexes are set, and nothing of why. */
export function statusListCredential(
  told: { id: string; issuer: string; purpose: StatusPurpose; validFrom: string; validUntil: string },
  set: Iterable<number>,
) {
  return {
    '@context': [CREDENTIALS],
    id: told.id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: told.issuer,
    validFrom: told.validFrom,
    validUntil: told.validUntil,
    credentialSubject: {
      id: `${told.id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: told.purpose,
      encodedList: encodedBits(set, LIST_LENGTH),
    },
  }
}

/** Bits packed and written as the standard says: the first is the leftmost. Throws RangeError outside the list. */
export function encodedBits(set: Iterable<number>, length: number): string {
  const bytes = Buffer.alloc(length / 8)
  for (const index of set) {
    if (!Number.isInteger(index) || index < 0 || index >= length)
      throw new RangeError(`no such status: ${index}`)
    bytes.writeUInt8(bytes.readUInt8(index >> 3) | (0x80 >> (index & 7)), index >> 3)
  }
  return `u${gzipSync(bytes).toString('base64url')}`
}

/** Null when the list cannot be read, is too short to hide anybody, or has no such index. */
export function bitAt(encodedList: unknown, index: number): boolean | null {
  if (typeof encodedList !== 'string' || !encodedList.startsWith('u')) return null
  try {
    const bytes = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'), {
      maxOutputLength: LARGEST_LIST,
    })
    const byte = bytes[index >> 3]
    if (bytes.length * 8 < LIST_LENGTH || byte === undefined) return null
    return (byte & (0x80 >> (index & 7))) !== 0
  } catch {
    return null
  }
}
