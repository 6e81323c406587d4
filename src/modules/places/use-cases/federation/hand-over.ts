import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { declareLabels } from '../../data/federation/copies.store.ts'
import { changePlace, findRow, lockPlace } from '../../data/life/place.store.ts'
import type { PlaceId } from '../../domain/place.ts'

/** Published, and ours alone to give: not what was joined to another, nor what another network keeps. */
export async function mayLeave(db: Database, { network }: Pick<Context, 'network'>, id: PlaceId) {
  const held = await findRow(db, network.id, id)
  return held?.status === 'published' && held.origin_uri === null
}

/** Another network took our place over: its page and its id lead there for ever. False: it is not ours to give. DIR-89. */
export async function handOver(tx: Database, context: Context, id: PlaceId, uri: string): Promise<boolean> {
  const held = await lockPlace(tx, context.network.id, id)
  if (!held || held.merged_into || held.origin_uri) return false
  await changePlace(
    tx,
    held,
    { status: 'closed', hidden_because: null, closed_on: context.today, moved_to_uri: uri },
    { saidBy: 'staff', by: null, at: context.now, act: 'handed_over' },
  )
  return true
}

/** A place of another network is ours from now on, as it is: the labels that its former home declared stay there. DIR-89. */
export async function takeOver(tx: Database, context: Context, id: PlaceId): Promise<void> {
  const held = await lockPlace(tx, context.network.id, id)
  if (!held) return
  await declareLabels(tx, [{ place: id, labels: [] }])
  await changePlace(
    tx,
    held,
    { origin_uri: null },
    { saidBy: 'staff', by: null, at: context.now, act: 'taken_over' },
  )
}
