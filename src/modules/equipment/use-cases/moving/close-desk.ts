import { addDays, type Day } from '../../../../kernel/day.ts'
import { compareInstants, type Instant, startOfDay } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import type { Desk } from '../../data/desks.store.ts'
import { policyOn } from '../../data/inventory.store.ts'
import {
  addClosureDues,
  type BookedLine,
  bookedLines,
  liftClosureDues,
  markClosed,
  markReopened,
  recordForAll,
} from '../../data/moving/closures.store.ts'
import type { LineId } from '../../domain/equipment.ts'
import { isAway } from '../../domain/line.ts'
import { type Changed, changedBy, dueAfterClosing } from '../../domain/moving/closing.ts'
import type { DeskCalendar } from '../../domain/opening.ts'
import { rulesFrom } from '../../domain/rules.ts'
import type { AnnouncementKind } from '../../domain/telling/announcements.ts'
import { announcingMany } from '../../jobs/risk-queue.ts'
import { recordedBy } from '../act-on-line.ts'

export interface HoursChange {
  desk: Desk
  /** The calendar as it will be. */
  after: DeskCalendar
  from: Day
  /** The last day it changes; null: from then on. */
  lastDay: Day | null
  reason: string
}

/** The appointments to come that another calendar no longer keeps, and those it keeps again: writes nothing. EQP-306. */
export async function appointmentsChanged(
  db: Database,
  now: Instant,
  { desk, after, from, lastDay }: Omit<HoursChange, 'reason'>,
): Promise<Changed<BookedLine>> {
  const { zone } = desk.calendar
  const first = startOfDay(from, zone)
  const booked = await bookedLines(db, desk.id, {
    // What is past stays as it was.
    from: compareInstants(first, now) < 0 ? now : first,
    until: lastDay === null ? null : startOfDay(addDays(lastDay, 1), zone),
  })
  return changedBy(booked, after)
}

/**
 * The hours have changed: the appointments the desk no longer keeps wait for another slot, both sides are told, and nobody
 * is late because of it; those it keeps again stand as they were. A dozen statements, whatever their number, and nothing
 * that readers wait for. EQP-306, EQP-1804.
 */
export async function followHours(tx: Database, context: Context, change: HoursChange): Promise<void> {
  const { closed, reopened } = await appointmentsChanged(tx, context.now, change)
  if (closed.length > 0) await close(tx, context, change, closed)
  if (reopened.length > 0) await reopen(tx, context, reopened)
}

/**
 * The appointments that the desk does not keep as it is now, whatever closed it: a holiday added, or a seat taken while the
 * hours changed. Read each night; twice, nothing changes. EQP-306.
 */
export async function reviewHours(context: Context, desk: Desk): Promise<void> {
  const change = { desk, after: desk.calendar, from: context.today, lastDay: null }
  const { closed, reopened } = await appointmentsChanged(context.db, context.now, change)
  if (closed.length + reopened.length === 0) return
  await inTransaction(context.db, (tx) => followHours(tx, context, { ...change, reason: 'Guichet fermé' }))
}

async function close(
  tx: Database,
  context: Context,
  { desk, after, reason }: HoursChange,
  closed: readonly BookedLine[],
): Promise<void> {
  const { now } = context
  const rules = rulesFrom({}, await policyOn(tx, desk.inventoryId, context.today))
  await markClosed(tx, [...new Set(closed.map(({ bookingId }) => bookingId))], { at: now, reason })
  const dues = closed.flatMap(({ lineId, purpose, state, startsAt }) => {
    const owed = purpose === 'return' && isAway(state)
    const dueAt = owed ? dueAfterClosing(after, { startsAt }, now, rules.displacementAnswer.value) : null
    return dueAt ? [{ lineId, dueAt }] : []
  })
  await addClosureDues(tx, dues, { at: now, reason })
  await tellAll(tx, context, closed, { kind: 'appointment_closed', reason })
}

async function reopen(tx: Database, context: Context, reopened: readonly BookedLine[]): Promise<void> {
  await markReopened(tx, [...new Set(reopened.map(({ bookingId }) => bookingId))])
  const lines = reopened.map(({ lineId }) => lineId)
  await liftClosureDues(tx, lines, context.now)
  await tellAll(tx, context, reopened, { kind: 'appointment_kept', reason: '' })
}

async function tellAll(
  tx: Database,
  context: Context,
  booked: readonly BookedLine[],
  { kind, reason }: { kind: AnnouncementKind; reason: string },
): Promise<void> {
  const lines: LineId[] = [...new Set(booked.map(({ lineId }) => lineId))]
  const told = await recordForAll(tx, lines, { act: kind, reason }, recordedBy(context))
  await enqueue(tx, announcingMany, { kind, lines: told })
}
