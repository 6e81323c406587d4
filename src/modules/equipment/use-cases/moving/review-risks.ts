import { compareInstants, laterBy } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { type Desk, listDesks } from '../../data/desks.store.ts'
import { findLines, type Line, recordEvent, replanLine } from '../../data/lines.store.ts'
import {
  noteRisks,
  type RiskyLine,
  relocate,
  riskyLines,
  substitutesOfAll,
} from '../../data/moving/risks.queries.ts'
import { addOccupancy, lockAround, releaseLine } from '../../data/occupancy.store.ts'
import { readStock, type StockRead, type StockUnit } from '../../data/stock.queries.ts'
import type { InventoryId, UnitId } from '../../domain/equipment.ts'
import { type WayOut, waysOut } from '../../domain/moving/risk.ts'
import { rulesFrom } from '../../domain/rules.ts'
import { recordedBy } from '../act-on-line.ts'
import { announce } from '../telling/announce.ts'
import { recordDisplacement } from './propose.ts'
import { releaseLapsed } from './release-lapsed.ts'

/** What a review did, by number of loans. */
export interface Reviewed {
  readonly substituted: number
  readonly displaced: number
  /** At risk: nothing does as well. */
  readonly atRisk: number
}

const NOTHING: Reviewed = { substituted: 0, displaced: 0, atRisk: 0 }
const AROUND_SECONDS = 60 * 86_400

const REASONS: Readonly<Record<RiskyLine['cause'], string>> = {
  late: 'Le matériel n’est pas revenu du prêt précédent',
  service: 'Le matériel n’est pas en service',
  part: 'La malle n’est pas complète',
}

/**
 * Every granted loan of an inventory whose unit may not be there is given another one of the same model; else one that does
 * as well, if the borrower agrees; else its managers are told, once. Ten statements and five for each such loan, however many
 * loans are open. Twice or late, the outcome is the same. EQP-1102, EQP-1804, L8.
 */
export async function reviewRisks(context: Context, inventory: InventoryId): Promise<Reviewed> {
  const seen = await riskyLines(context.db, inventory, context.now)
  if (seen.length === 0) return NOTHING
  return inTransaction<Reviewed>(context.db, async (tx) => {
    const held = await lockAround(tx, [...new Set(seen.map(({ unitId }) => unitId))])
    await releaseLapsed(tx, context, held)
    // Read again: some came back, or were given another unit, while this one waited.
    const risky = (await riskyLines(tx, inventory, context.now)).filter(({ unitId }) => held.includes(unitId))
    if (risky.length === 0) return NOTHING
    const ids = risky.map(({ lineId }) => lineId)
    return settle(tx, context, { inventory, risky, lines: await findLines(tx, context.reach, ids) })
  })
}

interface Settling {
  inventory: InventoryId
  risky: readonly RiskyLine[]
  lines: readonly Line[]
}

async function settle(tx: Database, context: Context, settling: Settling): Promise<Reviewed> {
  const { inventory, risky, lines } = settling
  const substitutes = await substitutesOfAll(tx, [...new Set(risky.map(({ modelId }) => modelId))])
  const stock = await stockFor(tx, context, settling, [...substitutes.values()].flat())
  const asked = risky.map((one) => ({ ...one, span: { from: one.from, until: one.until } }))
  const ways = waysOut(asked, stock, substitutes)
  const stuck = ways.filter(({ way }) => way.kind === 'none').map(({ line }) => line)
  const untold = await noteRisks(tx, stuck, context.now)
  const desks = ways.some(({ way }) => way.kind === 'compatible') ? await listDesks(tx, inventory) : []
  for (const { line: one, way } of ways) {
    const line = lines.find(({ id }) => id === one.lineId)
    if (line) await follow(tx, context, { one, way, line, desks, isUntold: untold.has(one.lineId) })
  }
  const count = (kind: WayOut<StockUnit>['kind']) => ways.filter(({ way }) => way.kind === kind).length
  const reviewed = {
    substituted: count('same_model'),
    displaced: count('compatible'),
    atRisk: count('none'),
  }
  if (reviewed.substituted + reviewed.displaced + untold.size > 0)
    await writeJournal(tx, context, 'loan.risks-reviewed', inventory, { ...reviewed })
  return reviewed
}

function stockFor(
  tx: Database,
  { now }: Context,
  { inventory, risky }: Settling,
  others: readonly RiskyLine['modelId'][],
): Promise<StockRead> {
  const last =
    risky
      .map(({ until }) => until)
      .sort(compareInstants)
      .at(-1) ?? now
  return readStock(tx, inventory, {
    models: [...new Set([...risky.map(({ modelId }) => modelId), ...others])],
    from: laterBy(now, -AROUND_SECONDS),
    until: laterBy(last, AROUND_SECONDS),
    now,
    riskHorizonDays: Math.max(...risky.map(({ riskHorizonDays }) => riskHorizonDays)),
  })
}

interface Following {
  one: RiskyLine
  way: WayOut<StockUnit>
  line: Line
  desks: readonly Desk[]
  isUntold: boolean
}

async function follow(tx: Database, context: Context, following: Following): Promise<void> {
  const { one, way, line, isUntold } = following
  if (way.kind === 'same_model') {
    const after = await substitute(tx, context, following, way.unit)
    return announce(tx, { kind: 'substituted', line: after })
  }
  if (way.kind === 'compatible') {
    const after = await displace(tx, context, following, way.unit)
    return announce(tx, { kind: 'displaced', line: after })
  }
  const once = `at_risk:${line.id}:${one.causeKey}`
  if (isUntold) await announce(tx, { kind: 'at_risk', line, once, facts: { cause: one.cause } })
}

/** The same thing under another number; what was prepared is not what will leave. */
async function substitute(
  tx: Database,
  context: Context,
  { one, line }: Following,
  unit: StockUnit,
): Promise<Line> {
  const { prepMinutes, turnaroundMinutes } = unit
  const recorded = recordedBy(context)
  if (unit.parts.length === 0) {
    await relocate(tx, line.id, { unitId: unit.id, prepMinutes, turnaroundMinutes })
  } else {
    const units: readonly UnitId[] = [unit.id, ...unit.parts.map(({ id }) => id)]
    const span = { from: one.from, until: one.until }
    await releaseLine(tx, line.id)
    const plan = { kind: 'loan', lineId: line.id, units, span, heldUntil: null } as const
    await addOccupancy(tx, { ...plan, prepMinutes, turnaroundMinutes }, recorded)
    await replanLine(tx, line.id, { unitId: unit.id })
  }
  const details = { before: line.unitId, after: unit.id }
  const act = { act: 'unit_changed', to: 'approved', reason: REASONS[one.cause], details } as const
  return { ...(await recordEvent(tx, line, act, recorded)), unitId: unit.id }
}

async function displace(
  tx: Database,
  context: Context,
  { one, line, desks }: Following,
  unit: StockUnit,
): Promise<Line> {
  const desk = desks.find(({ id }) => id === line.deskId)
  if (!desk || !line.unitId) return line
  await releaseLine(tx, line.id)
  const rules = line.rules ?? rulesFrom({}, null)
  return recordDisplacement(
    tx,
    context,
    {
      line: { ...line, unitId: line.unitId },
      span: { from: one.from, until: one.until },
      frame: { desk, rules },
    },
    {
      proposal: { kind: 'compatible', unitId: unit.id },
      delays: unit,
      units: [unit.id, ...unit.parts.map(({ id }) => id)],
      forRootId: null,
      reason: REASONS[one.cause],
      reasonCode: 'unavailable',
    },
  )
}
