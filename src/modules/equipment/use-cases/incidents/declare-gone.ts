import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { addLifecycle, findUnit } from '../../data/catalogue/catalogue.store.ts'
import { custodyOf, endCustody } from '../../data/desk/returns.store.ts'
import { lockLine, recordEvent } from '../../data/lines.store.ts'
import { markBack, withParts } from '../../data/occupancy.store.ts'
import type { InventoryId, LineId, UnitId } from '../../domain/equipment.ts'
import { isAway } from '../../domain/line.ts'
import { recordedBy } from '../act-on-line.ts'
import { makeWay } from '../moving/make-way.ts'
import { type IncidentRefused, incidentRefused } from './incident-refusal.ts'

export interface Gone {
  readonly inventoryId: InventoryId
  readonly unitId: UnitId
  /** The loan that had it in hand; null: it disappeared from the shelf. */
  readonly lineId: LineId | null
  readonly how: 'lost' | 'stolen'
  readonly reason: string
}

/**
 * A unit nobody has any more: its custody ends there, its loan is lost or stolen, and those to come make way for good. A
 * part goes alone: what its loan had besides is still to be brought back, and its kit waits only if it cannot do without.
 * EQP-503, EQP-903.
 */
export async function declareGone(
  tx: Database,
  context: Context,
  gone: Gone,
): Promise<IncidentRefused | undefined> {
  const { inventoryId, unitId, lineId, how, reason } = gone
  const unit = await findUnit(tx, inventoryId, unitId)
  if (!unit) return incidentRefused('no_such_thing')
  const all = await withParts(tx, unitId)
  const missing = lineId ? await endLoan(tx, context, { ...gone, lineId }, all) : all
  if (!Array.isArray(missing)) return missing
  for (const one of missing) {
    const known = await findUnit(tx, inventoryId, one)
    if (known && known.lifecycle !== how)
      await addLifecycle(
        tx,
        one,
        { lifecycle: how, reason, seq: known.lifecycleSeq + 1 },
        recordedBy(context),
      )
  }
  const needed = unit.kitId === null || unit.isCritical
  const units = unit.kitId && needed ? [...missing, unit.kitId] : missing
  const span = { from: context.now, until: null }
  if (needed)
    await makeWay(tx, context, {
      ...{ units, span, forRootId: null, reason },
      ...{ reasonCode: 'unavailable' as const, ifNothing: 'ask' as const },
    })
  return undefined
}

/** What was in the borrower's hands of it, no more; null hands: it was not theirs. */
async function endLoan(
  tx: Database,
  context: Context,
  { lineId, unitId, how, reason }: Gone & { lineId: LineId },
  all: readonly UnitId[],
): Promise<UnitId[] | IncidentRefused> {
  const line = await lockLine(tx, context.reach, lineId)
  const open = (await custodyOf(tx, lineId)).filter(({ backAt }) => backAt === null)
  const lost = open.filter((custody) => all.includes(custody.unitId))
  if (!line || !isAway(line.state) || lost.length === 0) return incidentRefused('not_in_hand')
  const recorded = recordedBy(context)
  const units = lost.map((custody) => custody.unitId)
  await endCustody(tx, lost, { at: context.now, as: how }, recorded)
  await markBack(tx, lineId, units, context.now)
  const isWhole = unitId === line.unitId
  const isLast = lost.length === open.length
  const to = isWhole ? how : isLast ? ('returned' as const) : line.state
  await recordEvent(
    tx,
    line,
    { act: isWhole ? how : `part_${how}`, to, reason, details: { units } },
    recorded,
  )
  return units
}
