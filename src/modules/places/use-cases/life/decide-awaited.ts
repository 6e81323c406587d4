import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import {
  type AwaitedChange,
  type AwaitedId,
  decideAwaited,
  findAwaited,
} from '../../data/life/awaited-changes.store.ts'
import { lockPlace, type PlaceRow, type RowPatch } from '../../data/life/place.store.ts'
import { changeDecided } from '../../jobs/life/life-queues.ts'
import { applyPatch, type Written } from './write-change.ts'

export type AwaitedRefusal = 'no-such-change' | 'already-decided' | 'merged'

/** What became of the point, and whether it is to be looked at. */
export type Decided = Pick<Written, 'point' | 'far'>

/** The change is made, said by whoever proposed it: their word, not the head's. DIR-73. */
export async function acceptAwaited(
  context: Context,
  id: AwaitedId,
): Promise<Decided | Refusal<AwaitedRefusal>> {
  return decided(context, id, { outcome: 'accepted', reason: null }, 'place.change-accepted')
}

/** The place stays as it is, and those who keep it read why. */
export async function refuseAwaited(
  context: Context,
  id: AwaitedId,
  reason: string,
): Promise<Decided | Refusal<AwaitedRefusal>> {
  return decided(context, id, { outcome: 'refused', reason }, 'place.change-refused')
}

async function decided(
  context: Context,
  id: AwaitedId,
  { outcome, reason }: { outcome: 'accepted' | 'refused'; reason: string | null },
  action: 'place.change-accepted' | 'place.change-refused',
): Promise<Decided | Refusal<AwaitedRefusal>> {
  const { network, now, actor } = context
  return inTransaction<Decided | Refusal<AwaitedRefusal>>(context.db, async (tx) => {
    const found = await findAwaited(tx, network.id, id)
    // The place first, as whoever writes one does.
    const held = found && (await lockPlace(tx, network.id, found.placeId))
    if (!found || !held) return refuse('no-such-change')
    if (held.merged_into) return refuse('merged', { into: held.merged_into })
    const by = personOf(actor)?.personId ?? null
    if (!(await decideAwaited(tx, id, { outcome, at: now, by, reason }))) return refuse('already-decided')
    const made = outcome === 'accepted' ? await makeChange(tx, context, held, found) : AS_IT_WAS
    await writeJournal(tx, context, action, found.placeId, { columns: Object.keys(found.changes) })
    if (found.proposedBy) await enqueue(tx, changeDecided, { change: id, network: network.id })
    return made
  })
}

const AS_IT_WAS: Decided = { point: null, far: null }

function makeChange(
  tx: Database,
  context: Context,
  held: PlaceRow,
  { changes, proposedBy }: AwaitedChange,
): Promise<Decided> {
  const patch = Object.fromEntries(Object.entries(changes).map(([column, { to }]) => [column, to]))
  const told = { saidBy: 'owner' as const, by: proposedBy, at: context.now, act: 'accepted' }
  return applyPatch(tx, context, held, patch as RowPatch, told)
}
