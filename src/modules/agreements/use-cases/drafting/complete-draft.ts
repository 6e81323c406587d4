import { createHash } from 'node:crypto'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { saveDraft } from '../../data/agreements.store.ts'
import { sharedAt } from '../../data/negotiation.store.ts'
import type { Agreement, AgreementId } from '../../domain/agreement.ts'
import type { Target, TargetRefusal } from '../act-on-agreement.ts'
import { type DraftRefusal, withYears } from './draft-agreement.ts'
import { changeDraft } from './draft-lock.ts'

export interface DraftChange {
  variables: Record<string, string>
  representative: { name: string; title: string }
  initialYears: number
  /** `filledDigest` of what the page showed; left out, nobody else is filling the draft. */
  shown?: string
}

export type CompletionRefusal = TargetRefusal | DraftRefusal | 'filled-meanwhile' | 'term-is-negotiated'

/** Fills the texts of a draft. Once somebody has signed, only an amendment changes them. */
export function completeDraft(
  context: Context,
  target: Target,
  { variables, representative, initialYears, shown }: DraftChange,
): Promise<AgreementId | Refusal<CompletionRefusal>> {
  return changeDraft<AgreementId, CompletionRefusal>(context, target, async (tx, agreement) => {
    if (shown !== undefined && shown !== filledDigest(agreement)) return refuse('filled-meanwhile')
    const isNew = initialYears !== agreement.terms.initialYears
    if (isNew && (await sharedAt(tx, agreement.id))) return refuse('term-is-negotiated')
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
  })
}

export interface PartnerPart {
  /** The values of the blanks it is asked for; one left out is emptied. */
  variables: Record<string, string>
  /** The names of these blanks: it changes no other. */
  asked: readonly string[]
  representative: { name: string; title: string }
  shown: string
}

/** The partner fills its own part of a shared draft, and that part only. AGR-18. */
export function completePartnerPart(
  context: Context,
  target: Target,
  { variables, asked, representative, shown }: PartnerPart,
): Promise<AgreementId | Refusal<CompletionRefusal>> {
  return changeDraft<AgreementId, CompletionRefusal>(context, target, async (tx, agreement) => {
    if (shown !== filledDigest(agreement)) return refuse('filled-meanwhile')
    const others = Object.entries(agreement.variables).filter(([name]) => !asked.includes(name))
    const own = Object.entries(variables).filter(([name]) => asked.includes(name))
    await saveDraft(tx, agreement.id, {
      variables: Object.fromEntries([...others, ...own]),
      terms: agreement.terms,
      representativeName: representative.name,
      representativeTitle: representative.title,
    })
    const names = own.map(([name]) => name)
    await writeJournal(tx, context, 'agreement.completed', agreement.id, { variables: names })
    return agreement.id
  })
}

/** Tells two fillings of a draft apart: a page that shows an older one would undo the other party's words. */
export function filledDigest({ variables, representative, terms }: Agreement): string {
  const filled = [Object.entries(variables).sort(), representative.name, representative.title]
  return createHash('sha256')
    .update(JSON.stringify([filled, terms.initialYears]))
    .digest('hex')
}
