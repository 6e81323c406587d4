import { diffWords } from 'diff'
import type { RenderedClause } from './render.ts'

export interface TextPart {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

const FRENCH_WORDS = new Intl.Segmenter('fr', { granularity: 'word' })

/** Word by word, what became of a text; joined, the parts that are not `removed` are `after`. */
export function textDifference(before: string, after: string): TextPart[] {
  return diffWords(before, after, { intlSegmenter: FRENCH_WORDS }).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

type ReadClause = Pick<RenderedClause, 'key' | 'number' | 'title' | 'paragraphs'>

export interface ClauseDifference {
  readonly key: string
  /** `renamed`: the same text under another number or title. */
  readonly kind: 'added' | 'removed' | 'changed' | 'renamed'
  readonly before: { readonly number: string | null; readonly title: string } | null
  readonly after: { readonly number: string | null; readonly title: string } | null
  readonly text: readonly TextPart[]
}

/** Clause by clause, what `after` says otherwise than `before`; those that read the same are left out. */
export function clauseDifferences(
  before: readonly ReadClause[],
  after: readonly ReadClause[],
): ClauseDifference[] {
  const [were, are] = [byKey(before), byKey(after)]
  const gone = before.filter(({ key }) => !are.has(key)).map((clause) => between(clause, null))
  const kept = after.map((clause) => between(were.get(clause.key) ?? null, clause))
  return [...kept, ...gone].filter((one) => one !== null)
}

function between(before: ReadClause | null, after: ReadClause | null): ClauseDifference | null {
  const key = after?.key ?? before?.key ?? ''
  const text = textDifference(textOf(before), textOf(after))
  const isSame = text.every(({ kind }) => kind === 'same')
  const isNamed = before?.number === after?.number && before?.title === after?.title
  if (isSame && isNamed) return null
  const kind = !before ? 'added' : !after ? 'removed' : isSame ? 'renamed' : 'changed'
  return { key, kind, before: nameOf(before), after: nameOf(after), text }
}

function nameOf(clause: ReadClause | null) {
  return clause && { number: clause.number, title: clause.title }
}

/** The paragraphs as they are typed: an empty line between two, a dash before each item of a list. */
function textOf(clause: ReadClause | null): string {
  const blocks = clause?.paragraphs ?? []
  return blocks
    .map((block) => (typeof block === 'string' ? block : block.map((item) => `- ${item}`).join('\n')))
    .join('\n\n')
}

function byKey(clauses: readonly ReadClause[]): Map<string, ReadClause> {
  return new Map(clauses.map((clause) => [clause.key, clause]))
}
