/** A colour in light and in dark, each `#rrggbb`. */
export interface Colour {
  light: string
  dark: string
}

/** The platform's own colours, as `css/tokens.css` declares them (a test compares the two). */
export const BASE_COLOURS = {
  surface: { light: '#fffefc', dark: '#14181a' },
  raised: { light: '#f5f3ee', dark: '#1e2427' },
  ink: { light: '#1d2326', dark: '#ebe8e2' },
  muted: { light: '#575e62', dark: '#a9afb2' },
  line: { light: '#dbd8d0', dark: '#363e42' },
  edge: { light: '#80847f', dark: '#838c90' },
  brand: { light: '#23506b', dark: '#9cc8e2' },
  brandInk: { light: '#ffffff', dark: '#0d1d27' },
  brandQuiet: { light: '#e6eef2', dark: '#1d323e' },
  accent: { light: '#8a5d14', dark: '#dcae63' },
  focus: { light: '#0b57d0', dark: '#a8c7fa' },
  masthead: { light: '#23506b', dark: '#18303d' },
  mastheadInk: { light: '#ffffff', dark: '#eef4f7' },
  positive: { light: '#1b6539', dark: '#82d3a0' },
  warning: { light: '#7d4e00', dark: '#eebc6c' },
  danger: { light: '#a3211b', dark: '#ffa49b' },
  info: { light: '#1d5683', dark: '#98c8f1' },
} as const satisfies Record<string, Colour>

export type ColourName = keyof typeof BASE_COLOURS
