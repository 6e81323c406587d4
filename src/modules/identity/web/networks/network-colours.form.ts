import { z } from 'zod'
import { PALETTE_IDS, paletteOf } from '../../../../ui/palettes.ts'
import type { Theme } from '../../../../ui/theme.ts'
import { seenVersion } from './network-settings.form.ts'

/** The colours one may set by hand; the others come with the palette. */
export const ADJUSTABLE = ['masthead', 'mastheadInk', 'brand', 'brandInk', 'accent', 'surface'] as const

export type Adjustable = (typeof ADJUSTABLE)[number]

const colour = z
  .string({ message: 'Choisissez une couleur.' })
  .regex(/^#[0-9a-f]{6}$/i, { message: 'Écrivez la couleur ainsi : #1a2b3c.' })

const colours = Object.fromEntries(
  ADJUSTABLE.flatMap((token) => [
    [fieldOf(token, 'light'), colour],
    [fieldOf(token, 'dark'), colour],
  ]),
)

/** Gives the whole theme: the palette, or the present colours, with what was set by hand. */
export function networkColoursForm(current: Theme) {
  return z
    .object({
      ...seenVersion,
      palette: z.enum(['', ...PALETTE_IDS], { message: 'Choisissez une palette de la liste.' }).default(''),
      confirme: z.string().optional(),
      ...colours,
    })
    .transform((typed) => ({
      vu: typed.vu,
      isConfirmed: typed.confirme !== undefined,
      theme: adjusted(paletteOf(typed.palette)?.theme ?? current, typed),
    }))
}

export function fieldOf(token: Adjustable, scheme: 'light' | 'dark'): string {
  return `${token}_${scheme === 'light' ? 'clair' : 'sombre'}`
}

function adjusted(base: Theme, typed: Record<string, unknown>): Theme {
  const chosen = ADJUSTABLE.map((token) => [
    token,
    { light: String(typed[fieldOf(token, 'light')]), dark: String(typed[fieldOf(token, 'dark')]) },
  ])
  return { ...base, ...Object.fromEntries(chosen) }
}
