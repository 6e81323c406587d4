import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { personOf } from '../../../../platform/session/actor.ts'
import {
  addPlacement,
  answerPlacement,
  moveNetwork,
  networkBySlug,
  type PlacementId,
  relativesOf,
} from '../../data/networks/network-tree.store.ts'

export type AskRefusal = 'no-such-network' | 'placed-under-itself' | 'already-placed' | 'already-asked'
export type AnswerRefusal = 'no-such-request' | 'circle'

/** Asks to be placed under the network of that slug: its officers answer. Rights do not come with the place. */
export async function askPlacement(
  context: Context,
  slug: string,
): Promise<PlacementId | Refusal<AskRefusal>> {
  const { db, network, now } = context
  try {
    return await inTransaction<PlacementId | Refusal<AskRefusal>>(db, async (tx) => {
      const parent = await networkBySlug(tx, slug)
      if (!parent) return refuse('no-such-network')
      if (parent.id === network.id) return refuse('placed-under-itself')
      const { parent: present } = await relativesOf(tx, network.id)
      if (present) return refuse('already-placed', { name: present.name })
      const id = await addPlacement(tx, {
        network: network.id,
        parent: parent.id,
        by: byOf(context),
        at: now,
      })
      await writeJournal(tx, context, 'network-placement.asked', id, { parent: parent.id })
      return id
    })
  } catch (error) {
    if (refusedBy(error) === 'one_open_placement') return refuse('already-asked')
    throw error
  }
}

/** The network above answers. Accepted, the other is placed under it at once; a circle is refused by the database. */
export async function answerPlacementRequest(
  context: Context,
  id: PlacementId,
  answer: 'accepted' | 'refused',
): Promise<true | Refusal<AnswerRefusal>> {
  const { db, network, now } = context
  try {
    return await inTransaction<true | Refusal<AnswerRefusal>>(db, async (tx) => {
      const given = { answer, by: byOf(context), at: now }
      const placement = await answerPlacement(tx, { id, parent: network.id }, given)
      if (!placement) return refuse('no-such-request')
      if (answer === 'accepted') await moveNetwork(tx, placement.networkId, network.id)
      await writeJournal(tx, context, 'network-placement.answered', id, {
        answer,
        network: placement.networkId,
      })
      return true
    })
  } catch (error) {
    if (refusedBy(error) === 'networks_make_a_tree') return refuse('circle')
    throw error
  }
}

/** Takes back a request that was not answered yet. */
export function withdrawPlacement(context: Context): Promise<true | Refusal<'no-such-request'>> {
  const { db, network, now } = context
  return inTransaction<true | Refusal<'no-such-request'>>(db, async (tx) => {
    const given = { answer: 'withdrawn' as const, by: byOf(context), at: now }
    const placement = await answerPlacement(tx, { child: network.id }, given)
    if (!placement) return refuse('no-such-request')
    await writeJournal(tx, context, 'network-placement.withdrawn', placement.id)
    return true
  })
}

/** Leaves the network it is under: its own officers decide, at once. */
export function detachNetwork(context: Context): Promise<true | Refusal<'not-placed'>> {
  const { db, network } = context
  return inTransaction<true | Refusal<'not-placed'>>(db, async (tx) => {
    const { parent } = await relativesOf(tx, network.id)
    if (!parent) return refuse('not-placed')
    await moveNetwork(tx, network.id, null)
    await writeJournal(tx, context, 'network.detached', network.id, { from: parent.id })
    return true
  })
}

function byOf({ actor }: Context) {
  return personOf(actor)?.personId ?? null
}
