import type { Id } from '../../../../kernel/id.ts'
import { compareInstants, type Instant } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import {
  addExtension,
  answerExtension,
  type Extension,
  openExtension,
} from '../../data/borrowing/extensions.store.ts'
import { custodyOf } from '../../data/desk/returns.store.ts'
import { addDueDate, type Line, recordEvent, replanLine } from '../../data/lines.store.ts'
import { staysOf } from '../../data/moving/stays.queries.ts'
import { moveEnd, withParts } from '../../data/occupancy.store.ts'
import { bookSeat, cancelUnusedBookings } from '../../data/slots.store.ts'
import { type Alternative, lastReturnSlot } from '../../domain/alternatives.ts'
import { lengthOf, stayOf } from '../../domain/duration.ts'
import type { UnitId } from '../../domain/equipment.ts'
import { findSlot } from '../../domain/slots.ts'
import { actOnLine, type LineTarget, recordedBy } from '../act-on-line.ts'
import { frameOf, isOfOwn, uninsured } from '../deciding/decide-line.ts'
import { type LendingFrame, rightUntil } from '../lending-frame.ts'
import { type Refused, refused } from '../lending-refusal.ts'
import { stockAround } from '../stock-around.ts'
import { told } from '../telling/announce.ts'
import { slotRefusal } from './submit-lines.ts'

const EXTENDED = ['approved', 'prepared', 'out', 'partially_returned'] as const

/** The borrower asks to keep it longer; nothing moves until the answer, and lateness goes on. EQP-703, EQP-705. */
export function askExtension(
  context: Context,
  target: LineTarget,
  { untilAt, reason }: { untilAt: Instant; reason: string },
): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: EXTENDED,
    action: 'loan-extension.asked',
    async work(tx, line) {
      const frame = await frameOf(tx, context, line)
      if (!frame || !line.returnAt || !line.pickupAt) return refused('no_such_thing')
      if (reason.trim() === '') return refused('reason_missing')
      if (compareInstants(line.returnAt, untilAt) >= 0) return refused('period_invalid')
      const length = await lengthUntil(tx, line, frame, untilAt)
      if (length.verdict === 'too_long')
        return refused('too_long', { days: String(length.days), limit: String(length.limit) })
      const needsDerogation = length.verdict === 'needs_derogation'
      await addExtension(tx, line.id, { untilAt, reason, days: length.days, needsDerogation }, context.now)
      const details = { untilAt, days: length.days }
      const act = { act: 'extension_asked', to: line.state, reason, details }
      const after = await recordEvent(tx, line, act, recordedBy(context))
      return told(tx, 'extension_asked', after, { needsDerogation })
    },
  })
}

/**
 * The manager answers. Granted, the end moves and the constraint arbitrates then, even if it was free when asked; on a
 * conflict nothing changes, and the answer says until when it could be. EQP-703, EQP-704, L10 to L13.
 */
export function decideExtension(
  context: Context,
  target: LineTarget,
  { isGranted, reason }: { isGranted: boolean; reason: string },
): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: EXTENDED,
    action: 'loan-extension.decided',
    async work(tx, line) {
      const asked = await openExtension(tx, line.id)
      const frame = await frameOf(tx, context, line)
      if (!asked || !frame) return refused('no_such_thing')
      if (await isOfOwn(tx, context, line)) return refused('own_request')
      if (reason.trim() === '' && (!isGranted || asked.needsDerogation)) return refused('reason_missing')
      if (isGranted) {
        const problem = await extend(tx, context, { line, asked, frame })
        if (problem) return problem
      }
      await answerExtension(tx, line.id, { answer: isGranted ? 'granted' : 'refused', reason }, context.now)
      const act = isGranted ? 'extension_granted' : 'extension_refused'
      return told(tx, act, await recordEvent(tx, line, { act, to: line.state, reason }, recordedBy(context)))
    },
  })
}

interface Extending {
  line: Line
  asked: Extension
  frame: LendingFrame
}

async function extend(
  tx: Database,
  context: Context,
  { line, asked, frame }: Extending,
): Promise<Refused | null> {
  const right = rightUntil(frame, context.now, asked.untilAt, line.placeId)
  if (!right.canRequest) return refused('no_loan_right', { because: right.reasons[0] ?? '' })
  const [gap] = await uninsured(tx, line, frame, asked.untilAt)
  if (gap) return refused('insurance_missing', { from: gap.from, lastDay: gap.lastDay })
  const units = await unitsKept(tx, line)
  try {
    await inTransaction(tx, (inner) => moveEnd(inner, line.id, units, asked.untilAt))
  } catch (error) {
    if (refusedBy(error) !== 'one_use_at_a_time') throw error
    return tooFar(tx, context, { line, asked, frame })
  }
  const booking = await bookReturn(tx, context, { line, asked, frame })
  if (isRefusal(booking)) return booking
  await replanLine(tx, line.id, { returnAt: asked.untilAt, returnBookingId: booking, days: asked.days })
  await cancelUnusedBookings(tx, line.requestId, context.now)
  await addDueDate(
    tx,
    line.id,
    { kind: 'extension', dueAt: asked.untilAt, reason: asked.reason },
    context.now,
  )
  return null
}

async function bookReturn(
  tx: Database,
  context: Context,
  { line, asked, frame }: Extending,
): Promise<Id<'slot-booking'> | Refused> {
  const span = { from: line.pickupAt ?? asked.untilAt, until: asked.untilAt }
  const stock = await stockAround(tx, frame, { models: [], span, now: context.now })
  const slot = findSlot(stock.desk, asked.untilAt, stock.slotMinutes)
  const seats = frame.rules.seatsPerSlot.value
  const { requestId, deskId } = line
  const booking =
    slot && (await bookSeat(tx, { requestId, deskId, purpose: 'return', slot, seats }, context.now))
  return booking ?? slotRefusal(stock, asked.untilAt, 'return')
}

/** Until when it could be kept, and whether whoever follows could have another unit. EQP-703, L11. */
async function tooFar(tx: Database, context: Context, { line, asked, frame }: Extending): Promise<Refused> {
  const span = { from: line.returnAt ?? asked.untilAt, until: asked.untilAt }
  const stock = await stockAround(tx, frame, { models: [line.modelId], span, now: context.now })
  const unit = stock.units.find(({ id }) => id === line.unitId)
  const others = { ...stock, busy: stock.busy.filter(({ lineId }) => lineId !== line.id) }
  const last = unit ? lastReturnSlot(others, unit, span) : null
  const ways: Alternative[] =
    last && unit
      ? [{ kind: 'other_dates', unitId: unit.id, span: { ...span, until: last.start }, daysAway: 0 }]
      : []
  return refused('already_taken', { until: last?.start ?? '' }, ways)
}

/** What is not back yet: parts returned are no more asked about. */
async function unitsKept(tx: Database, line: Line): Promise<UnitId[]> {
  const custodies = await custodyOf(tx, line.id)
  if (custodies.length > 0)
    return custodies.filter(({ backAt }) => backAt === null).map(({ unitId }) => unitId)
  return line.unitId ? withParts(tx, line.unitId) : []
}

async function lengthUntil(tx: Database, line: Line, { desk, rules }: LendingFrame, untilAt: Instant) {
  const zone = desk.calendar.zone
  const earlier = rules.noChaining.value ? await staysOf(tx, line, rules.chainingScope.value, zone) : []
  return lengthOf(stayOf(line.pickupAt ?? untilAt, untilAt, zone), earlier, rules)
}
