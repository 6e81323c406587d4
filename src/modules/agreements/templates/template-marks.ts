import type { Variable } from './template.ts'
import { TERM_WORDINGS } from './term-wording.ts'

// `{{…}}` in the text of a clause: the words of a term, or a blank.

const MARKS = /\{\{([^{}]*)\}\}/g

/** Every name between double braces, once, in the order of the text. */
export function marksOf(text: string): string[] {
  return [...new Set([...text.matchAll(MARKS)].map(([, name = '']) => name))]
}

/** The blanks of `known` that the text uses, in its order. */
export function usedVariables(text: string, known: readonly Variable[]): Variable[] {
  const marks = marksOf(text)
  return marks.flatMap((mark) => known.find(({ name }) => name === mark) ?? [])
}

/** Names that are neither a term nor a known blank. */
export function unknownMarks(text: string, known: readonly Variable[]): string[] {
  const names = new Set(known.map(({ name }) => name))
  return marksOf(text).filter((mark) => !Object.hasOwn(TERM_WORDINGS, mark) && !names.has(mark))
}
