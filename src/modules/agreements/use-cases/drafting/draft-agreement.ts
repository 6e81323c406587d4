import { civil } from '../../../../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import {
  addOrganisation,
  findOrganisation,
  type OrganisationFields,
  offeredTemplateIds,
  organisationWithin,
  type Twin,
  twinsOf,
} from '../../../identity/index.ts'
import { addAgreement } from '../../data/agreements.store.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { parseTerms } from '../../domain/terms.schema.ts'
import type { Terms } from '../../domain/terms.ts'
import { termsWithArticles } from '../../templates/template.ts'
import { isOffered, publishedTemplate } from '../templates/catalogue.ts'

export interface Draft {
  templateId: string
  partner: OrganisationFields
  /** The partner, when it was chosen among those that are known. */
  partnerId?: OrganisationId | null
  representative: { name: string; title: string }
  /** The length of the first period, in years; null or missing: the template's. */
  initialYears?: number | null
}

export type DraftRefusal =
  | 'unknown-template'
  | 'no-such-partner'
  | 'invalid-terms'
  | 'already-signed-text'
  | 'signing-is-open'

/** Opens a draft from the current version of a template, pinned for the life of the agreement. AGR-6, AGR-18. */
export async function draftAgreement(
  context: Context,
  draft: Draft,
): Promise<AgreementId | Refusal<DraftRefusal>> {
  try {
    return await draftOnce(context, draft)
  } catch (error) {
    // Somebody was adding the same partner at that instant: it is there now.
    if (refusedBy(error) !== 'one_organisation_per_siret') throw error
    return draftOnce(context, draft)
  }
}

function draftOnce(context: Context, draft: Draft): Promise<AgreementId | Refusal<DraftRefusal>> {
  return inTransaction<AgreementId | Refusal<DraftRefusal>>(context.db, async (tx) => {
    const template = await publishedTemplate(tx, context.network.id, draft.templateId)
    const chosen = await offeredTemplateIds(tx, context.network.id)
    if (!template || !isOffered(template, chosen)) return refuse('unknown-template')
    const terms = withYears(termsWithArticles(template), draft.initialYears ?? template.terms.initialYears)
    if (isRefusal(terms)) return refuse('invalid-terms', terms.details)
    const { network, now, today, actor } = context
    const partnerId = await partnerOf(tx, context, draft)
    if (!partnerId) return refuse('no-such-partner')
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

/** The one that was chosen, or the one of that SIRET or very name, or a new one. Null: chosen out of this network. */
async function partnerOf(
  tx: Database,
  { network, now }: Context,
  { partner, partnerId }: Draft,
): Promise<OrganisationId | null> {
  if (!partnerId) {
    const known = await findOrganisation(tx, network.id, partner)
    return known ?? addOrganisation(tx, network.id, partner, now)
  }
  const chosen = await organisationWithin(tx, { kind: 'all', network: network.id }, partnerId)
  return chosen && (chosen.mergedInto ?? chosen.id)
}

/** Terms as the parties want them, checked again: what the template allows is what `parseTerms` accepts. */
export function withYears(terms: Terms, initialYears: number): Terms | Refusal<'invalid_terms'> {
  return parseTerms({ ...terms, initialYears })
}

/** Organisations that may be this partner, when none has its SIRET or its very name: to be asked about first. */
export async function lookalikes({ db, network }: Context, partner: OrganisationFields): Promise<Twin[]> {
  if (await findOrganisation(db, network.id, partner)) return []
  return twinsOf(db, network.id, { ...partner, rna: partner.rna ?? null, ridet: partner.ridet ?? null })
}
