import { compareInstants } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { addSibling, type Line, planLine, recordEvent, replanLine } from '../../data/lines.store.ts'
import { type Displacement, openDisplacement } from '../../data/moving/displacements.store.ts'
import { endDisplacement } from '../../data/moving/lapsed.queries.ts'
import { addOccupancy, giveRootToLine, releaseRoot, withParts } from '../../data/occupancy.store.ts'
import { cancelUnusedBookings } from '../../data/slots.store.ts'
import type { Span } from '../../domain/availability.ts'
import { countedDays, stayOf } from '../../domain/duration.ts'
import type { UnitId } from '../../domain/equipment.ts'
import { actOnLine, type LineTarget, recordedBy } from '../act-on-line.ts'
import { endPlan, frameOf } from '../deciding/decide-line.ts'
import type { LendingFrame } from '../lending-frame.ts'
import { type Refused, refused } from '../lending-refusal.ts'
import { stockAround } from '../stock-around.ts'
import { told } from '../telling/announce.ts'
import { bookSpan } from './submit-lines.ts'

export type DisplacementAnswer =
  | { kind: 'accept' }
  /** Around the owner's dates: the first part keeps the line, the second is a line of its own. */
  | { kind: 'split'; parts: readonly [Span, ...Span[]] }
  | { kind: 'give_up' }

/** The borrower chooses; nothing is chosen in its place. EQP-603. */
export function answerDisplacement(
  context: Context,
  target: LineTarget,
  answer: DisplacementAnswer,
): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['displaced'],
    action: 'loan-displacement.answered',
    async work(tx, line) {
      const open = await openDisplacement(tx, line.id)
      if (answer.kind === 'give_up') return giveUp(tx, context, line, open)
      if (!open || compareInstants(open.answerBy, context.now) <= 0) return refused('answer_too_late')
      if (answer.kind === 'split') return split(tx, context, { line, open, parts: answer.parts })
      return accept(tx, context, line, open)
    },
  })
}

async function accept(
  tx: Database,
  context: Context,
  line: Line,
  open: Displacement,
): Promise<Line | Refused> {
  if (!open.holdRootId || !open.proposedUnitId) return refused('answer_too_late')
  await giveRootToLine(tx, open.holdRootId, line.id, { status: 'firm' })
  await replanLine(tx, line.id, { unitId: open.proposedUnitId })
  await endDisplacement(tx, open.id, 'accepted', context.now)
  const after = await recordEvent(
    tx,
    line,
    { act: 'substitute_accepted', to: 'approved' },
    recordedBy(context),
  )
  return told(tx, 'displacement_accepted', { ...after, unitId: open.proposedUnitId })
}

async function giveUp(tx: Database, context: Context, line: Line, open: Displacement | null): Promise<Line> {
  if (open?.holdRootId) await releaseRoot(tx, open.holdRootId)
  if (open) await endDisplacement(tx, open.id, 'given_up', context.now)
  const after = await endPlan(tx, context, line, { act: 'withdrawn', to: 'withdrawn' })
  return told(tx, 'displacement_declined', after)
}

interface Splitting {
  line: Line
  open: Displacement
  parts: readonly [Span, ...Span[]]
}

async function split(
  tx: Database,
  context: Context,
  { line, open, parts }: Splitting,
): Promise<Line | Refused> {
  const frame = await frameOf(tx, context, line)
  if (!frame || !line.unitId) return refused('no_such_thing')
  if (open.holdRootId) await releaseRoot(tx, open.holdRootId)
  const recorded = recordedBy(context)
  await cancelUnusedBookings(tx, line.requestId, context.now, line.id)
  for (const [index, span] of parts.entries()) {
    if (compareInstants(span.from, span.until) >= 0) return refused('period_invalid')
    const part = index === 0 ? line : await addSibling(tx, line, context.now)
    const planned = await planPart(tx, context, { part, unitId: line.unitId, span, frame })
    if (planned) return planned
    if (index > 0) await tellSibling(tx, part, recorded)
  }
  await endDisplacement(tx, open.id, 'split', context.now)
  const after = await recordEvent(tx, line, { act: 'split_accepted', to: 'approved' }, recorded)
  return told(tx, 'displacement_accepted', after)
}

async function planPart(
  tx: Database,
  context: Context,
  { part, unitId, span, frame }: { part: Line; unitId: UnitId; span: Span; frame: LendingFrame },
): Promise<Refused | null> {
  const stock = await stockAround(tx, frame, { models: [part.modelId], span, now: context.now })
  const unit = stock.units.find(({ id }) => id === unitId)
  if (!unit) return refused('no_such_thing')
  const bookings = await bookSpan(tx, context, frame, { request: part.requestId, span })
  if (isRefusal(bookings)) return bookings
  await addOccupancy(
    tx,
    {
      kind: 'loan',
      lineId: part.id,
      units: await withParts(tx, unitId),
      span,
      heldUntil: null,
      prepMinutes: unit.prepMinutes,
      turnaroundMinutes: unit.turnaroundMinutes,
    },
    recordedBy(context),
  )
  await planLine(tx, part.id, {
    unitId,
    pickupAt: span.from,
    returnAt: span.until,
    pickupBookingId: bookings.pickup,
    returnBookingId: bookings.back,
    days: countedDays(stayOf(span.from, span.until, stock.desk.zone)),
    needsDerogation: false,
    policyVersion: frame.policy?.version ?? null,
    rules: frame.rules,
  })
  return null
}

/** The second part was approved with the first: its story says so from the start. */
async function tellSibling(
  tx: Database,
  sibling: Line,
  recorded: ReturnType<typeof recordedBy>,
): Promise<void> {
  let line = await recordEvent(tx, sibling, { act: 'split', to: 'draft' }, recorded)
  line = await recordEvent(tx, line, { act: 'split', to: 'submitted' }, recorded)
  await recordEvent(tx, line, { act: 'split', to: 'approved' }, recorded)
}
