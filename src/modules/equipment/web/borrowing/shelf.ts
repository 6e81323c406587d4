import type { AppContext } from '../../../../platform/http/env.ts'
import { type Inventory, listInventories, publicInventories } from '../../data/inventory.store.ts'
import { borrowingPaths } from './borrowing.paths.ts'

/** The inventories a reader browses, and from where. */
export interface Shelf {
  readonly inventories: readonly Inventory[]
  /** Read without an account: nobody is named, nothing is asked for. */
  readonly isPublic: boolean
  readonly addresses: Pick<typeof borrowingPaths, 'catalogue' | 'model'>
}

/** What is shown to this member. EQP-108. */
export async function ownShelf(c: AppContext): Promise<Shelf> {
  const { db, reach } = c.var.context
  return { inventories: await listInventories(db, reach), isPublic: false, addresses: borrowingPaths }
}

/** What the network shows to everybody. EQP-108. */
export async function publicShelf(c: AppContext): Promise<Shelf> {
  const { db, network } = c.var.context
  const inventories = await publicInventories(db, network.id)
  const { publicCatalogue: catalogue, publicModel: model } = borrowingPaths
  return { inventories, isPublic: true, addresses: { catalogue, model } }
}
