import type { Id } from '../../../../kernel/id.ts'
import { dayOf, type Instant } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { markSubmitted } from '../../data/borrowing/requests.store.ts'
import { type Line, linesOfRequest, planLine, recordEvent } from '../../data/lines.store.ts'
import { daysLateOf } from '../../data/moving/risks.queries.ts'
import { staysOf } from '../../data/moving/stays.queries.ts'
import { addOccupancy, lockUnits, unitsOfModels } from '../../data/occupancy.store.ts'
import { bookSeat } from '../../data/slots.store.ts'
import { type StockUnit, substitutesOf } from '../../data/stock.queries.ts'
import { alternatives } from '../../domain/alternatives.ts'
import { blockerOf, freeUnits, type Span } from '../../domain/availability.ts'
import { type Length, lengthOf, stayOf } from '../../domain/duration.ts'
import type { RequestId } from '../../domain/equipment.ts'
import { offerEnd } from '../../domain/moving/waiting.ts'
import { findSlot, slotProblem, slotsNear } from '../../domain/slots.ts'
import { recordedBy } from '../act-on-line.ts'
import { type LendingFrame, rightUntil } from '../lending-frame.ts'
import { type Refused, refused } from '../lending-refusal.ts'
import { releaseLapsed } from '../moving/release-lapsed.ts'
import { type StockAround, stockAround } from '../stock-around.ts'
import { told } from '../telling/announce.ts'
import { isPeriod, type LoanWish } from './request-loan.ts'

export interface Submission {
  request: RequestId
  wish: Pick<LoanWish, 'pickupAt' | 'returnAt' | 'asksDerogation' | 'placeId' | 'isStoredSafely' | 'actions'>
}

/** Checks a written request and holds a unit for each of its lines; the first problem refuses the whole. EQP-502. */
export async function submitLines(
  tx: Database,
  context: Context,
  frame: LendingFrame,
  { request, wish }: Submission,
): Promise<Refused | null> {
  if (!isPeriod(wish.pickupAt, wish.returnAt)) return refused('period_invalid')
  const lines = await linesOfRequest(tx, context.reach, request)
  const daysLate = await daysLateUnder(tx, frame, context, lines[0])
  const noRight = rightProblem(frame, context, { ...wish, daysLate })
  if (noRight) return noRight
  const models = [...new Set(lines.map(({ modelId }) => modelId))]
  const units = await unitsOfModels(tx, frame.inventory.id, models)
  await lockUnits(tx, units)
  await releaseLapsed(tx, context, units)
  const span = { from: wish.pickupAt, until: wish.returnAt }
  const bookings = await bookSpan(tx, context, frame, { request, span })
  if (isRefusal(bookings)) return bookings
  await markSubmitted(tx, request, context.now)
  for (const line of lines) {
    const problem = await submitLine(tx, context, frame, { line, wish, bookings })
    if (problem) return problem
  }
  return null
}

/** Asked only where the rules suspend those who are too late. EQP-1103. */
async function daysLateUnder(
  tx: Database,
  { rules, inventory }: LendingFrame,
  { now }: Context,
  line: Line | undefined,
): Promise<number> {
  if (rules.suspendAfterDaysLate.value === null || !line) return 0
  return daysLateOf(tx, { inventory: inventory.id, organisation: line.organisationId }, now)
}

function rightProblem(
  frame: LendingFrame,
  { now }: Context,
  { returnAt, placeId, isStoredSafely, actions, daysLate }: Submission['wish'] & { daysLate: number },
): Refused | null {
  const right = rightUntil(frame, now, returnAt, placeId, daysLate)
  if (!right.canRequest)
    return refused('no_loan_right', {
      because: right.reasons[0] ?? '',
      ...(right.lastReturnDay && { lastDay: right.lastReturnDay }),
      agreement: frame.agreement.reference,
    })
  const isToldWhole = actions.trim().length >= 20 && (isStoredSafely || !frame.rules.secureStorage.value)
  return isToldWhole ? null : refused('request_incomplete')
}

export interface Bookings {
  pickup: Id<'slot-booking'>
  back: Id<'slot-booking'>
}

/** A seat to fetch and a seat to bring back, at slots that are open; or why not, with the nearest. EQP-303, EQP-304. */
export async function bookSpan(
  tx: Database,
  context: Context,
  frame: LendingFrame,
  { request, span }: { request: RequestId; span: Span },
): Promise<Bookings | Refused> {
  const stock = await stockAround(tx, frame, { models: [], span, now: context.now })
  const pickup = await bookOne(tx, context, frame, { request, stock, at: span.from, purpose: 'pickup' })
  if (isRefusal(pickup)) return pickup
  const back = await bookOne(tx, context, frame, { request, stock, at: span.until, purpose: 'return' })
  return isRefusal(back) ? back : { pickup, back }
}

interface OneBooking {
  request: RequestId
  stock: StockAround
  at: Instant
  purpose: 'pickup' | 'return'
}

async function bookOne(
  tx: Database,
  { now }: Context,
  { desk, rules }: LendingFrame,
  { request, stock, at, purpose }: OneBooking,
): Promise<Id<'slot-booking'> | Refused> {
  const slot = findSlot(stock.desk, at, stock.slotMinutes)
  const seats = rules.seatsPerSlot.value
  const id =
    slot && stock.isSlotOpen(slot)
      ? await bookSeat(tx, { requestId: request, deskId: desk.id, purpose, slot, seats }, now)
      : null
  return id ?? slotRefusal(stock, at, purpose)
}

/** Why the slot is not to be had, and the three nearest. EQP-1601. */
export function slotRefusal(stock: StockAround, at: Instant, purpose: 'pickup' | 'return'): Refused {
  const problem = slotProblem(stock.desk, at, stock.slotMinutes)
  const near = slotsNear(stock.desk, at, {
    minutes: stock.slotMinutes,
    count: 3,
    isFree: stock.isSlotOpen,
  })
  return refused('slot_unavailable', {
    purpose,
    because: problem === null ? 'full' : problem === 'off_grid' ? 'off_grid' : problem.closed,
    reason: problem === null || problem === 'off_grid' ? '' : problem.reason,
    nearest: near.map(({ start }) => start).join(' '),
  })
}

interface LineSubmission {
  line: Line
  wish: Submission['wish']
  bookings: Bookings
}

async function submitLine(
  tx: Database,
  context: Context,
  frame: LendingFrame,
  { line, wish, bookings }: LineSubmission,
): Promise<Refused | null> {
  const length = await lengthOfLine(tx, frame, line, wish)
  if (length.verdict === 'too_long') return lengthRefusal('too_long', length)
  if (length.verdict === 'needs_derogation' && !wish.asksDerogation)
    return lengthRefusal('derogation_required', length)
  const unit = await holdUnit(tx, context, frame, { line, wish, bookings })
  if (isRefusal(unit)) return unit
  await planLine(tx, line.id, {
    unitId: unit.id,
    pickupAt: wish.pickupAt,
    returnAt: wish.returnAt,
    pickupBookingId: bookings.pickup,
    returnBookingId: bookings.back,
    days: length.days,
    needsDerogation: length.verdict === 'needs_derogation',
    policyVersion: frame.policy?.version ?? null,
    rules: frame.rules,
  })
  const recorded = recordedBy(context)
  const drafted =
    line.seq === 0 ? await recordEvent(tx, line, { act: 'drafted', to: 'draft' }, recorded) : line
  const sent = await recordEvent(tx, drafted, { act: 'submitted', to: 'submitted' }, recorded)
  await told(tx, 'submitted', sent)
  // A manager wrote it down: its borrower confirms it or gives it up. EQP-505.
  if (context.reach.kind === 'all' && recorded.by) await told(tx, 'entered_for_borrower', sent)
  return null
}

async function lengthOfLine(
  tx: Database,
  { desk, rules }: LendingFrame,
  line: Line,
  { pickupAt, returnAt }: Submission['wish'],
): Promise<Length> {
  const zone = desk.calendar.zone
  const earlier = rules.noChaining.value ? await staysOf(tx, line, rules.chainingScope.value, zone) : []
  return lengthOf(stayOf(pickupAt, returnAt, zone), earlier, rules)
}

function lengthRefusal(code: 'too_long' | 'derogation_required', { days, limit }: Length): Refused {
  return refused(code, { days: String(days), limit: String(limit) })
}

/** Tries the free units, best first, each in a savepoint: the constraint has the last word. EQP-406, EQP-1703. */
async function holdUnit(
  tx: Database,
  context: Context,
  frame: LendingFrame,
  { line, wish }: LineSubmission,
): Promise<StockUnit | Refused> {
  const span = { from: wish.pickupAt, until: wish.returnAt }
  const substitutes = await substitutesOf(tx, line.modelId)
  const models = [line.modelId, ...substitutes]
  const stock = await stockAround(tx, frame, { models, span, now: context.now })
  const own = stock.units.filter((unit) =>
    line.wantedUnitId ? unit.id === line.wantedUnitId : unit.modelId === line.modelId,
  )
  const until = offerEnd(
    frame.desk.calendar,
    dayOf(context.now, frame.desk.calendar.zone),
    context.now,
    frame.rules.answerDays.value,
  )
  for (const { unit } of freeUnits(own, stock.busy, span)) {
    const found = own.find(({ id }) => id === unit.id)
    if (found && (await tryHold(tx, context, { unit: found, line, span, until }))) return found
  }
  const blocker = own.map((unit) => blockerOf(unit, stock.busy, span)).find((one) => one !== null)
  return refused(
    'already_taken',
    { ...(blocker && { unit: blocker.name, because: blocker.kind, until: blocker.until ?? '' }) },
    alternatives(stock, { modelId: line.modelId, unitId: line.wantedUnitId, span, substitutes }),
  )
}

async function tryHold(
  tx: Database,
  context: Context,
  {
    unit,
    line,
    span,
    until,
  }: { unit: StockUnit; line: Line; span: { from: Instant; until: Instant }; until: Instant },
): Promise<boolean> {
  try {
    await inTransaction(tx, (inner) =>
      addOccupancy(
        inner,
        {
          kind: 'loan',
          lineId: line.id,
          units: [unit.id, ...unit.parts.map(({ id }) => id)],
          span,
          heldUntil: until,
          prepMinutes: unit.prepMinutes,
          turnaroundMinutes: unit.turnaroundMinutes,
        },
        recordedBy(context),
      ),
    )
    return true
  } catch (error) {
    if (refusedBy(error) !== 'one_use_at_a_time') throw error
    return false
  }
}
