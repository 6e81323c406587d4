import type { BindableTerm } from './bindable-terms.ts'
import { inWords } from './french-words.ts'

// Durations written in a text instead of coming from a term: « trois ans », « 30 jours », « deux fois par an ».

const NUMBERS = Array.from({ length: 101 }, (_, count) => inWords(count))
  .concat('une')
  .sort((one, other) => other.length - one.length)
  .join('|')

const FIGURES = new RegExp(
  `(?<![\\p{L}\\d-])(?:${NUMBERS}|\\d+)[\\s\\u00a0]+(ans?|années?|mois|jours?|fois par an)(?!\\p{L})`,
  'giu',
)

type Unit = 'years' | 'months' | 'days' | 'times'

const UNIT_OF_TERM: Readonly<Partial<Record<BindableTerm, Unit>>> = {
  initialYears: 'years',
  renewal: 'years',
  denunciation: 'months',
  amendmentRequest: 'months',
  formalNotice: 'days',
  dispute: 'days',
  committee: 'times',
}

export interface WrittenFigure {
  /** As it is written: « trois ans ». */
  readonly words: string
  readonly unit: Unit
}

export function writtenFigures(text: string): WrittenFigure[] {
  return [...text.matchAll(FIGURES)].map(([words, unit = '']) => ({
    words,
    unit: unitOf(unit.toLowerCase()),
  }))
}

/** The bound term whose figure such a duration would be; null when none counts in that unit. */
export function termOfFigure({ unit }: WrittenFigure, bound: readonly BindableTerm[]): BindableTerm | null {
  return bound.find((term) => UNIT_OF_TERM[term] === unit) ?? null
}

function unitOf(word: string): Unit {
  if (word.startsWith('an')) return 'years'
  if (word === 'mois') return 'months'
  return word.startsWith('jour') ? 'days' : 'times'
}
