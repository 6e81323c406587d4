import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Network } from '../../../../platform/session/actor.ts'
import type { Agreement } from '../../domain/agreement.ts'
import type { DraftedAmendment } from '../../domain/amendment-draft.ts'
import { withOverrides } from '../../domain/overrides.ts'
import type { Terms } from '../../domain/terms.ts'
import { type RenderedClause, renderClauses } from '../../templates/render.ts'
import { consolidatedText } from '../amendments/consolidated-text.ts'
import { valuesOf, writtenTemplate } from '../drafting/agreement-text.ts'

/** The articles an amendment writes anew, as they will read with the terms it changes. */
export async function rewrittenClauses(
  db: Database,
  network: Network,
  agreement: Agreement,
  { changes }: DraftedAmendment,
  on: Day,
): Promise<RenderedClause[]> {
  const { terms, places } = await consolidatedText(db, network, agreement, on)
  const template = await writtenTemplate(db, agreement)
  const clauses = template.clauses.flatMap((clause) => {
    const text = changes.clauses[clause.key]
    return text === undefined ? [] : [{ ...clause, text }]
  })
  const values = valuesOf(template, agreement, network, places)
  return renderClauses({ ...template, clauses }, withOverrides(terms, changes.terms) as Terms, values)
}
