import { missingTermWords } from './amendment-draft.ts'

/** A clause as it is written, with its marks (`{{termes.duree}}`, `{{date_deliberation}}`), and the terms it writes. */
export interface WrittenClause {
  readonly text: string
  /** Paths of the terms. */
  readonly binds: readonly string[]
}

/** Why a text may not take the place of a clause, and the words at fault. */
export interface ClauseProblem {
  readonly reason:
    | 'term-words-missing'
    | 'blank-missing'
    | 'unknown-blank'
    | 'bound-sentence'
    | 'contradicts-term'
  readonly words: string
}

const MARK = /\{\{[a-z_.]+\}\}/g
const NUMBER =
  '(?:\\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente|quarante|cinquante|soixante|cent)'
const QUANTITY = new RegExp(
  `(?<![\\p{L}\\d])${NUMBER}(?:[- ](?:et[- ])?${NUMBER})* (?:ans?|années?|mois|semaines?|jours?)(?![\\p{L}\\d])`,
  'giu',
)

/**
 * Free prose may be written anew; what a term commands only changes through the term. Marks stay, a sentence bound to
 * a term stays word for word, and no new duration is written beside it. Null: the text may be proposed. AGR-19.
 */
export function whyNotThisText(clause: WrittenClause, proposed: string): ClauseProblem | null {
  const [term] = missingTermWords(clause.text, proposed)
  if (term) return { reason: 'term-words-missing', words: term }
  const [before, after] = [marksOf(clause.text), marksOf(proposed)]
  const missing = before.find((mark) => !after.includes(mark))
  if (missing) return { reason: 'blank-missing', words: missing }
  const unknown = after.find((mark) => !before.includes(mark))
  if (unknown) return { reason: 'unknown-blank', words: unknown }
  const changed = boundSentences(clause).find((sentence) => !plain(proposed).includes(plain(sentence)))
  if (changed) return { reason: 'bound-sentence', words: changed }
  const added = commandsSomething(clause) ? newQuantities(clause.text, proposed)[0] : undefined
  return added ? { reason: 'contradicts-term', words: added } : null
}

/** One writing for what a reader reads the same: spaces of any kind, curly and straight apostrophes. */
export function plain(text: string): string {
  return text
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replaceAll('’', "'")
    .trim()
}

/** A clause that writes its terms by marks is bound where they stand; one that has none is bound whole. */
function boundSentences(clause: WrittenClause): string[] {
  const sentences = clause.text
    .split(/\n+|(?<=[.!?]) +/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
  const marked = sentences.filter((sentence) => sentence.includes('{{termes.'))
  return marked.length === 0 && clause.binds.length > 0 ? sentences : marked
}

function commandsSomething({ text, binds }: WrittenClause): boolean {
  return binds.length > 0 || text.includes('{{termes.')
}

function newQuantities(before: string, after: string): string[] {
  const known = quantitiesOf(before)
  return quantitiesOf(after).filter((quantity) => !known.includes(quantity))
}

function quantitiesOf(text: string): string[] {
  return plain(text).toLowerCase().match(QUANTITY) ?? []
}

function marksOf(text: string): string[] {
  return [...new Set(text.match(MARK) ?? [])]
}
