import { civil, type Day } from '../../../kernel/day.ts'
import { FRENCH_MONTHS } from '../../../kernel/french-months.ts'

// The words of a convention: numbers in full letters, dates in long form.

const UNITS = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
  'dix-sept',
  'dix-huit',
  'dix-neuf',
]
const TENS = [
  '',
  '',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
]

/** « trois », « vingt et un », « quatre-vingts ». Above one hundred, figures. */
export function inWords(count: number): string {
  if (!Number.isInteger(count) || count < 0 || count > 100) return String(count)
  if (count === 100) return 'cent'
  if (count < UNITS.length) return UNITS[count] ?? ''
  if (count === 80) return 'quatre-vingts'
  const ten = Math.floor(count / 10)
  const base = ten === 7 || ten === 9 ? ten - 1 : ten
  const rest = count - base * 10
  const word = TENS[ten] ?? ''
  if (rest === 0) return word
  const joint = (rest === 1 || rest === 11) && base < 8 ? ' et ' : '-'
  return `${word}${joint}${UNITS[rest] ?? ''}`
}

/** « un an », « trois ans ». */
export function years(count: number): string {
  return `${inWords(count)} ${count > 1 ? 'ans' : 'an'}`
}

/** « un mois », « trois mois ». */
export function months(count: number): string {
  return `${inWords(count)} mois`
}

/** « un jour », « trente jours ». */
export function days(count: number): string {
  return `${inWords(count)} ${count > 1 ? 'jours' : 'jour'}`
}

/** « d’un an », « de trois ans ». */
export function of(words: string): string {
  return words.startsWith('un ') ? `d’${words}` : `de ${words}`
}

/** « 17 juin 2026 », « 1er juin 2026 ». */
export function longDate(on: Day): string {
  const { year, month, day } = civil(on)
  return `${day === 1 ? '1er' : day} ${FRENCH_MONTHS[month - 1]} ${year}`
}

/** The apostrophes and no-break spaces of French typography, for a text typed on a plain keyboard. */
export function typeset(text: string): string {
  return text
    .replaceAll("'", '’')
    .replaceAll('« ', '«\u00a0')
    .replaceAll(' »', '\u00a0»')
    .replace(/ ([:;?!])/g, '\u00a0$1')
    .replace(/n° /g, 'n°\u00a0')
}
