import { dayOf } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { findLine, type Line } from '../../data/lines.store.ts'
import { releaseLine, unitsOfModels, withParts } from '../../data/occupancy.store.ts'
import { substitutesOf } from '../../data/stock.queries.ts'
import type { Span } from '../../domain/availability.ts'
import type { LineId, UnitId } from '../../domain/equipment.ts'
import { noticeLeft, type Proposal } from '../../domain/moving/displacement.ts'
import { actOnLine, type LineTarget } from '../act-on-line.ts'
import { isPeriod } from '../borrowing/request-loan.ts'
import { frameOf } from '../deciding/decide-line.ts'
import { type Refused, refused } from '../lending-refusal.ts'
import { told } from '../telling/announce.ts'
import { owedNotice } from './owed-notice.ts'
import { type Planned, propose, recordDisplacement } from './propose.ts'
import { takeForOwner } from './reserve-unit.ts'

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
      const problem = owedNotice(context, line, line.pickupAt, frame)
      if (problem) return problem
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
  const problem = owedNotice(context, line, from, frame)
  if (problem) return problem
  const displacing = { line: { ...line, unitId }, span: { from, until }, frame, need }
  const { proposal } = await propose(context.db, context, { ...displacing, away: need.span, others: [] })
  return { proposal, noticeDays: noticeLeft(calendar, today, from) }
}

interface Displacing extends Planned {
  need: OwnersNeed
}

async function displace(tx: Database, context: Context, displacing: Displacing): Promise<Line | Refused> {
  const { line, need } = displacing
  const proposed = await propose(tx, context, { ...displacing, away: need.span, others: [] })
  await releaseLine(tx, line.id)
  const owner = { kind: 'owner_use' as const, ...need }
  const forRootId = await takeForOwner(tx, context, owner, await withParts(tx, line.unitId))
  const after = await recordDisplacement(tx, context, displacing, {
    ...proposed,
    forRootId,
    reason: need.reason,
    reasonCode: 'owner_need',
  })
  return told(tx, 'displaced', after)
}

/** Every unit that may be written about: all are held first, in their order. */
async function unitsConcerned(db: Database, { reach }: Context, id: LineId): Promise<readonly UnitId[]> {
  const line = await findLine(db, reach, id)
  if (!line) return []
  return unitsOfModels(db, line.inventoryId, [line.modelId, ...(await substitutesOf(db, line.modelId))])
}
