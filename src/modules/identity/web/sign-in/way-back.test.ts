import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { insideThisNetwork } from './way-back.ts'

/** What one writes to mislead a browser, in any order, with anything between. */
const tricks = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '/',
        '\\',
        '.',
        '..',
        '\t',
        '\n',
        '\r',
        '@',
        ':',
        '?',
        '#',
        '%2f',
        '%5c',
        '%2e',
        ' ',
        '\u0000',
        '／',
      ),
      fc.constantFrom('n', 'baie', 'evil.example', 'https', 'javascript:', 'conventions'),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 10 },
  )
  .map((parts) => parts.join(''))

describe('the way back after signing in', () => {
  it('stays on this site and in this network, whatever was asked', () => {
    fc.assert(
      fc.property(tricks, fc.constantFrom('', '/n/baie'), (asked, base) => {
        const way = insideThisNetwork(asked, base)
        if (way === null) return
        const resolved = new URL(way, 'https://here.example/connexion')
        expect(resolved.origin).toBe('https://here.example')
        expect(resolved.pathname.startsWith(`${base}/`)).toBe(true)
        // Fit for a header as it is.
        expect(way).toMatch(/^[\x21-\x7e]+$/)
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps an ordinary address as it was', () => {
    for (const way of ['/', '/conventions', '/lieux?q=caen&page=2', '/n/baie/lieux/carte?bbox=1,2,3,4']) {
      expect(insideThisNetwork(way, '')).toBe(way)
    }
  })
})
