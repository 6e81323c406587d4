import type { Profile } from '../domain/profile.ts'
import type { Terms } from '../domain/terms.ts'
import type { Annex, CorrectedReading, Variable } from './template.ts'
import type { TemplateContent, WrittenClause } from './template-content.schema.ts'

// The changes of a draft, one piece at a time: each gives the whole content anew.

export interface TemplateHeading {
  readonly title: string
  /** How the text names the parties, in their order. */
  readonly names: readonly string[]
  /** Roles of those that sign only once an authority is attached. AGR-16. */
  readonly authorities: readonly string[]
}

export function withHeading(
  content: TemplateContent,
  { title, names, authorities }: TemplateHeading,
): TemplateContent {
  const parties = content.parties.map(({ role, name, lead }, index) => ({
    role,
    lead,
    name: names[index] ?? name,
    ...(authorities.includes(role) && { authorityRequired: true as const }),
  }))
  return { ...content, title, parties }
}

/** The clause of that key, rewritten. */
export function withClause(content: TemplateContent, clause: WrittenClause): TemplateContent {
  return { ...content, clauses: content.clauses.map((one) => (one.key === clause.key ? clause : one)) }
}

/** A new clause after `after`, or first. Its key is never that of another. */
export function withNewClause(
  content: TemplateContent,
  { title, after }: { title: string; after: string | null },
): { content: TemplateContent; key: string } {
  const key = freeKey(content, title)
  const clause: WrittenClause = { key, number: null, title, text: '', binds: [] }
  const index = content.clauses.findIndex((one) => one.key === after) + 1
  return { content: { ...content, clauses: content.clauses.toSpliced(index, 0, clause) }, key }
}

export function withoutClause(content: TemplateContent, key: string): TemplateContent {
  return {
    ...content,
    clauses: content.clauses.filter((one) => one.key !== key),
    correctedReadings: content.correctedReadings.filter(({ clause }) => clause !== key),
  }
}

/** One place up or down; where it cannot go further, nothing moves. Its number stays its own. AGR-8. */
export function withMovedClause(content: TemplateContent, key: string, by: -1 | 1): TemplateContent {
  const from = content.clauses.findIndex((one) => one.key === key)
  const clause = content.clauses[from]
  const to = from + by
  if (!clause || to < 0 || to >= content.clauses.length) return content
  return { ...content, clauses: content.clauses.toSpliced(from, 1).toSpliced(to, 0, clause) }
}

export function withTerms(content: TemplateContent, terms: Terms): TemplateContent {
  return { ...content, terms }
}

export function withReadings(
  content: TemplateContent,
  { profile, correctedReadings }: { profile: Profile; correctedReadings: readonly CorrectedReading[] },
): TemplateContent {
  return { ...content, profile, correctedReadings }
}

/** An annex keeps its key as long as it keeps its title. */
export function withAnnexes(
  content: TemplateContent,
  annexes: readonly { title: string; isMissing: boolean }[],
): TemplateContent {
  const written = annexes.map(({ title, isMissing }, index): Annex => {
    const known = content.annexes.find((one) => one.title === title)
    return { key: known?.key ?? `annexe-${index + 1}`, title, ...(isMissing && { textIncomplete: true }) }
  })
  return { ...content, annexes: written }
}

export function withVariable(content: TemplateContent, variable: Variable): TemplateContent {
  return {
    ...content,
    variables: [...content.variables.filter(({ name }) => name !== variable.name), variable],
  }
}

function freeKey({ clauses }: TemplateContent, title: string): string {
  const base = slugOf(title) || 'article'
  const taken = new Set(clauses.map(({ key }) => key))
  let key = base
  for (let next = 2; taken.has(key); next += 1) key = `${base}-${next}`
  return key
}

function slugOf(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
}
