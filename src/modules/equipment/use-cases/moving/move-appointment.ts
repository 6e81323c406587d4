import type { Id } from '../../../../kernel/id.ts'
import { compareInstants, type Instant } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { addDueDate, findLine, type Line, lockLine, recordEvent, replanLine } from '../../data/lines.store.ts'
import {
  bookingAt,
  closedAppointmentsOf,
  liftClosureDues,
  movePlan,
  sharingAppointment,
} from '../../data/moving/closures.store.ts'
import { withParts } from '../../data/occupancy.store.ts'
import { bookSeat, cancelUnusedBookings } from '../../data/slots.store.ts'
import { countedDays, stayOf } from '../../domain/duration.ts'
import type { LineId, UnitId } from '../../domain/equipment.ts'
import { keeps } from '../../domain/moving/closing.ts'
import { findSlot } from '../../domain/slots.ts'
import { actOnLine, changed, type LineTarget, recordedBy } from '../act-on-line.ts'
import { slotRefusal } from '../borrowing/submit-lines.ts'
import { frameOf } from '../deciding/decide-line.ts'
import { type LendingFrame, rightUntil } from '../lending-frame.ts'
import { type Refused, refused } from '../lending-refusal.ts'
import { stockAround } from '../stock-around.ts'
import { announce } from '../telling/announce.ts'

export interface NewSlot {
  purpose: 'pickup' | 'return'
  at: Instant
}

const TO_COME = ['submitted', 'approved', 'prepared'] as const
const RETURNED_LATER = [...TO_COME, 'out', 'partially_returned'] as const

/**
 * Another slot for an appointment that the desk closed, chosen by the borrower or by a manager: the seat moves, the plan
 * with it, and the other loans of the same appointment too. Both sides are told. EQP-306.
 */
export function moveAppointment(context: Context, target: LineTarget, to: NewSlot): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: to.purpose === 'pickup' ? TO_COME : RETURNED_LATER,
    action: 'loan.appointment-moved',
    others: (db) => unitsSharing(db, context, target.lineId, to.purpose),
    async work(tx, line) {
      const closed = await closedAppointmentsOf(tx, line.id)
      if (!closed.some(({ purpose }) => purpose === to.purpose)) return changed(line)
      const booking = bookingOf(line, to.purpose)
      const others = booking ? (await sharingAppointment(tx, booking)).filter((id) => id !== line.id) : []
      const after = await giveSlot(tx, context, { line, to, act: 'appointment_moved', kind: 'closure' })
      if (isRefusal(after)) return after
      for (const id of others) {
        const other = await lockLine(tx, context.reach, id)
        const states: readonly string[] = to.purpose === 'pickup' ? TO_COME : RETURNED_LATER
        if (!other || !states.includes(other.state)) continue
        const moved = await giveSlot(tx, context, {
          line: other,
          to,
          act: 'appointment_moved',
          kind: 'closure',
        })
        if (isRefusal(moved)) return moved
      }
      await cancelUnusedBookings(tx, line.requestId, context.now)
      return after
    },
  })
}

function bookingOf(line: Line, purpose: NewSlot['purpose']): string | null {
  return purpose === 'pickup' ? line.pickupBookingId : line.returnBookingId
}

async function unitsSharing(
  db: Database,
  { reach }: Context,
  id: LineId,
  purpose: NewSlot['purpose'],
): Promise<UnitId[]> {
  const line = await findLine(db, reach, id)
  const booking = line && bookingOf(line, purpose)
  const units: UnitId[] = []
  for (const other of booking ? await sharingAppointment(db, booking) : []) {
    const shared = await findLine(db, reach, other)
    if (shared?.unitId) units.push(...(await withParts(db, shared.unitId)))
  }
  return units
}

interface Giving {
  line: Line
  to: NewSlot
  act: 'appointment_moved' | 'shortened' | 'early_return_accepted'
  /** Why the due date moves. */
  kind: 'closure' | 'shortening' | 'early_return'
  reason?: string
}

/** One loan gets that slot: its right, its seat, its plan, its due date. The caller holds it. */
export async function giveSlot(
  tx: Database,
  context: Context,
  { line, to, act, kind, reason = '' }: Giving,
): Promise<Line | Refused> {
  const frame = await frameOf(tx, context, line)
  const { pickupAt, returnAt } = line
  if (!frame || !line.unitId || !pickupAt || !returnAt) return refused('no_such_thing')
  const span = to.purpose === 'pickup' ? { from: to.at, until: returnAt } : { from: pickupAt, until: to.at }
  if (compareInstants(span.from, span.until) >= 0) return refused('period_invalid')
  if (to.purpose === 'return') {
    const right = rightUntil(frame, context.now, to.at, line.placeId)
    if (right.reasons.includes('return_after_the_last_day'))
      return refused('no_loan_right', {
        because: 'return_after_the_last_day',
        agreement: frame.agreement.reference,
        ...(right.lastReturnDay && { lastDay: right.lastReturnDay }),
      })
  }
  const booking = await seatAt(tx, context, frame, { line, to })
  if (isRefusal(booking)) return booking
  const isPickup = to.purpose === 'pickup'
  await movePlan(tx, line.id, isPickup ? { from: to.at } : { until: to.at })
  const days = countedDays(stayOf(span.from, span.until, frame.desk.calendar.zone))
  await replanLine(
    tx,
    line.id,
    isPickup
      ? { pickupAt: to.at, pickupBookingId: booking, days }
      : { returnAt: to.at, returnBookingId: booking, days },
  )
  if (!isPickup && line.state !== 'submitted') {
    await liftClosureDues(tx, [line.id], context.now)
    await addDueDate(tx, line.id, { kind, dueAt: to.at, reason }, context.now)
  }
  const details = { purpose: to.purpose, before: isPickup ? pickupAt : returnAt, after: to.at }
  const after = await recordEvent(tx, line, { act, to: line.state, reason, details }, recordedBy(context))
  await announce(tx, { kind: act, line: after, facts: { purpose: to.purpose, at: to.at } })
  return after
}

/** The seat its request already has then, or a new one. */
async function seatAt(
  tx: Database,
  { now }: Context,
  frame: LendingFrame,
  { line, to }: Pick<Giving, 'line' | 'to'>,
): Promise<Id<'slot-booking'> | Refused> {
  const { requestId, deskId } = line
  const shared = await bookingAt(tx, requestId, { purpose: to.purpose, start: to.at })
  if (shared) return shared
  const stock = await stockAround(tx, frame, { models: [], span: { from: to.at, until: to.at }, now })
  const slot = findSlot(stock.desk, to.at, stock.slotMinutes)
  const isOpen =
    slot && stock.isSlotOpen(slot) && keeps(stock.desk, { startsAt: slot.start, endsAt: slot.end })
  const seats = frame.rules.seatsPerSlot.value
  const booking = isOpen
    ? await bookSeat(tx, { requestId, deskId, purpose: to.purpose, slot, seats }, now)
    : null
  return booking ?? slotRefusal(stock, to.at, to.purpose)
}
