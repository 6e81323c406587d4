import { folded } from '../fold.ts'
import type { Findings } from '../imports/finding.ts'
import { cut } from '../text.ts'
import type { Term } from '../vocabulary.ts'
import type { StandardColumn, StandardRow } from './standard-columns.ts'

const LONGEST_WORD = 200

interface Lexicon<Code extends string> {
  exact: ReadonlyMap<string, Term<Code>>
  folded: ReadonlyMap<string, Term<Code>>
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
): Code[] {
  const raw = row[column].trim()
  if (raw === '') return []
  const lexicon = lexiconOf(terms)
  const codes: Code[] = []
  const known: string[] = []
  let rewritten = false
  for (const piece of pieces(raw, lexicon)) {
    const term = lexicon.exact.get(piece) ?? lexicon.folded.get(key(piece))
    if (!term) {
      findings.warn(
        column,
        piece,
        'value-unknown',
        `« ${piece} » n’est pas une valeur du standard : ${accepted(terms)}`,
      )
      continue
    }
    if (codes.includes(term.code)) {
      rewritten = true
      continue
    }
    rewritten ||= term.standard !== piece
    codes.push(term.code)
    known.push(term.standard)
  }
  if (rewritten || (known.length > 1 && codes.length === known.length && !raw.includes('|'))) {
    findings.correct(
      column,
      raw,
      'list-rewritten',
      'Les valeurs sont écrites comme le standard le veut, sans répétition.',
      known.join('|'),
    )
  }
  return codes
}

/** An open list: separate values, as written. */
export function checkWords(row: StandardRow, column: StandardColumn): string[] {
  const words = row[column].split(/[|;\n]/).map((word) => cut(word.replace(/\s+/g, ' ').trim(), LONGEST_WORD))
  return [...new Set(words.filter((word) => word !== ''))]
}

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
  const lexicon = {
    exact: new Map(terms.map((term) => [term.standard, term] as const)),
    folded: new Map(terms.map((term) => [key(term.standard), term] as const)),
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
