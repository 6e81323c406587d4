import { describe, expect, it } from 'vitest'
import { BASE_COLOURS } from './colours.ts'
import { CODE_LENGTH, codeOfTheme, PALETTES, THEME_TOKENS, themeOfCode } from './palettes.ts'
import { contrast, themeProblems, themeSheet } from './theme.ts'

describe('the palettes a network may choose', () => {
  it.each(PALETTES)('$name owes no contrast', ({ theme }) => {
    expect(themeProblems(theme)).toEqual([])
  })

  it('Ardoise goes to the strongest level for what is read', () => {
    const { ink, muted, brand, surface } = PALETTES[4].theme as Required<(typeof PALETTES)[4]['theme']>
    for (const front of [ink, muted, brand])
      for (const scheme of ['light', 'dark'] as const)
        expect(contrast(front[scheme], surface[scheme])).toBeGreaterThanOrEqual(7)
  })

  it('name themselves differently', () => {
    expect(new Set(PALETTES.map(({ id }) => id)).size).toBe(PALETTES.length)
  })
})

describe('the code of a theme', () => {
  it.each(PALETTES)('$name comes back whole', ({ theme }) => {
    const code = codeOfTheme(theme)
    expect(code).toHaveLength(CODE_LENGTH)
    const whole = Object.fromEntries(
      THEME_TOKENS.map((token) => [token, { ...BASE_COLOURS, ...theme }[token]]),
    )
    expect(themeOfCode(code)).toEqual(whole)
    expect(themeSheet(themeOfCode(code) ?? {})).toContain('--brand:')
  })

  it.each([
    '',
    'a',
    'g'.repeat(CODE_LENGTH),
    `${'0'.repeat(CODE_LENGTH)}0`,
    `}${'0'.repeat(CODE_LENGTH - 1)}`,
  ])('nothing else is one: %j', (code) => expect(themeOfCode(code)).toBeNull())
})
