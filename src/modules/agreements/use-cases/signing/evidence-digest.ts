import { createHash } from 'node:crypto'
import type { Evidence } from '../../data/evidence.store.ts'

/**
 * SHA-256 of a proof as it is kept, in hexadecimal: its members in the order of their names, written in JSON. The seal
 * of the signature names it.
 */
export function evidenceDigest({ content: _text, text_fingerprint: _kept, ...proof }: Evidence): string {
  const inOrder = Object.entries(proof).sort(([one], [other]) => (one < other ? -1 : 1))
  return createHash('sha256').update(JSON.stringify(inOrder), 'utf8').digest('hex')
}
