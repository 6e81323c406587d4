import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { saveDraft } from '../../data/agreements.store.ts'
import { openSigningOf } from '../../data/signings.store.ts'
import { type AgreementId, isDraft } from '../../domain/agreement.ts'
import { actOnAgreement, type Target, type TargetRefusal } from '../act-on-agreement.ts'
import { type DraftRefusal, withYears } from './draft-agreement.ts'

export interface DraftChange {
  variables: Record<string, string>
  representative: { name: string; title: string }
  initialYears: number
}

/** Fills the texts of a draft. Once somebody has signed, only an amendment changes them. */
export function completeDraft(
  context: Context,
  target: Target,
  { variables, representative, initialYears }: DraftChange,
): Promise<AgreementId | Refusal<TargetRefusal | DraftRefusal>> {
  return actOnAgreement<AgreementId | Refusal<TargetRefusal | DraftRefusal>>(
    context,
    target,
    async (tx, agreement) => {
      if (!isDraft(agreement)) return refuse('already-signed-text')
      if (await openSigningOf(tx, agreement.id)) return refuse('signing-is-open')
      const terms = withYears(agreement.terms, initialYears)
      if (isRefusal(terms)) return refuse('invalid-terms', terms.details)
      await saveDraft(tx, agreement.id, {
        variables,
        terms,
        representativeName: representative.name,
        representativeTitle: representative.title,
      })
      await writeJournal(tx, context, 'agreement.completed', agreement.id, {
        variables: Object.keys(variables),
        initialYears,
      })
      return agreement.id
    },
  )
}
