import { oncePerText } from '../../../../kernel/once-per-text.ts'
import { folded } from '../fold.ts'
import type { Findings } from '../imports/finding.ts'
import { cut } from '../text.ts'
import type { Term } from '../vocabulary.ts'
import type { StandardColumn, StandardRow } from './standard-columns.ts'

const LONGEST_WORD = 200

interface Lexicon<Code extends string> {
  exact: ReadonlyMap<string, Term<Code>>
  folded: ReadonlyMap<string, Term<Code>>
  /** The reading of a cell: the lists of a file are few, and come back row after row. */
  read: (raw: string) => Reading<Code>
}

interface Reading<Code extends string> {
  codes: readonly Code[]
  /** Pieces that are no term. */
  unknown: readonly string[]
  /** The list as the standard writes it, when the cell does not; else null. */
  rewritten: string | null
}

const lexicons = new WeakMap<readonly Term[], Lexicon<string>>()

/**
 * The codes of a closed list. Each piece is compared whole, never searched for: the schema's own patterns, used
 * without anchors, would let anything through (DIR-14).
 */
export function checkTerms<Code extends string>(
  row: StandardRow,
  column: StandardColumn,
  terms: readonly Term<Code>[],
  findings: Findings,
): readonly Code[] {
  const raw = row[column].trim()
  if (raw === '') return NOTHING
  const { codes, unknown, rewritten } = lexiconOf(terms).read(raw)
  for (const piece of unknown)
    findings.warn(
      column,
      piece,
      'value-unknown',
      `« ${piece} » n’est pas une valeur du standard : ${accepted(terms)}`,
    )
  if (rewritten !== null)
    findings.correct(
      column,
      raw,
      'list-rewritten',
      'Les valeurs sont écrites comme le standard le veut, sans répétition.',
      rewritten,
    )
  return codes
}

const NOTHING: readonly never[] = []

function readingOf<Code extends string>(raw: string, lexicon: Lexicon<Code>): Reading<Code> {
  const codes: Code[] = []
  const known: string[] = []
  const unknown: string[] = []
  let isRewritten = false
  for (const piece of pieces(raw, lexicon)) {
    const term = lexicon.exact.get(piece) ?? lexicon.folded.get(key(piece))
    if (!term) unknown.push(piece)
    else if (codes.includes(term.code)) isRewritten = true
    else {
      isRewritten ||= term.standard !== piece
      codes.push(term.code)
      known.push(term.standard)
    }
  }
  isRewritten ||= known.length > 1 && !raw.includes('|')
  return { codes, unknown, rewritten: isRewritten ? known.join('|') : null }
}

/** An open list: separate values, as written. */
export function checkWords(row: StandardRow, column: StandardColumn): readonly string[] {
  const raw = row[column]
  return raw === '' ? NOTHING : wordsIn(raw)
}

const wordsIn = oncePerText((raw: string): readonly string[] => {
  const words = raw.split(/[|;\n]/).map((word) => cut(word.replace(/\s+/g, ' ').trim(), LONGEST_WORD))
  return [...new Set(words.filter((word) => word !== ''))]
})

/** `|`, `;`, ` / ` and new lines part values; a comma only when it leaves nothing unknown (DIR-15). */
function pieces(raw: string, { exact, folded }: Lexicon<string>): string[] {
  if (exact.has(raw)) return [raw]
  const parts = split(raw, /[|;\n]|\s\/\s/)
  return parts.flatMap((part) => {
    const smaller = exact.has(part) ? [part] : split(part, ',')
    return smaller.length > 1 && smaller.every((one) => folded.has(key(one))) ? smaller : [part]
  })
}

function split(text: string, separator: RegExp | string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

function lexiconOf<Code extends string>(terms: readonly Term<Code>[]): Lexicon<Code> {
  const made = lexicons.get(terms) as Lexicon<Code> | undefined
  if (made) return made
  const lexicon: Lexicon<Code> = {
    exact: new Map(terms.map((term) => [term.standard, term] as const)),
    folded: new Map(terms.map((term) => [key(term.standard), term] as const)),
    read: oncePerText((raw) => readingOf(raw, lexicon)),
  }
  lexicons.set(terms, lexicon)
  return lexicon
}

function key(word: string): string {
  return folded(word, '')
}

function accepted(terms: readonly Term[]): string {
  return `valeurs admises : ${terms.map((term) => term.standard).join(' ; ')}.`
}
