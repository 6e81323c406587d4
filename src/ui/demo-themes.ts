import type { Theme } from './theme.ts'

/** A Département by the sea: a deep blue masthead, sand under it. */
export const seaTheme: Theme = {
  surface: { light: '#fffefb', dark: '#0f181d' },
  raised: { light: '#f6efdf', dark: '#17242b' },
  line: { light: '#e2d8c2', dark: '#2e4049' },
  edge: { light: '#7f7d70', dark: '#7f939c' },
  brand: { light: '#0a5273', dark: '#8fcbe8' },
  brandInk: { light: '#ffffff', dark: '#06202d' },
  brandQuiet: { light: '#e2eff4', dark: '#15333f' },
  accent: { light: '#8a5f12', dark: '#e2bd78' },
  masthead: { light: '#0a4561', dark: '#0a2e40' },
  mastheadInk: { light: '#fdf6e6', dark: '#f4ead2' },
}

/** A Région of brick and slate: the masthead is the linen itself, the brick is its ink. */
export const brickTheme: Theme = {
  surface: { light: '#fffdfb', dark: '#1a1412' },
  raised: { light: '#f6eee5', dark: '#261d1a' },
  ink: { light: '#2a2120', dark: '#f0e7e1' },
  muted: { light: '#665854', dark: '#b9aaa3' },
  line: { light: '#e3d6cb', dark: '#43352f' },
  edge: { light: '#897b74', dark: '#94837b' },
  brand: { light: '#96331f', dark: '#f3a78f' },
  brandInk: { light: '#ffffff', dark: '#33100a' },
  brandQuiet: { light: '#f8e6df', dark: '#40241c' },
  accent: { light: '#46585f', dark: '#a9bfc8' },
  masthead: { light: '#f6eee5', dark: '#2b1f1b' },
  mastheadInk: { light: '#86290f', dark: '#f8c3b1' },
}
