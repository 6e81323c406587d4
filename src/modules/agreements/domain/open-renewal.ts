import type { Day } from '../../../kernel/day.ts'
import type { RenewalAct } from './acts.ts'
import type { Agreement } from './agreement.ts'
import { standingActs } from './corrections.ts'
import { stateOn } from './state.ts'
import type { Party } from './terms.ts'

/** A renewal act that some parties have signed, and not yet all. */
export interface OpenRenewal {
  readonly name: string
  readonly years: number
  readonly signatures: readonly RenewalAct[]
  readonly missing: readonly Party[]
}

/** The one that waits for signatures as known on `on`; null when the next signature opens another. AGR-37. */
export function openRenewal(agreement: Agreement, on: Day): OpenRenewal | null {
  const { terms } = agreement
  const last = [...signaturesByRenewal(agreement, on)].at(-1)
  if (!last) return null
  const [name, signatures] = last
  const missing = terms.parties.filter((party) => !signatures.some((act) => act.party === party))
  return missing.length === 0 ? null : { name, years: signatures[0]?.years ?? 0, signatures, missing }
}

/** The name of the renewal that the next signature belongs to. */
export function nextRenewalName(agreement: Agreement, on: Day): string {
  const names = new Set(renewalsOf(agreement).map(({ renewal }) => renewal))
  return openRenewal(agreement, on)?.name ?? `reconduction-${names.size + 1}`
}

/** Those that count: an incomplete renewal is listed as rejected once the agreement is over, and still waits. */
function signaturesByRenewal(agreement: Agreement, on: Day): Map<string, RenewalAct[]> {
  const { rejectedActs } = stateOn(agreement.terms, agreement.acts, on)
  const without = new Set(
    rejectedActs.flatMap(({ seq, reason }) => (reason === 'renewal_incomplete' ? [] : [seq])),
  )
  const counted = renewalsOf(agreement).filter(({ seq }) => !without.has(seq))
  return Map.groupBy(counted, ({ renewal }) => renewal)
}

function renewalsOf({ acts }: Agreement) {
  return standingActs(acts).filter((act) => act.type === 'renewal_signed')
}
