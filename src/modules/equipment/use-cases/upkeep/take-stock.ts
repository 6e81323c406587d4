import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { codedUnits } from '../../data/desk/codes.queries.ts'
import {
  addStockTaking,
  endStockTaking,
  forgetReadings,
  lockInventory,
  lockOpenSession,
  noteUnits,
  noteUnknown,
  type StockTaking,
  type StockTakingId,
  stockTakingsOf,
} from '../../data/upkeep/stock-taking.store.ts'
import type { DeskId } from '../../domain/equipment.ts'
import { findingOf } from '../../domain/upkeep/stock-taking.ts'
import { recordedBy } from '../act-on-line.ts'
import { readCodes } from '../desk/read-codes.ts'
import type { ActPlace } from '../workplace.ts'

export type StockRefusal = 'already_open' | 'session_over' | 'no_code' | 'nothing_read' | 'changed_meanwhile'

/** What is counted, and where. */
export type OpenSession = Pick<StockTaking, 'id' | 'inventoryId' | 'deskId'>

/** A session at one desk, or of the whole inventory, which is all its desks: one at a time at each. EQP-1306. */
export async function beginStockTaking(
  { context, inventory }: ActPlace,
  deskId: DeskId | null,
): Promise<StockTakingId | Refusal<StockRefusal>> {
  try {
    return await inTransaction<StockTakingId | Refusal<StockRefusal>>(context.db, async (tx) => {
      await lockInventory(tx, inventory.id)
      const open = (await stockTakingsOf(tx, inventory.id)).filter(({ endedAt }) => endedAt === null)
      if (open.some((one) => deskId === null || one.deskId === null || one.deskId === deskId))
        return refuse('already_open')
      const id = await addStockTaking(tx, { inventoryId: inventory.id, deskId }, recordedBy(context))
      await writeJournal(tx, context, 'stock-taking.begun', inventory.id, { session: id })
      return id
    })
  } catch (error) {
    if (refusedBy(error) === 'one_open_stock_taking') return refuse('already_open')
    throw error
  }
}

/** What was read just now. */
export interface Noted {
  readonly seen: number
  readonly misplaced: number
  readonly unknown: readonly string[]
}

/** Numbers or labels, one a line: each is seen, not where it should be, or unknown. Read twice, it counts once. */
export function noteReadings(
  workplace: ActPlace,
  session: OpenSession,
  text: string,
): Promise<Noted | Refusal<StockRefusal>> {
  const { context, inventory } = workplace
  return onSession(context, session, 'stock-taking.noted', async (tx) => {
    const { units, unknown } = readCodes(text, await codedUnits(tx, inventory.id))
    if (units.length === 0 && unknown.length === 0) return refuse('no_code')
    const read = units.map((unit) => ({
      unitId: unit.id,
      seenAt: context.now,
      ...findingOf(unit, session.deskId),
    }))
    await noteUnits(tx, session.id, read)
    await noteUnknown(tx, session.id, unknown, context.now)
    const seen = read.filter(({ finding }) => finding === 'seen').length
    return { seen, misplaced: read.length - seen, unknown }
  })
}

/** A reading that was a mistake. */
export function forgetReading(
  workplace: ActPlace,
  session: OpenSession,
  text: string,
): Promise<number | Refusal<StockRefusal>> {
  const { context, inventory } = workplace
  return onSession(context, session, 'stock-taking.noted', async (tx) => {
    const { units, unknown } = readCodes(text, await codedUnits(tx, inventory.id))
    const forgotten = await forgetReadings(tx, session.id, {
      units: units.map(({ id }) => id),
      texts: unknown,
    })
    return forgotten === 0 ? refuse('nothing_read') : forgotten
  })
}

/** Nothing follows from it: what was read stays, unsigned. */
export function abandonStockTaking(
  { context }: ActPlace,
  session: OpenSession,
  reason: string,
): Promise<true | Refusal<StockRefusal>> {
  return onSession(context, session, 'stock-taking.abandoned', async (tx) => {
    await endStockTaking(tx, session.id, { at: context.now, signedBy: null, note: reason })
    return true as const
  })
}

/** One act on an open session, which nobody signs meanwhile. */
export function onSession<Outcome>(
  context: Context,
  session: OpenSession,
  action: `${string}.${string}`,
  work: (tx: Database) => Promise<Outcome | Refusal<StockRefusal>>,
): Promise<Outcome | Refusal<StockRefusal>> {
  return inTransaction<Outcome | Refusal<StockRefusal>>(context.db, async (tx) => {
    if (!(await lockOpenSession(tx, session.id))) return refuse('session_over')
    const outcome = await work(tx)
    if (typeof outcome === 'object' && outcome !== null && 'refused' in outcome) return outcome
    await writeJournal(tx, context, action, session.inventoryId, { session: session.id })
    return outcome
  })
}
