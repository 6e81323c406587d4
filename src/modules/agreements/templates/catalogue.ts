import { REFERENCE_TEMPLATES } from './reference-templates.ts'
import type { Template } from './template.ts'

/** The templates an officer may draft from. */
export function publishedTemplates(): readonly Template[] {
  return REFERENCE_TEMPLATES.filter((template) => template.status === 'published')
}

/** The current version of each, drafted from or not: what officers consult. */
export function allTemplates(): readonly Template[] {
  const latest = new Map(REFERENCE_TEMPLATES.map((template) => [template.id, template]))
  return [...latest.values()]
}

/** Is it among those a network chose to offer? None chosen means all. */
export function isOffered({ id }: Template, chosen: readonly string[]): boolean {
  return chosen.length === 0 || chosen.includes(id)
}

/** The current published version. */
export function findTemplate(id: string): Template | null {
  return publishedTemplates().findLast((template) => template.id === id) ?? null
}

/** The version an agreement was drawn from, whatever was published since. */
export function pinnedTemplate(id: string, version: number): Template {
  const found = REFERENCE_TEMPLATES.find((template) => template.id === id && template.version === version)
  if (!found)
    throw new Error(`template ${id} version ${version} is missing: published versions are kept for ever`)
  return found
}
