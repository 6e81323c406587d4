import { compareInstants } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import { findModel } from '../../data/catalogue/models.queries.ts'
import type { Line } from '../../data/lines.store.ts'
import { substitutesOf } from '../../data/stock.queries.ts'
import { type Alternative, alternatives } from '../../domain/alternatives.ts'
import { frameOf } from '../deciding/decide-line.ts'
import { stockAround } from '../stock-around.ts'

export interface AfterRefusal {
  /** Five at most, the nearest to what was asked first. */
  readonly ways: readonly Alternative[]
  readonly zone: string
  /** The name of a unit, or of a model. */
  readonly nameOf: (id: string) => string
}

/** What can still be had in place of a loan that was refused, as things are now. EQP-504. */
export async function afterRefusal(context: Context, line: Line): Promise<AfterRefusal | null> {
  const frame = await frameOf(context.db, context, line)
  if (!frame || !line.pickupAt || !line.returnAt) return null
  const { modelId, unitId } = line
  const span = { from: line.pickupAt, until: line.returnAt }
  const substitutes = await substitutesOf(context.db, modelId)
  const models = [modelId, ...substitutes]
  const stock = await stockAround(context.db, frame, { models, span, now: context.now })
  const found = alternatives(stock, { modelId, unitId, span, substitutes })
  const names = new Map<string, string>()
  for (const id of models) {
    const model = await findModel(context.db, [frame.inventory.id], id)
    if (model) names.set(id, model.name)
  }
  return {
    ways: found.filter((way) => isOpen(way, found, compareInstants(context.now, span.from) < 0)),
    zone: frame.desk.calendar.zone,
    nameOf: (id) =>
      names.get(id) ?? stock.units.find((unit) => unit.id === id)?.name ?? 'un autre exemplaire',
  }
}

/** Nobody waits for days that are past, nor for what is free. */
function isOpen({ kind }: Alternative, all: readonly Alternative[], isToCome: boolean): boolean {
  if (kind === 'other_dates') return true
  return isToCome && (kind !== 'waiting_list' || !all.some((one) => one.kind === 'other_unit'))
}
