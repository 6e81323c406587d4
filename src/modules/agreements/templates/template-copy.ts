import { type Template, variablesOf } from './template.ts'
import type { TemplateContent } from './template-content.schema.ts'
import { REFERENCE_VARIABLES } from './variables.ts'

/** A template as a network may write it anew: all its words, its terms, and every blank that is known. */
export function contentOf({ id, version, language, status, clauses, ...rest }: Template): TemplateContent {
  const known = new Map(variablesOf({ ...rest, id, version, language, status, clauses }).map(named))
  for (const variable of REFERENCE_VARIABLES)
    if (!known.has(variable.name)) known.set(variable.name, variable)
  return {
    ...rest,
    variables: [...known.values()],
    clauses: clauses.map(({ variables: _, ...clause }) => ({ ...clause, text: clause.text.trim() })),
  }
}

function named<T extends { name: string }>(one: T): [string, T] {
  return [one.name, one]
}
