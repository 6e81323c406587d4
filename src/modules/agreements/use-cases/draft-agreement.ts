import { civil } from '../../../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import { addOrganisation, findOrganisation, type OrganisationFields } from '../../identity/index.ts'
import { addAgreement } from '../data/agreements.store.ts'
import type { AgreementId } from '../domain/agreement.ts'
import { parseTerms } from '../domain/terms.schema.ts'
import type { Terms } from '../domain/terms.ts'
import { findTemplate } from '../templates/catalogue.ts'
import { termsWithArticles } from '../templates/template.ts'

export interface Draft {
  templateId: string
  partner: OrganisationFields
  representative: { name: string; title: string }
  /** The length of the first period, in years: the template's unless the parties agree on another. */
  initialYears: number
}

export type DraftRefusal = 'unknown-template' | 'invalid-terms' | 'already-signed-text'

/** Opens a draft from the current version of a template, pinned for the life of the agreement. AGR-6, AGR-18. */
export function draftAgreement(context: Context, draft: Draft): Promise<AgreementId | Refusal<DraftRefusal>> {
  return inTransaction<AgreementId | Refusal<DraftRefusal>>(context.db, async (tx) => {
    const template = findTemplate(draft.templateId)
    if (!template) return refuse('unknown-template')
    const terms = withYears(termsWithArticles(template), draft.initialYears)
    if (isRefusal(terms)) return refuse('invalid-terms', terms.details)
    const { network, now, today, actor } = context
    const partnerId =
      (await findOrganisation(tx, network.id, draft.partner)) ??
      (await addOrganisation(tx, network.id, draft.partner, now))
    const id = await addAgreement(
      tx,
      network.id,
      {
        templateId: template.id,
        templateVersion: template.version,
        terms,
        variables: {},
        partnerId,
        representativeName: draft.representative.name,
        representativeTitle: draft.representative.title,
      },
      { at: now, by: actor.kind === 'member' ? actor.personId : null, year: String(civil(today).year) },
    )
    await writeJournal(tx, context, 'agreement.drafted', id, { template: template.id, partner: partnerId })
    return id
  })
}

/** Terms as the parties want them, checked again: what the template allows is what `parseTerms` accepts. */
export function withYears(terms: Terms, initialYears: number): Terms | Refusal<'invalid_terms'> {
  return parseTerms({ ...terms, initialYears })
}
