import { addDays, type Day, daysBetween } from '../../../../kernel/day.ts'
import type { Id } from '../../../../kernel/id.ts'
import { compareInstants, dayOf, type Instant } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addDueDate, type Line, lockLine, recordEvent, replanLine } from '../../data/lines.store.ts'
import { bookingAt } from '../../data/moving/closures.store.ts'
import { dueBeforeRecall, liftRecall, standingRecall } from '../../data/moving/recalls.store.ts'
import { bookSeat, cancelUnusedBookings } from '../../data/slots.store.ts'
import type { QueueLine } from '../../data/telling/queue.queries.ts'
import type { InventoryId, LineId } from '../../domain/equipment.ts'
import { isAway } from '../../domain/line.ts'
import type { NoRight } from '../../domain/loan-right.ts'
import { recallDay } from '../../domain/moving/lateness.ts'
import type { DeskCalendar } from '../../domain/opening.ts'
import { findSlot, type Slot, slotsOn } from '../../domain/slots.ts'
import { recordedBy } from '../act-on-line.ts'
import { frameOf } from '../deciding/decide-line.ts'
import { type LendingFrame, lendingFrame, rightUntil } from '../lending-frame.ts'
import { announce } from '../telling/announce.ts'

/**
 * What is out past the end of its agreement is called back on or before the last day, with an appointment of its own, and no
 * longer when the end moves away: read from the agreement each time, so that a second run changes nothing. Both sides are
 * told. True: the due date moved. EQP-204, L27.
 */
export function recallLine(context: Context, id: LineId): Promise<boolean> {
  return inTransaction(context.db, async (tx) => {
    const line = await lockLine(tx, context.reach, id)
    const frame = line && (await frameOf(tx, context, line))
    const due = await dueBeforeRecall(tx, id)
    if (!line || !frame || !due || !isAway(line.state)) return false
    const { calendar } = frame.desk
    const right = rightUntil(frame, context.now, null, line.placeId)
    const last = recallDay(due, right.lastReturnDay, calendar.zone)
    const standing = await standingRecall(tx, id)
    // The due date of a recall stays as long as it holds: a seat freed since moves nothing.
    if (standing ? last !== null && stillHolds(standing, last, calendar, line) : last === null) return false
    if (standing) await liftRecall(tx, id, context.now)
    const after = last
      ? await callBack(tx, context, { line, frame, last })
      : await letRun(tx, context, { line, frame, due })
    if (!after) return false
    await cancelUnusedBookings(tx, line.requestId, context.now)
    const action = last ? 'loan.recalled' : 'loan.recall-lifted'
    await writeJournal(tx, context, action, line.requestId, { line: id })
    await announce(tx, { kind: last ? 'recalled' : 'recall_lifted', line: after })
    return true
  })
}

/** On or before the last day, and not so early that the agreement was extended since. */
function stillHolds(
  standing: Instant,
  last: Day,
  calendar: DeskCalendar,
  { pickupAt: pickup }: Line,
): boolean {
  const day = dayOf(standing, calendar.zone)
  const [latest] = slotsUntil(calendar, last, { minutes: 30, pickup })
  return day <= last && (!latest || daysBetween(day, latest.day) <= 2)
}

/** The last slot with a seat left on or before the last day; that day all the same when it is full or past. */
async function callBack(
  tx: Database,
  context: Context,
  { line, frame, last }: { line: Line; frame: LendingFrame; last: Day },
): Promise<Line | null> {
  const { calendar } = frame.desk
  const slots = slotsUntil(calendar, last, { minutes: frame.rules.slotMinutes.value, pickup: line.pickupAt })
  const [latest] = slots
  if (!latest) return null
  const booked = await seatAmong(tx, context, { line, frame, slots })
  const dueAt = booked?.slot.start ?? latest.start
  await addDueDate(tx, line.id, { kind: 'recall', dueAt, reason: REASON }, context.now)
  if (booked) await replanLine(tx, line.id, { returnBookingId: booked.id })
  const act = { act: 'recalled', to: line.state, reason: REASON, details: { dueAt } }
  return recordEvent(tx, line, act, recordedBy(context))
}

/** Back to the appointment it had, when there is a seat left. */
async function letRun(
  tx: Database,
  context: Context,
  { line, frame, due }: { line: Line; frame: LendingFrame; due: Instant },
): Promise<Line> {
  const slot = findSlot(frame.desk.calendar, due, frame.rules.slotMinutes.value)
  const booked = slot && (await seatAmong(tx, context, { line, frame, slots: [slot] }))
  if (booked) await replanLine(tx, line.id, { returnBookingId: booked.id })
  const act = { act: 'recall_lifted', to: line.state, details: { dueAt: due } }
  return recordEvent(tx, line, act, recordedBy(context))
}

const REASON = 'Fin de la convention'

async function seatAmong(
  tx: Database,
  { now }: Context,
  { line, frame, slots }: { line: Line; frame: LendingFrame; slots: readonly Slot[] },
): Promise<{ id: Id<'slot-booking'>; slot: Slot } | null> {
  const seats = frame.rules.seatsPerSlot.value
  for (const slot of slots) {
    if (compareInstants(slot.start, now) <= 0) continue
    const appointment = {
      requestId: line.requestId,
      deskId: line.deskId,
      purpose: 'return' as const,
      slot,
      seats,
    }
    const shared = await bookingAt(tx, line.requestId, { purpose: 'return', start: slot.start })
    const id = shared ?? (await bookSeat(tx, appointment, now))
    if (id) return { id, slot }
  }
  return null
}

/** The slots on or before that day, the last one first; none when the desk was not open since it left. */
function slotsUntil(
  calendar: DeskCalendar,
  last: Day,
  { minutes, pickup }: { minutes: number; pickup: Instant | null },
): Slot[] {
  const first = pickup ? dayOf(pickup, calendar.zone) : addDays(last, -SEARCHED_DAYS)
  const slots: Slot[] = []
  for (let day = last; day >= first && slots.length < MOST_SLOTS; day = addDays(day, -1))
    slots.push(...slotsOn(calendar, day, minutes).reverse())
  return slots
}

const SEARCHED_DAYS = 30
/** Two days of slots: a desk that is full for longer is told, and the day stands without a seat. */
const MOST_SLOTS = 32

export interface AgreementFlags {
  /** The loans to come whose return falls after the last day of their agreement: a person shortens or refuses them. EQP-204. */
  readonly beyond: ReadonlySet<LineId>
  /** Those whose borrower was given formal notice, and has time left to answer: told to whoever decides. EQP-203. */
  readonly underNotice: ReadonlySet<LineId>
}

/** What the agreements of these loans say of them today. */
export async function agreementFlags(
  context: Context,
  inventoryId: InventoryId,
  lines: readonly QueueLine[],
): Promise<AgreementFlags> {
  const frames = new Map<string, LendingFrame | null>()
  const [beyond, underNotice] = [new Set<LineId>(), new Set<LineId>()]
  for (const { id, agreementId, deskId, placeId, returnAt, state } of lines) {
    if (!agreementId || !returnAt || !['submitted', 'approved', 'prepared'].includes(state)) continue
    const key = `${agreementId} ${deskId}`
    const frame =
      frames.get(key) ?? (await lendingFrame(context.db, context, { inventoryId, deskId, agreementId }))
    frames.set(key, frame)
    const right = frame && rightUntil(frame, context.now, returnAt, placeId)
    if (right?.reasons.some((reason) => BEYOND.includes(reason))) beyond.add(id)
    if (right?.warnings.includes('formal_notice_running')) underNotice.add(id)
  }
  return { beyond, underNotice }
}

/** What makes a loan outlive its right; the rest suspends new requests only. */
export const BEYOND: readonly NoRight[] = [
  'return_after_the_last_day',
  'agreement_not_in_force',
  'place_not_covered',
]
