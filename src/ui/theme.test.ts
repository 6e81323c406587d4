import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { BASE_COLOURS } from './colours.ts'
import { brickTheme, seaTheme } from './demo-themes.ts'
import { contrast, type Theme, themeProblems, themeSheet } from './theme.ts'

const tokens = readFileSync(new URL('./css/tokens.css', import.meta.url), 'utf8')

test('contrast follows WCAG: 21 for black on white, 1 for a colour on itself', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrast('#0a5273', '#0a5273')).toBe(1)
})

test.each([
  ['the platform’s own colours', {}],
  ['the sea theme', seaTheme],
  ['the brick theme', brickTheme],
] as [string, Theme][])('%s hold every contrast, in light and in dark, in a small sheet', (_, theme) => {
  expect(themeProblems(theme)).toEqual([])
  expect(Buffer.byteLength(themeSheet(theme))).toBeLessThanOrEqual(2048)
})

test('a theme that names every token still fits in 2 KB', () => {
  const { positive, warning, danger, info, ...everything } = BASE_COLOURS
  expect(Buffer.byteLength(themeSheet(everything))).toBeLessThanOrEqual(2048)
})

test('a weak pair is named, with its ratio and the one due', () => {
  const pale = { ...seaTheme, brand: { light: '#8fb8cc', dark: '#8fcbe8' } }
  expect(themeProblems(pale)).toContain(
    'Contraste trop faible en clair : le texte des boutons sur la couleur principale, 2,1 pour 1 au lieu de 4,5.',
  )
  expect(themeProblems(pale).every((sentence) => sentence.includes('en clair'))).toBe(true)
})

test('what is not a colour is said, and never reaches the sheet', () => {
  const hostile = { brand: { light: 'red}body{display:none', dark: '#000000' } }
  expect(themeProblems(hostile)).toEqual([
    'La valeur choisie pour la couleur principale n’est pas une couleur du type #1a2b3c.',
  ])
  expect(() => themeSheet(hostile)).toThrow(RangeError)
})

test('a token the platform does not know never reaches the sheet', () => {
  const unknown = { 'x:red}*{display': { light: '#000000', dark: '#000000' } } as Theme
  expect(() => themeSheet(unknown)).toThrow(RangeError)
})

test.each(Object.entries(BASE_COLOURS))(
  'tokens.css declares %s as the contrast check knows it',
  (name, colour) => {
    const property = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    expect(tokens).toContain(`${property}: ${colour.light};`)
    expect(tokens).toContain(`${property}: light-dark(${colour.light}, ${colour.dark});`)
  },
)
