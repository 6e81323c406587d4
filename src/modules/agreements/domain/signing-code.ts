import { type Instant, laterBy } from '../../../kernel/instant.ts'

export const CODE_MINUTES = 10
export const CODE_TRIES = 5
export const CODES_PER_HOUR = 5

/** Six digits out of a digest in base64url: each code is as likely as another, to less than one in a million. */
export function digitsOf(digest: string): string {
  const number = Buffer.from(digest, 'base64url').readUIntBE(0, 6)
  return String(number % 1_000_000).padStart(6, '0')
}

export function codeExpiry(sentAt: Instant): Instant {
  return laterBy(sentAt, CODE_MINUTES * 60)
}

/** The network part of an address: enough to tell where from, not who. `192.0.2.0/24`, `2001:db8:1::/48`. AGR-24. */
export function networkPart(address: string): string {
  const v4 = /^(\d+\.\d+\.\d+)\.\d+$/.exec(address)
  if (v4) return `${v4[1]}.0/24`
  if (!address.includes(':')) return address
  const [left = ''] = address.split('::')
  const groups = left.split(':').filter(Boolean).slice(0, 3)
  return `${groups.join(':')}::/48`
}
