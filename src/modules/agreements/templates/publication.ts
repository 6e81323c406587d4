import {
  BINDABLE_TERMS,
  type BindableTerm,
  hasTerm,
  isBindable,
  MARK_OF_TERM,
  termOfMark,
} from './bindable-terms.ts'
import type { TemplateContent, WrittenClause } from './template-content.schema.ts'
import { marksOf, unknownMarks } from './template-marks.ts'
import { termOfFigure, writtenFigures } from './written-figures.ts'

/** Why a draft cannot be published. `clause` is the key of the clause to open. */
export type PublicationProblem =
  | { readonly kind: 'no-clause' }
  | { readonly kind: 'unbound-term'; readonly term: BindableTerm }
  | {
      readonly kind: 'unwritten-term'
      readonly clause: string
      readonly term: BindableTerm
      readonly mark: string
    }
  | {
      readonly kind: 'mark-without-term'
      readonly clause: string
      readonly term: BindableTerm
      readonly mark: string
    }
  | { readonly kind: 'unknown-term'; readonly clause: string; readonly path: string }
  | { readonly kind: 'unknown-variable'; readonly clause: string; readonly mark: string }
  | {
      readonly kind: 'written-figure'
      readonly clause: string
      readonly term: BindableTerm
      readonly words: string
    }
  | { readonly kind: 'incomplete-text'; readonly clause: string }
  | { readonly kind: 'empty-clause'; readonly clause: string }
  | { readonly kind: 'double-number'; readonly clause: string; readonly number: string }
  | { readonly kind: 'incomplete-annex'; readonly title: string }

/** A duration in a clause that is bound to nothing: it may be a duty, which only a reader can tell. */
export interface PublicationRemark {
  readonly clause: string
  readonly words: string
}

/** Everything that refuses the publication, in the order of the text. Empty: it may be published. AGR-7, 8, 19. */
export function publicationProblems(content: TemplateContent): PublicationProblem[] {
  const { clauses } = content
  return [
    ...(clauses.length === 0 ? [{ kind: 'no-clause' } as const] : []),
    ...unboundTerms(content),
    ...clauses.flatMap((clause, index) => [
      ...wrongBinds(clause, content),
      ...wrongText(clause, content),
      ...doubleNumber(clause, clauses.slice(0, index)),
    ]),
    ...content.annexes.flatMap(({ title, textIncomplete }) =>
      textIncomplete ? [{ kind: 'incomplete-annex', title } as const] : [],
    ),
  ]
}

/** What to read once more before publishing: it does not refuse. AGR-7. */
export function publicationRemarks({ clauses }: TemplateContent): PublicationRemark[] {
  return clauses
    .filter(({ binds }) => binds.length === 0)
    .flatMap(({ key, text }) => writtenFigures(text).map(({ words }) => ({ clause: key, words })))
}

/** The problems that opening this clause solves. */
export function problemsOfClause(problems: readonly PublicationProblem[], key: string): PublicationProblem[] {
  return problems.filter((problem) => 'clause' in problem && problem.clause === key)
}

function unboundTerms({ terms, clauses }: TemplateContent): PublicationProblem[] {
  const bound = new Set(clauses.flatMap(({ binds }) => binds.map(rootOf)))
  return BINDABLE_TERMS.filter((term) => hasTerm(terms, term) && !bound.has(term)).map((term) => ({
    kind: 'unbound-term',
    term,
  }))
}

/** Both directions: what is bound is written, what is written is bound. */
function wrongBinds(clause: WrittenClause, { terms, clauses }: TemplateContent): PublicationProblem[] {
  const { key, text, binds } = clause
  const marks = marksOf(text)
  const isWritten = (term: BindableTerm, mark: string) =>
    clauses.some((one) => one.binds.map(rootOf).includes(term) && marksOf(one.text).includes(mark))
  return binds
    .map(rootOf)
    .flatMap((path): PublicationProblem[] => {
      if (!isBindable(path)) return [{ kind: 'unknown-term', clause: key, path }]
      const mark = MARK_OF_TERM[path]
      if (mark === undefined || !hasTerm(terms, path) || isWritten(path, mark)) return []
      return [{ kind: 'unwritten-term', clause: key, term: path, mark }]
    })
    .concat(
      marks.flatMap((mark): PublicationProblem[] => {
        const term = termOfMark(mark)
        if (term === null || binds.map(rootOf).includes(term)) return []
        return [{ kind: 'mark-without-term', clause: key, term, mark }]
      }),
    )
}

function wrongText(clause: WrittenClause, { variables }: TemplateContent): PublicationProblem[] {
  const { key, text, textIncomplete, binds } = clause
  if (textIncomplete) return [{ kind: 'incomplete-text', clause: key }]
  if (text.trim() === '') return [{ kind: 'empty-clause', clause: key }]
  const bound = binds.map(rootOf).filter(isBindable)
  return [
    ...unknownMarks(text, variables).map(
      (mark) => ({ kind: 'unknown-variable', clause: key, mark }) as const,
    ),
    ...writtenFigures(text).flatMap((figure): PublicationProblem[] => {
      const term = termOfFigure(figure, bound)
      return term ? [{ kind: 'written-figure', clause: key, term, words: figure.words }] : []
    }),
  ]
}

function doubleNumber(
  { key, number }: WrittenClause,
  before: readonly WrittenClause[],
): PublicationProblem[] {
  if (number === null || before.every((one) => one.number !== number)) return []
  return [{ kind: 'double-number', clause: key, number }]
}

function rootOf(path: string): string {
  return path.split('.')[0] ?? path
}
