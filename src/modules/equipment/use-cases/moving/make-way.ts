import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { type Line, lockLine, recordEvent } from '../../data/lines.store.ts'
import { openDisplacement } from '../../data/moving/displacements.store.ts'
import { type InTheWay, loansInTheWay } from '../../data/moving/in-the-way.queries.ts'
import { endDisplacement, endOffer } from '../../data/moving/lapsed.queries.ts'
import { releaseLine, releaseRoot } from '../../data/occupancy.store.ts'
import { readStock } from '../../data/stock.queries.ts'
import { freeUnits, widened } from '../../domain/availability.ts'
import type { LineId, UnitId } from '../../domain/equipment.ts'
import { recordedBy } from '../act-on-line.ts'
import { giveUnit } from '../deciding/change-unit.ts'
import { endPlan, frameOf } from '../deciding/decide-line.ts'
import type { Refused } from '../lending-refusal.ts'
import { announce } from '../telling/announce.ts'
import { owedNotice } from './owed-notice.ts'
import { type Planned, propose, recordDisplacement } from './propose.ts'

export interface WayToMake {
  /** What is away, its parts and its kit included: the caller holds them and those around (`unitsAround`). */
  units: readonly UnitId[]
  /** From when until when; null: nobody knows, or for ever. */
  span: { from: Instant; until: Instant | null }
  /** The rows the caller writes next, under this root. */
  forRootId: Id<'root'> | null
  reason: string
  reasonCode: 'owner_need' | 'unavailable'
  /**
   * Nothing does as well: `ask` displaces with whatever is left to propose (split, waiting list); `cancel` ends the loan
   * and promises nothing; `keep` leaves it where it is, at risk.
   */
  ifNothing: 'ask' | 'cancel' | 'keep'
  /** Its owner chose these dates: a loan that no unit replaces is owed the notice of its rules. What broke asks nobody. */
  isChosen?: boolean
}

export interface Moved {
  readonly lineId: LineId
  readonly outcome: 'substituted' | 'displaced' | 'cancelled' | 'unheld' | 'at_risk'
  /** Rank of its last event then. */
  readonly seq: number
}

/**
 * Every loan to come on units that will not be there makes way, first to leave first: a unit of the same model at once,
 * else one that does as well if the borrower agrees, else what `ifNothing` says. A request nobody has answered loses its
 * hold only: a person answers it. Refused only to dates that are chosen. To be called before the rows that take the units.
 * EQP-602, EQP-903, EQP-1102.
 */
export function makeWay(
  tx: Database,
  context: Context,
  way: WayToMake & { isChosen: true },
): Promise<Moved[] | Refused>
export function makeWay(
  tx: Database,
  context: Context,
  way: WayToMake & { isChosen?: false },
): Promise<Moved[]>
export async function makeWay(tx: Database, context: Context, way: WayToMake): Promise<Moved[] | Refused> {
  const moved: Moved[] = []
  for (const one of await loansInTheWay(tx, way.units, way.span)) {
    const isGranted = one.state === 'approved' || one.state === 'prepared'
    const outcome = isGranted ? await moveLine(tx, context, one, way) : await loseHold(tx, context, one)
    if (isRefusal(outcome)) return outcome
    moved.push(...outcome)
  }
  for (const { lineId, outcome, seq } of moved)
    await announce(tx, { kind: outcome, line: { id: lineId, seq } })
  return moved
}

async function moveLine(
  tx: Database,
  context: Context,
  { lineId }: InTheWay,
  way: WayToMake,
): Promise<Moved[] | Refused> {
  const found = lineId && (await lockLine(tx, everywhere(context), lineId))
  const line = found && (await offTheShelf(tx, context, found))
  const frame = line && (await frameOf(tx, { ...context, reach: everywhere(context) }, line))
  if (!frame || !line.unitId || !line.pickupAt || !line.returnAt) return []
  const span = { from: line.pickupAt, until: line.returnAt }
  const planned: Planned = { line: { ...line, unitId: line.unitId }, span, frame }
  const substituted = await substitute(tx, context, planned, way)
  if (substituted) return [{ lineId: line.id, outcome: 'substituted', seq: substituted.seq }]
  const owed = way.isChosen ? owedNotice(context, line, line.pickupAt, frame) : null
  return owed ?? displaceOr(tx, context, planned, way)
}

/** What was prepared is not what will leave. */
async function offTheShelf(tx: Database, context: Context, line: Line): Promise<Line> {
  if (line.state !== 'prepared') return line
  return recordEvent(tx, line, { act: 'unprepared', to: 'approved' }, recordedBy(context))
}

/** The same thing under another number: nothing to ask. */
async function substitute(
  tx: Database,
  context: Context,
  planned: Planned,
  way: WayToMake,
): Promise<Line | null> {
  const { line, span, frame } = planned
  const { units, busy } = await readStock(tx, frame.inventory.id, {
    models: [line.modelId],
    ...widened(span, { prepMinutes: 43_200, turnaroundMinutes: 43_200 }),
    now: context.now,
    riskHorizonDays: frame.rules.riskHorizonDays.value,
  })
  const others = units.filter(
    ({ id, modelId, parts }) =>
      modelId === line.modelId &&
      ![id, ...parts.map((part) => part.id)].some((one) => way.units.includes(one)),
  )
  const chosen = freeUnits(others, busy, span)[0]?.unit.id
  const unit = others.find(({ id }) => id === chosen)
  return unit ? giveUnit(tx, context, { line, unit, span, frame }, way.reason) : null
}

async function displaceOr(
  tx: Database,
  context: Context,
  planned: Planned,
  way: WayToMake,
): Promise<Moved[]> {
  const { line } = planned
  const proposed = await propose(tx, context, { ...planned, away: way.span, others: way.units })
  const replaces = 'unitId' in proposed.proposal
  if (!replaces && way.ifNothing === 'keep') return [{ lineId: line.id, outcome: 'at_risk', seq: line.seq }]
  await releaseLine(tx, line.id)
  const isOver = !replaces && way.ifNothing === 'cancel'
  const { forRootId, reason, reasonCode } = way
  const why = { forRootId, reason, reasonCode }
  const made = { ...proposed, ...why, ...(isOver && { proposal: { kind: 'cancel' as const } }) }
  const displaced = await recordDisplacement(tx, context, planned, made)
  if (!isOver) return [{ lineId: line.id, outcome: 'displaced', seq: displaced.seq }]
  const open = await openDisplacement(tx, line.id)
  if (open) await endDisplacement(tx, open.id, 'lapsed', context.now)
  const ended = await endPlan(tx, context, displaced, {
    act: 'cancelled',
    to: 'withdrawn',
    reason: way.reason,
  })
  return [{ lineId: line.id, outcome: 'cancelled', seq: ended.seq }]
}

async function loseHold(tx: Database, context: Context, one: InTheWay): Promise<Moved[]> {
  await releaseRoot(tx, one.rootId)
  if (one.offerId) await endOffer(tx, one.offerId, 'lapsed', context.now)
  if (one.displacementId) await endDisplacement(tx, one.displacementId, 'lapsed', context.now)
  const line = one.lineId && (await lockLine(tx, everywhere(context), one.lineId))
  return line ? [{ lineId: line.id, outcome: 'unheld', seq: line.seq }] : []
}

/** A loan makes way whatever the reach of whoever needs the unit. */
function everywhere({ network }: Context): Context['reach'] {
  return { kind: 'all', network: network.id }
}
