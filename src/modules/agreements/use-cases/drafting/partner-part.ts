import type { Template, Variable } from '../../templates/template.ts'
import { askedVariables } from './agreement-text.ts'

const PARTNERS_OWN: ReadonlySet<string> = new Set(['decision_adhesion', 'ville_signature'])

/** Is it the partner's to fill? What the text says of it, its decision and the town where it signs. */
export function isPartnerVariable({ name }: Pick<Variable, 'name'>): boolean {
  return name.startsWith('partenaire.') || PARTNERS_OWN.has(name)
}

/** The blanks that a partner is asked to fill in a shared draft. */
export function partnerVariables(template: Template): Variable[] {
  return askedVariables(template).filter(isPartnerVariable)
}
