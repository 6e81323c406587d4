import { compareInstants, dayOf, type Instant } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { markSubmitted } from '../../data/borrowing/requests.store.ts'
import {
  addEntry,
  addOffer,
  leaveList,
  type Offer,
  openOffer,
  waitingFor,
} from '../../data/borrowing/waitlist.store.ts'
import { type Line, lockLine, planLine, recordEvent } from '../../data/lines.store.ts'
import { endOffer } from '../../data/moving/lapsed.queries.ts'
import {
  addOccupancy,
  giveRootToLine,
  lockUnits,
  releaseRoot,
  withParts,
} from '../../data/occupancy.store.ts'
import { lengthOf, stayOf } from '../../domain/duration.ts'
import type { ModelId, UnitId } from '../../domain/equipment.ts'
import { nextServed, offerEnd } from '../../domain/moving/waiting.ts'
import { actOnLine, type LineTarget, recordedBy } from '../act-on-line.ts'
import { frameOf } from '../deciding/decide-line.ts'
import { type LendingFrame, rightUntil } from '../lending-frame.ts'
import { type Refused, refusalOf, refused } from '../lending-refusal.ts'
import { releaseLapsed } from '../moving/release-lapsed.ts'
import { stockAround } from '../stock-around.ts'
import { announce, told } from '../telling/announce.ts'
import { isPeriod } from './request-loan.ts'
import { bookSpan } from './submit-lines.ts'

export interface Wait {
  pickupAt: Instant
  returnAt: Instant
  flexibleDays: number
  /** Class of the policy; 1 is served first. */
  priority: number
}

/** A draft waits for its model, or for one unit by its name. EQP-1201. */
export function joinWaitingList(context: Context, target: LineTarget, wait: Wait): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['draft'],
    action: 'waiting-list.joined',
    async work(tx, line) {
      if (!isPeriod(wait.pickupAt, wait.returnAt)) return refused('period_invalid')
      const { requestId, modelId, wantedUnitId } = line
      const span = { from: wait.pickupAt, until: wait.returnAt }
      const { flexibleDays, priority } = wait
      await addEntry(
        tx,
        { requestId, lineId: line.id, modelId, unitId: wantedUnitId, span, flexibleDays, priority },
        context.now,
      )
      return line
    },
  })
}

/**
 * Offers a unit to the first who can take it, for a time, and to nobody else meanwhile: the offer is a hold like any
 * other. Null when nobody waits for what is free. EQP-1202, L26.
 */
export async function offerUnit(
  context: Context,
  frame: Pick<LendingFrame, 'inventory' | 'desk' | 'rules'>,
  { unitId, modelId }: { unitId: UnitId; modelId: ModelId },
): Promise<Offer | null | Refused> {
  try {
    return await inTransaction<Offer | null | Refused>(context.db, async (tx) => {
      const units = await withParts(tx, unitId)
      await lockUnits(tx, units)
      await releaseLapsed(tx, context, units)
      const entries = await waitingFor(tx, frame.inventory.id, modelId, unitId)
      const found = await firstServed(tx, context, { frame, entries, unitId, modelId })
      if (!found) return null
      const { entry, unit } = found
      const { calendar } = frame.desk
      const until = offerEnd(
        calendar,
        dayOf(context.now, calendar.zone),
        context.now,
        frame.rules.offerDays.value,
      )
      const offerId = await addOffer(tx, entry, unitId, until, context.now)
      await addOccupancy(
        tx,
        {
          kind: 'loan',
          offerId,
          units,
          span: entry.span,
          heldUntil: until,
          prepMinutes: unit.prepMinutes,
          turnaroundMinutes: unit.turnaroundMinutes,
        },
        recordedBy(context),
      )
      await writeJournal(tx, context, 'waiting-list.offered', entry.requestId, { unit: unitId, until })
      await announce(tx, {
        kind: 'offer_made',
        line: { id: entry.lineId, seq: 0 },
        once: `offer_made:${offerId}`,
        facts: { from: entry.span.from, until: entry.span.until, answerUntil: until },
      })
      return openOffer(tx, entry.lineId)
    })
  } catch (error) {
    return refusalOf(error)
  }
}

async function firstServed(
  tx: Database,
  context: Context,
  {
    frame,
    entries,
    unitId,
    modelId,
  }: {
    frame: Pick<LendingFrame, 'inventory' | 'desk' | 'rules'>
    entries: Awaited<ReturnType<typeof waitingFor>>
    unitId: UnitId
    modelId: ModelId
  },
) {
  const [first] = entries
  if (!first) return null
  const ends = entries.map(({ span }) => span)
  const from = ends.reduce(
    (one, { from: next }) => (compareInstants(next, one) < 0 ? next : one),
    first.span.from,
  )
  const until = ends.reduce(
    (one, { until: next }) => (compareInstants(next, one) > 0 ? next : one),
    first.span.until,
  )
  const stock = await stockAround(tx, frame, { models: [modelId], span: { from, until }, now: context.now })
  const unit = stock.units.find(({ id }) => id === unitId)
  const entry = unit && nextServed(entries, unit, stock.busy, context.now)
  return unit && entry ? { unit, entry } : null
}

/** Taken in time: the right is checked again, the hold becomes the request's own. A second answer finds none. */
export function acceptOffer(context: Context, target: LineTarget): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['draft'],
    action: 'waiting-list.accepted',
    async work(tx, seen) {
      const offer = await lockedOffer(tx, context, seen)
      if (isRefusal(offer)) return offer
      const frame = await frameOf(tx, context, seen)
      if (!frame) return refused('no_such_thing')
      const right = rightUntil(frame, context.now, offer.span.until, seen.placeId)
      if (!right.canRequest) return refused('no_loan_right', { because: right.reasons[0] ?? '' })
      const bookings = await bookSpan(tx, context, frame, { request: offer.requestId, span: offer.span })
      if (isRefusal(bookings)) return bookings
      const { calendar } = frame.desk
      const length = lengthOf(stayOf(offer.span.from, offer.span.until, calendar.zone), [], frame.rules)
      if (length.verdict === 'too_long') return refused('too_long', { days: String(length.days) })
      const today = dayOf(context.now, calendar.zone)
      const heldUntil = offerEnd(calendar, today, context.now, frame.rules.answerDays.value)
      await giveRootToLine(tx, offer.rootId, seen.id, { status: 'hold', heldUntil })
      await planLine(tx, seen.id, {
        unitId: offer.unitId,
        pickupAt: offer.span.from,
        returnAt: offer.span.until,
        pickupBookingId: bookings.pickup,
        returnBookingId: bookings.back,
        days: length.days,
        needsDerogation: length.verdict === 'needs_derogation',
        policyVersion: frame.policy?.version ?? null,
        rules: frame.rules,
      })
      await markSubmitted(tx, offer.requestId, context.now)
      await endOffer(tx, offer.id, 'accepted', context.now)
      await leaveList(tx, offer.entryId, 'accepted', context.now)
      const recorded = recordedBy(context)
      const drafted =
        seen.seq === 0 ? await recordEvent(tx, seen, { act: 'drafted', to: 'draft' }, recorded) : seen
      const after = await recordEvent(tx, drafted, { act: 'offer_accepted', to: 'submitted' }, recorded)
      return told(tx, 'submitted', { ...after, unitId: offer.unitId })
    },
  })
}

/** Left to the next: the unit is free again for whoever follows. */
export function declineOffer(context: Context, target: LineTarget): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['draft'],
    action: 'waiting-list.declined',
    async work(tx, line) {
      const offer = await lockedOffer(tx, context, line)
      if (isRefusal(offer)) return offer
      await releaseRoot(tx, offer.rootId)
      await endOffer(tx, offer.id, 'declined', context.now)
      return line
    },
  })
}

/** The offer of that line with its units held, as long as it stands. */
async function lockedOffer(tx: Database, context: Context, line: Line): Promise<Offer | Refused> {
  const seen = await openOffer(tx, line.id)
  if (!seen) return refused('answer_too_late')
  const units = await withParts(tx, seen.unitId)
  await lockLine(tx, context.reach, line.id, units)
  await releaseLapsed(tx, context, units)
  const offer = await openOffer(tx, line.id)
  return offer && compareInstants(context.now, offer.expiresAt) < 0 ? offer : refused('answer_too_late')
}
