import type { Template } from './template.ts'

/** The template as one draft writes it: a clause the parties wrote anew reads from their text, by its key. AGR-18. */
export function withDraftClauses(template: Template, written: ReadonlyMap<string, string>): Template {
  if (written.size === 0) return template
  return {
    ...template,
    clauses: template.clauses.map((clause) => ({ ...clause, text: written.get(clause.key) ?? clause.text })),
  }
}
