import { type StandardColumn, type StandardRow, standardColumns } from '../standard/standard-columns.ts'
import { applyMapping } from './apply-mapping.ts'
import { formerTerm, isTermColumn, TERMS, type TermColumn, wordKey, wordsOf } from './former-terms.ts'
import type { Mapping, SourceRow } from './mapping.ts'

/** A word of the file that the standard's list does not have, and what it may become. */
export interface WordToSay {
  readonly column: TermColumn
  readonly word: string
  readonly count: number
  readonly terms: readonly string[]
}

export interface MappingPreview {
  /** What the first rows give for each column. */
  readonly examples: Readonly<Partial<Record<StandardColumn, string>>>
  /** The most frequent first. */
  readonly words: readonly WordToSay[]
}

const MOST_WORDS = 60
const LONGEST_EXAMPLE = 80

/** What a mapping makes of the first rows of a file, for whoever is to say if it is right. */
export function previewOf(mapping: Mapping, rows: readonly SourceRow[]): MappingPreview {
  const read = rows.slice(0, 50).map((row) => applyMapping(mapping, row).row)
  return { examples: examplesOf(read), words: wordsToSay(mapping, rows) }
}

function examplesOf(rows: readonly StandardRow[]): MappingPreview['examples'] {
  return Object.fromEntries(
    standardColumns.flatMap((column) => {
      const found = rows.map((row) => row[column].trim()).find((text) => text !== '')
      return found
        ? [[column, found.length > LONGEST_EXAMPLE ? `${found.slice(0, LONGEST_EXAMPLE)}…` : found]]
        : []
    }),
  )
}

function wordsToSay({ columns }: Mapping, rows: readonly SourceRow[]): WordToSay[] {
  const found = new Map<string, WordToSay>()
  for (const [name, origin] of Object.entries(columns)) {
    const column = name as StandardColumn
    if (!isTermColumn(column) || origin.kind !== 'terms') continue
    const [heading = ''] = origin.from
    const terms = TERMS[column].map(({ standard }) => standard)
    const isShared = sharesHeading(columns, column, heading)
    for (const row of rows) {
      for (const word of wordsOf(column, row[heading] ?? '', () => false)) {
        const key = `${column} ${wordKey(word)}`
        const known = found.get(key)
        const isSaid = Object.hasOwn(origin.values, wordKey(word))
        // A word of a column that feeds two lists is asked of neither, unless somebody said something of it.
        if (!isSaid && (formerTerm(column, word) !== null || isShared)) continue
        found.set(key, { column, word: known?.word ?? word, count: (known?.count ?? 0) + 1, terms })
      }
    }
  }
  return [...found.values()].sort((one, other) => other.count - one.count).slice(0, MOST_WORDS)
}

function sharesHeading(columns: Mapping['columns'], column: StandardColumn, heading: string): boolean {
  return Object.entries(columns).some(
    ([other, origin]) =>
      other !== column &&
      (origin.kind === 'terms' || origin.kind === 'column') &&
      origin.from.includes(heading),
  )
}
