import type { View } from '../../../platform/http/page.tsx'
import type { Agreement } from '../domain/agreement.ts'
import type { Party } from '../domain/terms.ts'
import { actingParties } from '../use-cases/acting-parties.ts'
import { policy } from './policy.ts'

/** The parties whoever reads the page may act for on this agreement; none for those who only read. AGR-115. */
export function ownParties(
  { actor, network }: Pick<View, 'actor' | 'network'>,
  agreement: Agreement,
): readonly Party[] {
  return actingParties({ actor, reach: policy.act.reach(actor, network.id) }, agreement)
}
