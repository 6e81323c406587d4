import { addMonths, type Day } from '../../../../kernel/day.ts'
import type { Validity } from '../schemes/scheme.ts'

/**
 * The first day without the label, by its own rules: so many months; null when its agreement or the next campaign ends it.
 * LAB-31.
 */
export function validUntilOf(validity: Validity, effectFrom: Day): Day | null {
  return validity.kind === 'months' ? addMonths(effectFrom, validity.months) : null
}

/** From when it may be asked for anew; null: it follows its agreement or the campaigns, and nobody renews it. LAB-31. */
export function renewalOpensOn(validity: Validity, validUntil: Day | null): Day | null {
  return validity.kind === 'months' && validUntil ? addMonths(validUntil, -validity.renewalMonths) : null
}
