import type { Context } from '../../../platform/context.ts'
import type { Agreement } from '../domain/agreement.ts'
import type { Party } from '../domain/terms.ts'

/**
 * The parties whoever acts may speak for: the head's people for the lead, which is the first party; a partner's for the
 * others; nobody for both. The program itself, when it sets the stage, for all. AGR-115.
 */
export function actingParties(
  { actor, reach }: Pick<Context, 'actor' | 'reach'>,
  { terms }: Pick<Agreement, 'terms'>,
): readonly Party[] {
  if (reach.kind === 'nobody') return []
  if (actor.kind === 'system') return terms.parties
  return reach.kind === 'all' ? terms.parties.slice(0, 1) : terms.parties.slice(1)
}
