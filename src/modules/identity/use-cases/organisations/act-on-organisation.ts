import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { type OrganisationId, type PersonId, personOf } from '../../../../platform/session/actor.ts'
import { lockOrganisations, sameAs } from '../../data/organisations/organisations.store.ts'
import type { Organisation } from '../../domain/organisations/organisation.ts'

export type HeldRefusal = 'no-such-organisation' | 'joined-meanwhile'

/** What an act on an organisation is given: the one of today, and every id whose rows are its own. */
export interface Held {
  organisation: Organisation
  same: readonly OrganisationId[]
}

/** One act, one transaction: the organisation found within the actor's reach and held, then `work`. */
export function actOnOrganisation<T>(
  context: Context,
  id: OrganisationId,
  work: (tx: Database, held: Held) => Promise<T>,
): Promise<T | Refusal<HeldRefusal>> {
  return inTransaction<T | Refusal<HeldRefusal>>(context.db, async (tx) => {
    const [organisation] = await lockOrganisations(tx, context.reach, [id])
    if (!organisation) return refuse('no-such-organisation')
    if (organisation.mergedInto) return refuse('joined-meanwhile')
    return work(tx, { organisation, same: await sameAs(tx, id) })
  })
}

/** When and by whom something is recorded. */
export function recordedBy({ now, actor }: Context): { at: Context['now']; by: PersonId | null } {
  return { at: now, by: personOf(actor)?.personId ?? null }
}
