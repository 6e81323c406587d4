import { dayOf } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { findLine, type Line, recordEvent, replanLine } from '../../data/lines.store.ts'
import { addOccupancy, releaseLine, unitsOfModels } from '../../data/occupancy.store.ts'
import type { StockUnit } from '../../data/stock.queries.ts'
import { freeUnits, type Span } from '../../domain/availability.ts'
import type { UnitId } from '../../domain/equipment.ts'
import { offerEnd } from '../../domain/moving/waiting.ts'
import { actOnLine, type LineTarget, recordedBy } from '../act-on-line.ts'
import type { LendingFrame } from '../lending-frame.ts'
import { type Refused, refused } from '../lending-refusal.ts'
import { stockAround } from '../stock-around.ts'
import { told } from '../telling/announce.ts'
import { frameOf } from './decide-line.ts'

export interface UnitChoice {
  readonly id: UnitId
  readonly name: string
  /** Hours left idle beside the nearest other use; null: it has none. EQP-406. */
  readonly idleHours: number | null
  readonly loans: number
}

/** The units of the same model that are free for that loan, in the order in which they would be chosen, and why. EQP-406. */
export async function unitChoices(context: Context, line: Line, db = context.db): Promise<UnitChoice[]> {
  const frame = await frameOf(db, context, line)
  if (!frame || !line.pickupAt || !line.returnAt) return []
  const span = { from: line.pickupAt, until: line.returnAt }
  const stock = await stockAround(db, frame, { models: [line.modelId], span, now: context.now })
  const others = stock.units.filter(({ id, modelId }) => id !== line.unitId && modelId === line.modelId)
  return freeUnits(others, stock.busy, span).map(({ unit, idleSeconds }) => ({
    id: unit.id as UnitId,
    name: unit.name,
    idleHours: idleSeconds === null ? null : Math.round(idleSeconds / 3600),
    loans: unit.loans,
  }))
}

/**
 * Another unit of the same model, chosen by hand: for a loan whose own is late or out of service. The old one is free and
 * the new one taken together, or nothing changes. EQP-406, EQP-1102, L8.
 */
export function changeUnit(context: Context, target: LineTarget, unitId: UnitId): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['submitted', 'approved'],
    action: 'loan.unit-changed',
    others: (db) => unitsOfLine(db, context, target),
    async work(tx, line) {
      const frame = await frameOf(tx, context, line)
      if (!frame || !line.pickupAt || !line.returnAt) return refused('no_such_thing')
      const span = { from: line.pickupAt, until: line.returnAt }
      const { units } = await stockAround(tx, frame, { models: [line.modelId], span, now: context.now })
      const unit = units.find(({ id, modelId }) => id === unitId && modelId === line.modelId)
      if (!unit) return refused('no_such_thing')
      if (!(await unitChoices(context, line, tx)).some(({ id }) => id === unitId))
        return refused('already_taken', { unit: unit.name })
      const after = await giveUnit(tx, context, { line, unit, span, frame }, '')
      // Before the answer, which unit it will be is the manager's business.
      return line.state === 'approved' ? told(tx, 'substituted', after) : after
    },
  })
}

/**
 * Frees what the line had and takes that unit for it, still held if it was not decided. Throws the violation of
 * `one_use_at_a_time` when the unit is taken.
 */
export async function giveUnit(
  tx: Database,
  context: Context,
  { line, unit, span, frame }: { line: Line; unit: StockUnit; span: Span; frame: LendingFrame },
  reason: string,
): Promise<Line> {
  const recorded = recordedBy(context)
  const { calendar } = frame.desk
  const held = offerEnd(
    calendar,
    dayOf(context.now, calendar.zone),
    context.now,
    frame.rules.answerDays.value,
  )
  await releaseLine(tx, line.id)
  await addOccupancy(
    tx,
    {
      ...{ kind: 'loan', lineId: line.id, span, heldUntil: line.state === 'submitted' ? held : null },
      units: [unit.id, ...unit.parts.map(({ id }) => id)],
      ...{ prepMinutes: unit.prepMinutes, turnaroundMinutes: unit.turnaroundMinutes },
    },
    recorded,
  )
  await replanLine(tx, line.id, { unitId: unit.id })
  const details = { before: line.unitId, after: unit.id }
  const after = await recordEvent(
    tx,
    line,
    { act: 'unit_changed', to: line.state, reason, details },
    recorded,
  )
  return { ...after, unitId: unit.id }
}

async function unitsOfLine(
  db: Database,
  { reach }: Context,
  { lineId }: LineTarget,
): Promise<readonly UnitId[]> {
  const line = await findLine(db, reach, lineId)
  return line ? unitsOfModels(db, line.inventoryId, [line.modelId]) : []
}
