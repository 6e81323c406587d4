import { createHmac } from 'node:crypto'
import type { Config } from './config.ts'

/** What is kept of a thing that must be recognised and never read back: without the key, nobody can try values. */
export function keyedDigest({ secret }: Pick<Config, 'secret'>, ...parts: readonly string[]): string {
  return createHmac('sha256', secret ?? '')
    .update(parts.join('\n'))
    .digest('base64url')
}
