/** Why the law lets us keep something (art. 6 GDPR). */
export type LegalBasis = 'public-task' | 'contract' | 'legal-obligation' | 'consent' | 'legitimate-interest'

/**
 * One entry of the register of processing (art. 30 GDPR), in plain French: it is read on the public page as it is.
 * It stands beside the schema of its module, and names the columns it speaks of: a test holds that none is missing.
 */
export interface Processing {
  /** Anchor of the entry on the page. */
  id: string
  name: string
  /** « … sert à … »: one or two short sentences. */
  purpose: string
  basis: LegalBasis
  /** Whose data. */
  people: string
  data: string
  /** Who sees it. */
  recipients: string
  /** How long, in words. */
  retention: string
  /** The retention rules that do it at night; none when the data live with what they are about. */
  rules: readonly string[]
  /** `schema.table.column`, each marked `personal: …` by a comment of the database. */
  columns: readonly string[]
}

/** `{ 'identity.person': ['email'] }` as `['identity.person.email']`. */
export function columnsOf(tables: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(tables).flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`))
}
