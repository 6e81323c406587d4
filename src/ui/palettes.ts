import { BASE_COLOURS, type Colour } from './colours.ts'
import { brickTheme, seaTheme } from './demo-themes.ts'
import type { Theme, ThemeToken } from './theme.ts'

/** Colours a network may begin with; a test holds that each has every contrast it owes. */
export interface Palette {
  id: string
  name: string
  /** One sentence, for those who do not see the colours. */
  description: string
  theme: Theme
}

/** Moss and lichen: a green masthead, cool paper. */
const forestTheme: Theme = {
  surface: { light: '#fdfefb', dark: '#121713' },
  raised: { light: '#eff4ea', dark: '#1b231d' },
  line: { light: '#d5dfcd', dark: '#334036' },
  edge: { light: '#78836f', dark: '#82917f' },
  brand: { light: '#275c34', dark: '#9ad5a5' },
  brandInk: { light: '#ffffff', dark: '#0c2412' },
  brandQuiet: { light: '#e2efe0', dark: '#1c3522' },
  accent: { light: '#7a5b12', dark: '#dfc079' },
  masthead: { light: '#1f4d2b', dark: '#16331e' },
  mastheadInk: { light: '#f6fbef', dark: '#e3f2dd' },
}

/** Heather: a deep violet, warm grey paper. */
const heatherTheme: Theme = {
  surface: { light: '#fffdff', dark: '#17131a' },
  raised: { light: '#f5f0f6', dark: '#221c26' },
  line: { light: '#e0d5e3', dark: '#3f3546' },
  edge: { light: '#857a89', dark: '#90859a' },
  brand: { light: '#673a7c', dark: '#d3aee6' },
  brandInk: { light: '#ffffff', dark: '#2b1238' },
  brandQuiet: { light: '#f0e5f5', dark: '#38253f' },
  accent: { light: '#8b5414', dark: '#e5b877' },
  masthead: { light: '#4d2a5e', dark: '#321c3d' },
  mastheadInk: { light: '#fdf3ff', dark: '#f1def8' },
}

/** Slate: black on white, the strongest contrasts, for those who see poorly. */
const slateTheme: Theme = {
  surface: { light: '#ffffff', dark: '#0b0c0e' },
  raised: { light: '#f2f3f5', dark: '#191b1f' },
  ink: { light: '#0f1114', dark: '#f7f7f8' },
  muted: { light: '#3f454d', dark: '#c6cad1' },
  line: { light: '#c9cdd4', dark: '#474c55' },
  edge: { light: '#5b626c', dark: '#a3aab5' },
  brand: { light: '#0b3a8a', dark: '#b3ccff' },
  brandInk: { light: '#ffffff', dark: '#071c42' },
  brandQuiet: { light: '#e3ebfa', dark: '#16294d' },
  accent: { light: '#6d4500', dark: '#f0c878' },
  masthead: { light: '#16191d', dark: '#22262c' },
  mastheadInk: { light: '#ffffff', dark: '#ffffff' },
}

export const PALETTES = [
  { id: 'mer', name: 'Mer', description: 'Bandeau bleu profond, fond de sable.', theme: seaTheme },
  {
    id: 'brique',
    name: 'Brique',
    description: 'Bandeau de lin, rouge brique pour les liens et les boutons.',
    theme: brickTheme,
  },
  { id: 'foret', name: 'Forêt', description: 'Bandeau vert mousse, fond clair.', theme: forestTheme },
  { id: 'bruyere', name: 'Bruyère', description: 'Bandeau violet, fond gris chaud.', theme: heatherTheme },
  {
    id: 'ardoise',
    name: 'Ardoise',
    description: 'Noir sur blanc et bleu : les contrastes les plus forts.',
    theme: slateTheme,
  },
] as const satisfies readonly [Palette, ...Palette[]]

export type PaletteId = (typeof PALETTES)[number]['id']

export const PALETTE_IDS = PALETTES.map(({ id }) => id) as [PaletteId, ...PaletteId[]]

export function paletteOf(id: string): Palette | null {
  return PALETTES.find((palette) => palette.id === id) ?? null
}

/** Every token of a theme, in an order that never changes: what the address of a preview is made of. */
export const THEME_TOKENS = [
  'surface',
  'raised',
  'ink',
  'muted',
  'line',
  'edge',
  'brand',
  'brandInk',
  'brandQuiet',
  'accent',
  'focus',
  'masthead',
  'mastheadInk',
] as const satisfies readonly ThemeToken[]

export const CODE_LENGTH = THEME_TOKENS.length * 12

/** A whole theme as hexadecimal digits alone, six for each colour in light then in dark. */
export function codeOfTheme(theme: Theme): string {
  const digits = (colour: Colour) => `${colour.light}${colour.dark}`.replaceAll('#', '').toLowerCase()
  return THEME_TOKENS.map((token) => digits(theme[token] ?? BASE_COLOURS[token])).join('')
}

/** The theme of a code, or null when it is not one: nothing but colours can come out of it. */
export function themeOfCode(code: string): Theme | null {
  if (code.length !== CODE_LENGTH || !/^[0-9a-f]+$/.test(code)) return null
  return Object.fromEntries(
    THEME_TOKENS.map((token, index) => {
      const at = index * 12
      return [token, { light: `#${code.slice(at, at + 6)}`, dark: `#${code.slice(at + 6, at + 12)}` }]
    }),
  )
}
