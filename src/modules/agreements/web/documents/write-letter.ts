import { isRefusal, type Refusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { letterDocument } from '../../documents/letters/letter-document.ts'
import type { Agreement } from '../../domain/agreement.ts'
import type { AskedLetter } from '../../domain/prepared-letter.ts'
import { stateOn } from '../../domain/state.ts'
import type { WrittenDocument } from '../../domain/written-document.ts'
import { consolidatedText } from '../../use-cases/amendments/consolidated-text.ts'
import { everyListedPlace } from '../../use-cases/drafting/agreement-text.ts'
import { type PlannedRefusal, plannedConsequence } from '../../use-cases/letters/planned-letter.ts'

/** The letter as it will be kept, or why it would be of no use. Nothing is recorded. */
export async function writeLetter(
  { db, network, today }: Context,
  agreement: Agreement,
  asked: AskedLetter,
): Promise<WrittenDocument | Refusal<PlannedRefusal>> {
  const outcome = plannedConsequence(agreement, asked, today)
  if (isRefusal(outcome)) return outcome
  const { clauses } = await consolidatedText(db, network, agreement, asked.plannedOn)
  const places = await everyListedPlace(db, agreement)
  const names = new Map<string, string>(places.map(({ id, name }) => [id, name]))
  return letterDocument({
    network,
    agreement,
    asked,
    state: outcome.planned?.after ?? stateOn(agreement.terms, agreement.acts, asked.plannedOn),
    consequence: outcome.planned,
    clauses,
    placeName: (id) => names.get(id) ?? 'un lieu retiré',
  })
}
