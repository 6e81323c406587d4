import { describe, expect, it } from 'vitest'
import { openText, sealText } from './sealed-text.ts'

const config = { secret: 'un secret assez long pour un essai' }

describe('a sealed text', () => {
  it('opens under the same secret for the same purpose, and shows nothing meanwhile (LAB-48)', () => {
    const sealed = sealText(config, 'a', 'la clé privée')
    expect(openText(config, 'a', sealed)).toBe('la clé privée')
    expect(sealed).not.toContain(Buffer.from('la clé').toString('base64url'))
    expect(sealText(config, 'a', 'la clé privée')).not.toBe(sealed)
  })

  it('does not open otherwise', () => {
    const sealed = sealText(config, 'a', 'la clé privée')
    const [version, nonce, tag, content] = sealed.split('.')
    expect(openText({ secret: 'un autre' }, 'a', sealed)).toBe(null)
    expect(openText(config, 'b', sealed)).toBe(null)
    expect(openText(config, 'a', [version, nonce, tag?.slice(0, 6), content].join('.'))).toBe(null)
    expect(openText(config, 'a', 'x')).toBe(null)
  })

  it('does not open once one bit of it was changed, wherever it stands', () => {
    const [version, ...parts] = sealText(config, 'a', 'la clé privée').split('.')
    for (const [changed, part] of parts.entries()) {
      const bytes = Buffer.from(part, 'base64url')
      for (const at of bytes.keys()) {
        const altered = Buffer.from(bytes)
        altered.writeUInt8(bytes.readUInt8(at) ^ 1, at)
        const sealed = [version, ...parts.with(changed, altered.toString('base64url'))].join('.')
        expect(openText(config, 'a', sealed), `part ${changed}, byte ${at}`).toBe(null)
      }
    }
  })

  it('is not made without a secret', () => {
    expect(() => sealText({ secret: null }, 'a', 'x')).toThrow('secret')
  })
})
