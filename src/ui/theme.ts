import { BASE_COLOURS, type Colour, type ColourName } from './colours.ts'

/** What a network chooses. Anything left out keeps the platform's own value. */
export type Theme = Readonly<Partial<Record<ThemeToken, Colour>>>

export type ThemeToken =
  | 'surface'
  | 'raised'
  | 'ink'
  | 'muted'
  | 'line'
  | 'edge'
  | 'brand'
  | 'brandInk'
  | 'brandQuiet'
  | 'accent'
  | 'focus'
  | 'masthead'
  | 'mastheadInk'

const HEXADECIMAL = /^#[0-9a-f]{6}$/i
const TEXT = 4.5
const INTERFACE = 3

/** [what is read or seen, on what, ratio due]: WCAG 2.2, 1.4.3 and 1.4.11. */
const PAIRS: readonly (readonly [ColourName, ColourName, number])[] = [
  ...on(['surface', 'raised'], ['ink', 'muted', 'brand', 'positive', 'warning', 'danger', 'info'], TEXT),
  ['ink', 'brandQuiet', TEXT],
  ['brand', 'brandQuiet', TEXT],
  ['brandInk', 'brand', TEXT],
  ['mastheadInk', 'masthead', TEXT],
  ['accent', 'surface', TEXT],
  ...on(['surface', 'raised'], ['edge', 'focus'], INTERFACE),
]

const WORDS: Readonly<Record<ColourName, string>> = {
  surface: 'le fond de page',
  raised: 'le fond en relief',
  ink: 'le texte',
  muted: 'le texte atténué',
  line: 'les filets',
  edge: 'le bord des champs',
  brand: 'la couleur principale',
  brandInk: 'le texte des boutons',
  brandQuiet: 'le fond de sélection',
  accent: 'la couleur d’accent',
  focus: 'le contour du focus',
  masthead: 'le bandeau',
  mastheadInk: 'le texte du bandeau',
  positive: 'la couleur de réussite',
  warning: 'la couleur d’avertissement',
  danger: 'la couleur d’erreur',
  info: 'la couleur d’information',
}

/**
 * The network's sheet, served after the site's: plain colours for old browsers, then light and dark. Throws RangeError
 * on an unknown token or a colour that is not `#rrggbb`: nothing else may enter a sheet.
 */
export function themeSheet(theme: Theme): string {
  const chosen = Object.entries(theme)
  const wrong = chosen.find(([name, colour]) => !Object.hasOwn(BASE_COLOURS, name) || !isColour(colour))
  if (wrong) throw new RangeError(`not a theme colour: ${wrong[0]}`)
  const plain = chosen.map(([name, colour]) => `${property(name)}:${colour.light}`)
  const both = chosen.map(([name, { light, dark }]) => `${property(name)}:light-dark(${light},${dark})`)
  return `:root{${plain.join(';')}}\n@supports (color:light-dark(red,red)){:root{${both.join(';')}}}\n`
}

/** One French sentence per malformed colour, else per pair that lacks contrast; empty when the theme may be saved. */
export function themeProblems(theme: Theme): string[] {
  const malformed = Object.entries(theme).filter(([, colour]) => !isColour(colour))
  if (malformed.length > 0) return malformed.map(([name]) => malformedSentence(name as ThemeToken))
  const colours = { ...BASE_COLOURS, ...theme }
  return (['light', 'dark'] as const).flatMap((scheme) =>
    PAIRS.flatMap(([front, back, due]) => {
      const ratio = contrast(colours[front][scheme], colours[back][scheme])
      return ratio >= due ? [] : [weakSentence(front, back, ratio, due, scheme)]
    }),
  )
}

/** WCAG contrast of two `#rrggbb` colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

function malformedSentence(token: ThemeToken): string {
  return `La valeur choisie pour ${WORDS[token]} n’est pas une couleur du type #1a2b3c.`
}

function weakSentence(
  front: ColourName,
  back: ColourName,
  ratio: number,
  due: number,
  scheme: 'light' | 'dark',
): string {
  const words = `${WORDS[front]} sur ${WORDS[back]}`
  const where = scheme === 'light' ? 'en clair' : 'en sombre'
  return `Contraste trop faible ${where} : ${words}, ${decimal(ratio)} pour 1 au lieu de ${decimal(due)}.`
}

/** Rounded down: 4,49 must not read as the 4,5 it misses. */
function decimal(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toLocaleString('fr-FR')
}

function isColour({ light, dark }: Colour): boolean {
  return HEXADECIMAL.test(light) && HEXADECIMAL.test(dark)
}

function property(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

function on(backs: readonly ColourName[], fronts: readonly ColourName[], due: number) {
  return backs.flatMap((back) => fronts.map((front) => [front, back, due] as const))
}
