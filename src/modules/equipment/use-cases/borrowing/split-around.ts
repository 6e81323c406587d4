import type { Context } from '../../../../platform/context.ts'
import type { Line } from '../../data/lines.store.ts'
import type { Busy, Span } from '../../domain/availability.ts'
import { proposalFor } from '../../domain/moving/displacement.ts'
import { frameOf } from '../deciding/decide-line.ts'
import { stockAround } from '../stock-around.ts'

/** What a displaced loan would keep of its own unit, before and after its owner's use; empty: nothing. EQP-603. */
export async function splitOf(
  context: Context,
  line: Line,
  owners: Pick<Busy, 'from' | 'until'>,
): Promise<Span[]> {
  const frame = await frameOf(context.db, context, line)
  if (!frame || !line.pickupAt || !line.returnAt) return []
  const span = { from: line.pickupAt, until: line.returnAt }
  const stock = await stockAround(context.db, frame, { models: [line.modelId], span, now: context.now })
  const unit = stock.units.find(({ id }) => id === line.unitId)
  if (!unit) return []
  const alone = { ...stock, units: [unit] }
  const found = proposalFor(
    alone,
    { unit, span, substitutes: [] },
    { ...owners, unitId: unit.id, kind: 'owner_use' },
  )
  return found.kind === 'split' ? [found.before, found.after].filter((part) => part !== null) : []
}
