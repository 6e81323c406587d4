import { type Day, isDay } from '../../../kernel/day.ts'
import type { Terms } from '../domain/terms.ts'
import { longDate, typeset } from './french-words.ts'
import type { Clause, Template, Variable } from './template.ts'
import { TERM_WORDINGS } from './term-wording.ts'

/** What fills the variables: a text, a day `YYYY-MM-DD`, or one line per place. */
export type VariableValues = Readonly<Record<string, string | readonly string[]>>

/** A paragraph, or the items of a list. */
export type Block = string | readonly string[]

export interface RenderedClause {
  readonly key: string
  readonly number: string | null
  readonly title: string
  readonly paragraphs: readonly Block[]
  readonly textIncomplete: boolean
  /** The draft cannot go to signature while there are any. AGR-9. */
  readonly missingVariables: readonly Variable[]
}

/** What fills a blank of an agreement taken over when nobody knows: shown as it is, and never invented. AGR-11. */
export const UNKNOWN = 'inconnu'

const PLACEHOLDER = /\{\{([a-z_.]+)\}\}/g

/**
 * The clauses as they are read and signed, in French typography. `terms` are the agreement's own, not the
 * template's: the words of a term follow it. A variable without a value reads « [à compléter : …] ».
 */
export function renderClauses(template: Template, terms: Terms, values: VariableValues): RenderedClause[] {
  return template.clauses.map((clause) => ({
    key: clause.key,
    number: clause.number,
    title: typeset(clause.title),
    paragraphs: blocks(clause, terms, values),
    textIncomplete: clause.textIncomplete ?? false,
    missingVariables: clause.variables.filter((variable) => isMissing(variable, values)),
  }))
}

function blocks(clause: Clause, terms: Terms, values: VariableValues): Block[] {
  return clause.text
    .trim()
    .split(/\n\s*\n/)
    .flatMap((source) => renderBlock(source, clause, terms, values))
}

/** One block of a clause's source: a paragraph, a list, or nothing when its term has no words. */
export function renderBlock(source: string, clause: Clause, terms: Terms, values: VariableValues): Block[] {
  const lines = source.split('\n').map((line) => line.trim())
  const list = placeList(lines, clause, values)
  if (list) return [list]
  const fill = (text: string) => fillMarks(text, clause, terms, values)
  if (lines.every((line) => line.startsWith('- '))) return [lines.map((line) => fill(line.slice(2)))]
  const paragraph = fill(lines.join(' '))
  return paragraph === '' ? [] : [paragraph]
}

/** A list of places stands alone on its line, and becomes a list. */
function placeList(lines: readonly string[], clause: Clause, values: VariableValues): Block | null {
  const [only, ...others] = lines
  const variable = clause.variables.find(({ name }) => only === `{{${name}}}`)
  if (others.length > 0 || variable?.type !== 'place_list') return null
  const value = values[variable.name]
  if (typeof value === 'string' || value === undefined) return placeholder(variable)
  return value.length === 0 ? 'Aucun lieu à ce jour.' : value
}

/** The text with the words of its marks. */
export function fillMarks(text: string, clause: Clause, terms: Terms, values: VariableValues): string {
  return typeset(text)
    .replace(PLACEHOLDER, (whole, name: string) => {
      const wording = TERM_WORDINGS[name]
      if (wording) return typeset(wording(terms))
      const variable = clause.variables.find((one) => one.name === name)
      return variable ? wordsOf(variable, values) : whole
    })
    .trim()
}

function wordsOf(variable: Variable, values: VariableValues): string {
  const value = values[variable.name]
  if (value === UNKNOWN) return UNKNOWN
  if (isMissing(variable, values)) return placeholder(variable)
  if (typeof value !== 'string') return ''
  return variable.type === 'day' ? longDate(value as Day) : value.trim()
}

function isMissing({ name, type, optional }: Variable, values: VariableValues): boolean {
  const value = values[name]
  if (optional && (value === undefined || value === '')) return false
  if (type === 'place_list') return !Array.isArray(value)
  if (typeof value !== 'string') return true
  if (value === UNKNOWN) return false
  return type === 'day' ? !isDay(value) : value.trim() === ''
}

function placeholder(variable: Variable): string {
  return typeset(`[à compléter : ${variable.label}]`)
}
