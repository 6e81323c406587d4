import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Config } from './config.ts'

/**
 * A text nobody reads without the installation's secret (AES-256-GCM): what a stolen copy of the database must not give
 * away. `purpose` is bound to it: a text sealed for one thing does not open for another.
 */
export function sealText(config: Pick<Config, 'secret'>, purpose: string, text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(config, purpose), nonce).setAAD(Buffer.from(purpose))
  const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return ['v1', nonce, cipher.getAuthTag(), content]
    .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
    .join('.')
}

/** Null when it was sealed under another secret, for another purpose, or was changed since. */
export function openText(config: Pick<Config, 'secret'>, purpose: string, sealed: string): string | null {
  const [version, nonce, tag, content] = sealed.split('.')
  if (version !== 'v1' || !nonce || !tag || content === undefined) return null
  try {
    const decipher = createDecipheriv(
      'aes-256-gcm',
      keyFor(config, purpose),
      Buffer.from(nonce, 'base64url'),
      {
        authTagLength: 16,
      },
    )
    decipher.setAAD(Buffer.from(purpose)).setAuthTag(Buffer.from(tag, 'base64url'))
    return Buffer.concat([decipher.update(content, 'base64url'), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

/** Never an empty secret: what it seals would be open to all. */
function keyFor({ secret }: Pick<Config, 'secret'>, purpose: string): Buffer {
  if (!secret) throw new Error('a text is sealed only under a secret')
  return Buffer.from(hkdfSync('sha256', secret, 'maillage/sealed-text', purpose, 32))
}
