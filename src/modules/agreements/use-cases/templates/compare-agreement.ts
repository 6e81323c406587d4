import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Network } from '../../../../platform/session/actor.ts'
import type { Agreement } from '../../domain/agreement.ts'
import {
  absentClauses,
  differingTerms,
  type ExpectedClause,
  type TermDifference,
} from '../../templates/comparison.ts'
import { renderClauses } from '../../templates/render.ts'
import type { Template } from '../../templates/template.ts'
import { type ClauseDifference, clauseDifferences } from '../../templates/text-difference.ts'
import { consolidatedText } from '../amendments/consolidated-text.ts'
import { valuesOf } from '../drafting/agreement-text.ts'

export interface AgreementComparison {
  readonly template: Template
  readonly terms: readonly TermDifference[]
  readonly absent: readonly ExpectedClause[]
  readonly clauses: readonly ClauseDifference[]
}

/** What an agreement says on that day otherwise than `reference`, and what it lacks. It states, it does not score. */
export async function compareAgreement(
  db: Database,
  network: Network,
  agreement: Agreement,
  { reference, on }: { reference: Template; on: Day },
): Promise<AgreementComparison> {
  const text = await consolidatedText(db, network, agreement, on)
  // The same names and places on both sides: only what the reference words otherwise shows.
  const values = valuesOf(reference, agreement, network, text.places)
  const expected = renderClauses(reference, reference.terms, values)
  return {
    template: text.template,
    terms: differingTerms(text.terms, reference.terms),
    absent: absentClauses(text),
    clauses: clauseDifferences(expected, text.clauses),
  }
}
