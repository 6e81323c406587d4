import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db/database.ts'
import { personOf } from '../../../platform/session/actor.ts'
import { type FrozenInitiative, freeze } from '../data/frozen.store.ts'
import { listInitiatives } from '../data/initiatives.queries.ts'
import type { InitiativeId } from '../domain/initiative.ts'

/**
 * Immutable copies of the last revision of these initiatives, in the caller's transaction and in the order asked. One that
 * lies out of the context's reach is left out: the caller compares the counts. `purpose` says for what, as
 * `labels.application:<id>`: the same revision is frozen once for it. PPL-73, LAB-23.
 */
export async function freezeInitiatives(
  tx: Database,
  context: Pick<Context, 'reach' | 'actor' | 'now'>,
  ids: readonly InitiativeId[],
  purpose: string,
): Promise<FrozenInitiative[]> {
  const reached = await listInitiatives(tx, context.reach)
  const byId = new Map(reached.map((one) => [one.id, one]))
  const chosen = [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
  return freeze(tx, chosen, purpose, { at: context.now, by: personOf(context.actor)?.personId ?? null })
}
