import { dayOf } from '../../../kernel/instant.ts'
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db/database.ts'
import { addDisplacement } from '../data/displacements.store.ts'
import { findLine, type Line, recordEvent } from '../data/lines.store.ts'
import { addOccupancy, releaseLine, unitsOfModels, withParts } from '../data/occupancy.store.ts'
import { substitutesOf } from '../data/stock.queries.ts'
import type { Busy, Span } from '../domain/availability.ts'
import { displacementProblem, noticeLeft, type Proposal, proposalFor } from '../domain/displacement.ts'
import type { LineId, UnitId } from '../domain/equipment.ts'
import { isAway } from '../domain/line.ts'
import { offerEnd } from '../domain/waiting.ts'
import { actOnLine, type LineTarget, recordedBy } from './act-on-line.ts'
import { frameOf } from './decide-line.ts'
import type { LendingFrame } from './lending-frame.ts'
import { type Refused, refused } from './lending-refusal.ts'
import { isPeriod } from './request-loan.ts'
import { takeForOwner } from './reserve-unit.ts'
import { stockAround } from './stock-around.ts'

export interface OwnersNeed {
  span: Span
  title: string
  responsible: string
  reason: string
}

/**
 * The owner takes an approved loan's unit back for its own dates, a substitute proposed first: the loan is displaced, the
 * owner's use written and the substitute held, together or not at all. Never once it is out: only an early return may be
 * asked. EQP-602 to EQP-604, L15.
 */
export function displaceLine(
  context: Context,
  target: LineTarget,
  need: OwnersNeed,
): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['approved', 'prepared', 'out', 'partially_returned'],
    action: 'loan.displaced',
    others: (db) => unitsConcerned(db, context, target.lineId),
    async work(tx, line) {
      const frame = await frameOf(tx, context, line)
      if (!frame || !line.unitId || !line.pickupAt || !line.returnAt || context.reach.kind !== 'all')
        return refused('no_such_thing')
      if (need.reason.trim() === '') return refused('reason_missing')
      if (!isPeriod(need.span.from, need.span.until)) return refused('period_invalid')
      const { calendar } = frame.desk
      const today = dayOf(context.now, calendar.zone)
      const problem = displacementProblem(
        { pickup: line.pickupAt, isOut: isAway(line.state) },
        frame.rules,
        calendar,
        today,
      )
      if (problem) return refused(problem, { notice: String(frame.rules.displacementNotice.value) })
      return displace(tx, context, {
        line: { ...line, unitId: line.unitId },
        span: { from: line.pickupAt, until: line.returnAt },
        frame,
        need,
      })
    },
  })
}

/** What would be proposed to the borrower, or why it may not be asked: shown before the act, writes nothing. EQP-602. */
export async function displacementPreview(
  context: Context,
  line: Line,
  need: OwnersNeed,
): Promise<{ proposal: Proposal; noticeDays: number } | Refused> {
  const frame = await frameOf(context.db, context, line)
  const { unitId, pickupAt: from, returnAt: until } = line
  if (!frame || !unitId || !from || !until) return refused('no_such_thing')
  if (!isPeriod(need.span.from, need.span.until)) return refused('period_invalid')
  const { calendar } = frame.desk
  const today = dayOf(context.now, calendar.zone)
  const loan = { pickup: from, isOut: isAway(line.state) }
  const problem = displacementProblem(loan, frame.rules, calendar, today)
  if (problem) return refused(problem, { notice: String(frame.rules.displacementNotice.value) })
  const displacing = { line: { ...line, unitId }, span: { from, until }, frame, need }
  const { proposal } = await propose(context.db, context, displacing)
  return { proposal, noticeDays: noticeLeft(calendar, today, from) }
}

interface Displacing {
  line: Line & { unitId: UnitId }
  span: Span
  frame: LendingFrame
  need: OwnersNeed
}

async function displace(
  tx: Database,
  context: Context,
  { line, span, frame, need }: Displacing,
): Promise<Line | Refused> {
  const { calendar } = frame.desk
  const today = dayOf(context.now, calendar.zone)
  const recorded = recordedBy(context)
  const shelved =
    line.state === 'prepared'
      ? await recordEvent(tx, line, { act: 'unprepared', to: 'approved' }, recorded)
      : line
  const { proposal, delays } = await propose(tx, context, { line, span, frame, need })
  await releaseLine(tx, line.id)
  const owner = { kind: 'owner_use' as const, ...need }
  const forRootId = await takeForOwner(tx, context, owner, await withParts(tx, line.unitId))
  const answerBy = offerEnd(calendar, today, context.now, frame.rules.displacementAnswer.value)
  const proposedUnitId = 'unitId' in proposal ? (proposal.unitId as UnitId) : null
  const holdRootId = proposedUnitId
    ? await addOccupancy(
        tx,
        {
          kind: 'loan',
          lineId: line.id,
          units: await withParts(tx, proposedUnitId),
          span,
          heldUntil: answerBy,
          ...(delays ?? { prepMinutes: 0, turnaroundMinutes: 0 }),
        },
        recorded,
      )
    : null
  await addDisplacement(
    tx,
    {
      lineId: line.id,
      forRootId,
      reason: need.reason,
      noticeDays: noticeLeft(calendar, today, span.from),
      proposal: proposal.kind,
      proposedUnitId,
      holdRootId,
      answerBy,
    },
    context.now,
  )
  const details = { proposal, answerBy }
  return recordEvent(
    tx,
    shelved,
    { act: 'displaced', to: 'displaced', reasonCode: 'owner_need', reason: need.reason, details },
    recorded,
  )
}

/** What the engine proposes, with the delays of the unit it names. The line's own rows do not stand in its way. */
async function propose(
  tx: Database,
  context: Context,
  { line, span, frame, need }: Displacing,
): Promise<{ proposal: Proposal; delays: { prepMinutes: number; turnaroundMinutes: number } | null }> {
  const substitutes = await substitutesOf(tx, line.modelId)
  const models = [line.modelId, ...substitutes]
  const stock = await stockAround(tx, frame, { models, span, now: context.now })
  const busy = stock.busy.filter(({ lineId }) => lineId !== line.id)
  const unit = stock.units.find(({ id }) => id === line.unitId)
  if (!unit) return { proposal: { kind: 'waiting_list' }, delays: null }
  const owners: Busy = { unitId: unit.id, kind: 'owner_use', ...need.span }
  const proposal = proposalFor({ ...stock, busy }, { unit, span, substitutes }, owners)
  const proposed = 'unitId' in proposal ? stock.units.find(({ id }) => id === proposal.unitId) : null
  return {
    proposal,
    delays: proposed
      ? { prepMinutes: proposed.prepMinutes, turnaroundMinutes: proposed.turnaroundMinutes }
      : null,
  }
}

/** Every unit that may be written about: all are held first, in their order. */
async function unitsConcerned(db: Database, { reach }: Context, id: LineId): Promise<readonly UnitId[]> {
  const line = await findLine(db, reach, id)
  if (!line) return []
  return unitsOfModels(db, line.inventoryId, [line.modelId, ...(await substitutesOf(db, line.modelId))])
}
