import type { Day } from '../../../../kernel/day.ts'
import { compareInstants, type Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import type { UnitSheet } from '../../data/catalogue/catalogue.queries.ts'
import { findDesk } from '../../data/desks.store.ts'
import { findLine } from '../../data/lines.store.ts'
import { loansInTheWay } from '../../data/moving/in-the-way.queries.ts'
import { addTransfer, endTransfer, openTransfer, settleAt } from '../../data/moving/transfers.store.ts'
import { lockUnits, releaseRoot, withParts } from '../../data/occupancy.store.ts'
import type { DeskId, UnitId } from '../../domain/equipment.ts'
import { transferSpan } from '../../domain/moving/transfer.ts'
import { recordedBy } from '../act-on-line.ts'
import { type Refused, refusalOf, refused } from '../lending-refusal.ts'
import type { Workplace } from '../workplace.ts'
import { releaseLapsed } from './release-lapsed.ts'
import { takeForOwner } from './reserve-unit.ts'

export interface TransferPlan {
  toDeskId: DeskId
  leaves: Day
  /** Days of opening of the desk that receives it, after the day it leaves. */
  openingDays: number
}

/**
 * A unit and its parts leave for another desk: nobody borrows them meanwhile. A loan that counts on them then, or later
 * at another desk, is in the way: its manager answers it first. EQP-307.
 */
export function planTransfer(
  place: Workplace,
  unit: UnitSheet,
  { toDeskId, leaves, openingDays }: TransferPlan,
): Promise<null | Refused> {
  return onUnit(place, 'unit.transfer-planned', unit, async (tx, units) => {
    const { context, inventory } = place
    const desk = await findDesk(tx, inventory.id, toDeskId)
    if (!desk || desk.id === unit.homeDeskId) return refused('no_such_thing')
    const span = transferSpan(desk.calendar, leaves, openingDays)
    if (!span || compareInstants(span.until, context.now) <= 0) return refused('period_invalid')
    await releaseLapsed(tx, context, units)
    const blocking = await firstInTheWay(tx, place, units, { ...span, deskId: desk.id })
    if (blocking) return refused('already_taken', { unit: unit.assetNumber, pickup: blocking })
    const taken = { kind: 'transfer' as const, span, title: `Vers ${desk.name}`, responsible: '' }
    const rootId = await takeForOwner(tx, context, taken, units)
    const told = { unitId: unit.id, fromDeskId: unit.homeDeskId, toDeskId: desk.id, rootId }
    await addTransfer(tx, told, recordedBy(context))
    return null
  })
}

/** It is at the other desk, which is its own from now on; what was left of the journey is free. EQP-307. */
export function receiveTransfer(place: Workplace, unit: UnitSheet): Promise<null | Refused> {
  return endOpen(place, unit, 'arrived', (tx, units, desk) => settleAt(tx, units, desk))
}

/** It stays where it was. */
export function cancelTransfer(place: Workplace, unit: UnitSheet): Promise<null | Refused> {
  return endOpen(place, unit, 'cancelled', async () => {})
}

function endOpen(
  place: Workplace,
  unit: UnitSheet,
  outcome: 'arrived' | 'cancelled',
  work: (tx: Database, units: readonly UnitId[], desk: DeskId) => Promise<void>,
): Promise<null | Refused> {
  return onUnit(place, `unit.transfer-${outcome}`, unit, async (tx, units) => {
    const open = await openTransfer(tx, unit.id)
    if (!open) return refused('state_changed')
    await releaseRoot(tx, open.rootId)
    await work(tx, units, open.toDeskId)
    await endTransfer(tx, open.id, outcome, place.context.now)
    return null
  })
}

/** When the first loan that would miss it leaves; null when none would. */
async function firstInTheWay(
  tx: Database,
  { context }: Workplace,
  units: readonly UnitId[],
  { from, until, deskId }: { from: Instant; until: Instant; deskId: DeskId },
): Promise<Instant | null> {
  for (const { lineId } of await loansInTheWay(tx, units, { from, until: null })) {
    const line = lineId && (await findLine(tx, context.reach, lineId))
    if (!line) return from
    const isMeanwhile = line.pickupAt !== null && compareInstants(line.pickupAt, until) < 0
    if (isMeanwhile || line.deskId !== deskId) return line.pickupAt ?? from
  }
  return null
}

async function onUnit(
  { context, inventory }: Workplace,
  action: `${string}.${string}`,
  unit: UnitSheet,
  work: (tx: Database, units: readonly UnitId[]) => Promise<null | Refused>,
): Promise<null | Refused> {
  try {
    return await inTransaction<null | Refused>(context.db, async (tx) => {
      const units = await withParts(tx, unit.id)
      await lockUnits(tx, units)
      const problem = await work(tx, units)
      if (problem) return problem
      await writeJournal(tx, context, action, inventory.id, { unit: unit.id })
      return null
    })
  } catch (error) {
    return refusalOf(error)
  }
}
