import type { Database } from '../../../../platform/db/database.ts'
import { draftClausesOf } from '../../data/negotiation.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import type { Clause } from '../../templates/template.ts'
import { writtenTemplate } from './agreement-text.ts'

/** A clause of one draft, as it is written today, with its marks. */
export interface DraftedClause {
  clause: Clause
  /** How many times the parties wrote it anew; 0 is the template's own text. */
  version: number
}

export async function draftedClauses(db: Database, agreement: Agreement): Promise<DraftedClause[]> {
  const written = await draftClausesOf(db, agreement.id)
  const { clauses } = await writtenTemplate(db, agreement)
  return clauses.map((clause) => ({ clause, version: written.get(clause.key)?.version ?? 0 }))
}

export async function draftedClause(
  db: Database,
  agreement: Agreement,
  key: string,
): Promise<DraftedClause | null> {
  return (await draftedClauses(db, agreement)).find(({ clause }) => clause.key === key) ?? null
}
