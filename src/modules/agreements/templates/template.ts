import type { Profile } from '../domain/profile.ts'
import type { Articles, Party, Terms } from '../domain/terms.ts'

/**
 * A template of agreement: data, never code. A published version does not change any more; an agreement keeps the
 * version it was drawn from for life. AGR-6.
 */
export interface Template {
  readonly id: string
  readonly version: number
  readonly language: 'fr'
  readonly title: string
  readonly status: 'draft' | 'published' | 'retired'
  readonly parties: readonly TemplateParty[]
  readonly clauses: readonly Clause[]
  readonly terms: Terms
  readonly annexes: readonly Annex[]
  /** Words of the original that are read otherwise than they are written, each told to the parties. */
  readonly correctedReadings: readonly CorrectedReading[]
  /** The readings that differ by template. */
  readonly profile: Profile
}

export interface TemplateParty {
  readonly role: Party
  /** As the text names it: « la Région ». */
  readonly name: string
  readonly lead: boolean
  /** Signs in the application only once a deliberation, decision or delegation is attached. AGR-16. */
  readonly authorityRequired?: true
}

/**
 * A clause, with the number it has in the original: gaps are kept, nothing is renumbered (AGR-8). The text is plain
 * paragraphs separated by an empty line, and lists of lines that start with `- `. `{{partenaire.nom}}` stands for a
 * variable, `{{termes.duree}}` for the words of a term.
 */
export interface Clause {
  readonly key: string
  readonly number: string | null
  readonly title: string
  readonly text: string
  /** The copy of the original is cut here. */
  readonly textIncomplete?: true
  /** Paths of the terms this clause writes. */
  readonly binds: readonly string[]
  readonly variables: readonly Variable[]
}

export interface Variable {
  readonly name: string
  readonly label: string
  readonly type: 'text' | 'long_text' | 'day' | 'place_list'
  /** The agreement can be signed without it. */
  readonly optional?: true
}

export interface Annex {
  readonly key: string
  readonly title: string
  readonly textIncomplete?: true
}

export interface CorrectedReading {
  readonly clause: string
  readonly written: string
  readonly read: string
}

/** The terms of a template, how they are read, and for each the article that writes it: what `stateOn` cites. */
export function termsWithArticles({ terms, profile, clauses }: Template): Terms {
  const readings = Object.keys(profile).length > 0 && { profile }
  return { ...terms, ...readings, articles: articlesOf(clauses) }
}

/** Each variable of the template once, in the order of the text. */
export function variablesOf(template: Template): Variable[] {
  const all = template.clauses.flatMap(({ variables }) => variables)
  return [...new Map(all.map((variable) => [variable.name, variable])).values()]
}

function articlesOf(clauses: readonly Clause[]): Articles {
  const bound = clauses.flatMap(({ number, binds }) =>
    number === null ? [] : binds.map((path) => [path, number] as const),
  )
  return Object.fromEntries(bound)
}
