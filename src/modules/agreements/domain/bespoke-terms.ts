import type { Refusal } from '../../../kernel/refusal.ts'
import { parseTerms } from './terms.schema.ts'
import type { Terms } from './terms.ts'

/** The terms read in a signed document that follows no template. AGR-11. */
export interface BespokeFields {
  readonly initialYears: number
  readonly renewal: 'tacit' | 'express' | 'none_unless_agreed' | 'unknown'
  readonly renewalYears: number | null
  readonly denunciationMonths: number | null
  readonly requestMonths: number | null
  readonly noticeDays: number | null
  readonly dispute: { readonly days: number | null; readonly court: string } | null
  /** Number of the article by term, where it was read. */
  readonly articles: Readonly<Record<string, string>>
}

/** Terms for the rules that every agreement follows; a clause nobody knows of is a clause that computes nothing. */
export function bespokeTerms(fields: BespokeFields): Terms | Refusal<'invalid_terms'> {
  const { renewal, denunciationMonths, requestMonths, noticeDays, dispute } = fields
  return parseTerms({
    parties: ['chef_de_file', 'cocontractant'],
    entry: 'last_signature',
    initialYears: fields.initialYears,
    renewal: {
      mode: renewal === 'unknown' ? 'none_unless_agreed' : renewal,
      years: renewal === 'tacit' ? fields.renewalYears : null,
      max: null,
    },
    denunciation: denunciationMonths && { months: denunciationMonths },
    amendmentRequest: requestMonths && { months: requestMonths, addressee: 'chef_de_file' },
    amendmentEffect: 'first_day_of_month_after_last_signature',
    formalNotice: noticeDays && { days: noticeDays },
    dispute: dispute && {
      amicableDays: dispute.days,
      ...(dispute.days !== null && { from: 'receipt' }),
      court: dispute.court,
    },
    labelLoss: null,
    placeUpdate: null,
    committee: null,
    articles: fields.articles,
  })
}
