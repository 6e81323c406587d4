import { newId } from '../../../../kernel/id.ts'
import { dayOf, type Instant, laterBy } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { listDesks } from '../../data/desks.store.ts'
import { addOccupancy, lockUnits, releaseRoot, unitsAround, withParts } from '../../data/occupancy.store.ts'
import { busyAround, type UseInTheWay, usesInTheWay } from '../../data/upkeep/maintenance.queries.ts'
import { openJob, type PlanId, planJob } from '../../data/upkeep/maintenance.store.ts'
import type { Span } from '../../domain/availability.ts'
import type { InventoryId, UnitId } from '../../domain/equipment.ts'
import { allows } from '../../domain/rights.ts'
import { windowsFor } from '../../domain/upkeep/windows.ts'
import { recordedBy } from '../act-on-line.ts'
import { isPeriod } from '../borrowing/request-loan.ts'
import { type Refused, refusalOf, refused } from '../lending-refusal.ts'
import { type Moved, makeWay } from '../moving/make-way.ts'
import { releaseLapsed } from '../moving/release-lapsed.ts'
import type { Workplace } from '../workplace.ts'
import { type DueUpkeep, findUpkeep } from './upkeep-of.ts'

export interface Work {
  planId: PlanId
  unitId: UnitId
}

const QUARTER = 900
const AHEAD_SECONDS = 90 * 86_400

/** The next times each unit could be worked on, the shortest wait first: two statements, whatever their number. EQP-1001. */
export async function proposedWindows(
  { db, now }: Context,
  inventory: InventoryId,
  upkeep: readonly DueUpkeep[],
  count: number,
): Promise<ReadonlyMap<DueUpkeep, Span[]>> {
  const desks = new Map((await listDesks(db, inventory)).map((desk) => [desk.id, desk]))
  const span = { from: now, until: laterBy(now, AHEAD_SECONDS) }
  const units = [...new Set(upkeep.map(({ unitId }) => unitId))]
  const busy = await busyAround(db, units, span, now)
  const from = nextQuarter(now)
  return new Map(
    upkeep.map((one) => {
      const own = busy.filter(({ unitId, rootId }) => unitId === one.unitId && rootId !== one.rootId)
      const desk = desks.get(one.homeDeskId)
      return [one, desk ? windowsFor(desk.calendar, own, { minutes: one.minutes, from, count }) : []]
    }),
  )
}

function nextQuarter(now: Instant): Instant {
  const past = (Date.parse(now) / 1000) % QUARTER
  return past === 0 ? now : laterBy(now, QUARTER - past)
}

/** What would have to make way for the work, shown before it is planned; or why it cannot be. Writes nothing. */
export async function usesToMove(
  { db, now }: Context,
  upkeep: DueUpkeep,
  span: Span,
): Promise<readonly UseInTheWay[] | Refused> {
  if (!isPeriod(span.from, span.until)) return refused('period_invalid')
  const uses = await usesInTheWay(db, await withParts(db, upkeep.unitId), span, {
    now,
    except: upkeep.rootId,
  })
  const fixed = uses.find(({ kind, status }) => kind !== 'loan' || !['hold', 'firm'].includes(status))
  if (!fixed) return uses
  return fixed.status === 'out' ? refused('already_out') : refused('already_taken', { unit: fixed.unitName })
}

/**
 * The unit is kept for the work. Loans to come on it make way in the same transaction, when whoever may displace was shown
 * which (`mayMove`), with the notice they are owed; planned again, the time kept before is free. EQP-1001, EQP-602.
 */
export async function planMaintenance(
  { context, inventory, role }: Workplace,
  work: Work,
  { span, mayMove }: { span: Span; mayMove: boolean },
): Promise<readonly Moved[] | Refused> {
  if (!isPeriod(span.from, span.until)) return refused('period_invalid')
  try {
    return await inTransaction<readonly Moved[] | Refused>(context.db, async (tx) => {
      await lockUnits(tx, await unitsAround(tx, [work.unitId]))
      const units = await withParts(tx, work.unitId)
      await releaseLapsed(tx, context, units)
      const upkeep = await findUpkeep(tx, inventory.id, work, context.now)
      if (!upkeep) return refused('no_such_thing')
      const inTheWay = await usesInTheWay(tx, units, span, { now: context.now, except: upkeep.rootId })
      if (inTheWay.length > 0 && !(mayMove && allows(role, 'rule'))) return refused('already_taken')
      const moved = await takeFor(tx, context, upkeep, { units, span })
      if (isRefusal(moved)) return moved
      const details = { plan: work.planId, unit: work.unitId, moved: moved.length }
      await writeJournal(tx, context, 'maintenance.planned', inventory.id, details)
      return moved
    })
  } catch (error) {
    return refusalOf(error)
  }
}

async function takeFor(
  tx: Database,
  context: Context,
  upkeep: DueUpkeep,
  { units, span }: { units: readonly UnitId[]; span: Span },
): Promise<readonly Moved[] | Refused> {
  const today = dayOf(context.now, upkeep.zone)
  const job = await openJob(tx, { ...upkeep, due: upkeep.due ?? today })
  if (upkeep.rootId) await releaseRoot(tx, upkeep.rootId)
  const rootId = newId<'root'>()
  const reason = `Entretien : ${upkeep.title}`
  const moved = await makeWay(tx, context, {
    ...{ units, span, forRootId: rootId, reason, reasonCode: 'unavailable', ifNothing: 'ask' },
    isChosen: true,
  })
  if (isRefusal(moved)) return moved
  const row = { kind: 'maintenance' as const, rootId, units, span, heldUntil: null, title: upkeep.title }
  await addOccupancy(tx, { ...row, prepMinutes: 0, turnaroundMinutes: 0 }, recordedBy(context))
  await planJob(tx, job, rootId)
  return moved
}
