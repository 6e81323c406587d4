import type { Day } from '../../../../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { PlaceRow, RowPatch } from '../../data/life/place.store.ts'
import { findPlaces } from '../../data/places.queries.ts'
import type { PlaceId, PlaceStatus } from '../../domain/place.ts'
import { type HoldRefusal, holdKeptPlace } from './hold-kept-place.ts'
import { type Written, writeChange } from './write-change.ts'

export type StatusRefusal =
  | HoldRefusal
  | 'not-from-here'
  | 'closes-later'
  | 'no-such-successor'
  | 'nowhere-to-be-found'

interface StatusAct {
  readonly from: readonly PlaceStatus[]
  readonly act: string
  readonly action: `${string}.${string}`
  readonly details?: Record<string, unknown>
  /** What it refuses, once the place is held. */
  readonly check?: (tx: Database, held: PlaceRow) => Promise<Refusal<StatusRefusal> | null>
}

const shownAgain: RowPatch = {
  status: 'published',
  hidden_because: null,
  closed_on: null,
  successor_id: null,
}

/** A draft that says enough to be found. */
export function publishPlace(context: Context, id: PlaceId) {
  return changeStatus(context, id, shownAgain, {
    from: ['draft'],
    act: 'published',
    action: 'place.published',
    check: async (_tx, held) => (held.commune === '' ? refuse('nowhere-to-be-found') : null),
  })
}

/** By the head of the network alone, which says why to those who keep the place. DIR-7. */
export function hidePlace(context: Context, id: PlaceId, reason: string) {
  const patch: RowPatch = { status: 'hidden', hidden_because: reason }
  return changeStatus(context, id, patch, { from: ['published'], act: 'hidden', action: 'place.hidden' })
}

export function showPlaceAgain(context: Context, id: PlaceId) {
  return changeStatus(context, id, shownAgain, { from: ['hidden'], act: 'shown', action: 'place.shown' })
}

/** On a day that has come: a closing to come is announced in the hours. Its page stays, and says where to go. DIR-7. */
export function closePlace(
  context: Context,
  id: PlaceId,
  { on, successor }: { on: Day; successor: PlaceId | null },
) {
  const patch: RowPatch = { status: 'closed', hidden_because: null, closed_on: on, successor_id: successor }
  return changeStatus(context, id, patch, {
    from: ['published', 'hidden', 'draft'],
    act: 'closed',
    action: 'place.closed',
    details: { on, successor },
    async check(tx) {
      if (on > context.today) return refuse('closes-later')
      if (!successor) return null
      const [found] = await findPlaces(tx, context.network.id, [successor])
      return found && found.id !== id ? null : refuse('no-such-successor')
    },
  })
}

export function reopenPlace(context: Context, id: PlaceId) {
  return changeStatus(context, id, shownAgain, {
    from: ['closed'],
    act: 'reopened',
    action: 'place.reopened',
  })
}

async function changeStatus(
  context: Context,
  id: PlaceId,
  patch: RowPatch,
  { from, act, action, details = {}, check }: StatusAct,
): Promise<Written | Refusal<StatusRefusal>> {
  return inTransaction<Written | Refusal<StatusRefusal>>(context.db, async (tx) => {
    const held = await holdKeptPlace(tx, context, id)
    if (isRefusal(held)) return held
    if (!from.includes(held.status as PlaceStatus)) return refuse('not-from-here')
    const wrong = await check?.(tx, held)
    if (wrong) return wrong
    const written = await writeChange(tx, context, held, patch, act)
    await writeJournal(tx, context, action, id, { ...details, awaited: written.awaited.length > 0 })
    return written
  })
}
