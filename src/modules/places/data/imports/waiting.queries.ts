import type { Database } from '../../../../platform/db/database.ts'
import type { Reach } from '../../../../platform/session/actor.ts'
import { heldRowsToDecide } from './held-rows.store.ts'
import { missingPlaces } from './import.missing.ts'
import { proposalsToDecide } from './proposals.store.ts'

/** How much the imports left for somebody to decide. */
export interface Waiting {
  readonly held: number
  readonly proposals: number
  readonly missing: number
}

const ONLY_COUNTED = { source: null, limit: 1, offset: 0 }

export async function countWaiting(db: Database, reach: Reach): Promise<Waiting> {
  const [held, proposals, missing] = await Promise.all([
    heldRowsToDecide(db, reach, ONLY_COUNTED),
    proposalsToDecide(db, reach, ONLY_COUNTED),
    missingPlaces(db, reach, ONLY_COUNTED),
  ])
  return { held: held.total, proposals: proposals.total, missing: missing.total }
}
