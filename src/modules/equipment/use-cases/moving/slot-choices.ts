import type { Day } from '../../../../kernel/day.ts'
import { compareInstants, type Instant } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Line } from '../../data/lines.store.ts'
import { blockerOf, type Lendable } from '../../domain/availability.ts'
import { type Slot, slotsNear } from '../../domain/slots.ts'
import { frameOf } from '../deciding/decide-line.ts'
import { rightUntil } from '../lending-frame.ts'
import { stockAround } from '../stock-around.ts'

export interface SlotsAsked {
  purpose: 'pickup' | 'return'
  /** The nearest to this moment. */
  around: Instant
  /** Not after that day; null: as late as the agreement and the next loan allow. */
  lastDay?: Day | null
}

/** How many slots are proposed in place of one. EQP-306, EQP-1601. */
const PROPOSED = 3

/** The nearest slots to which one end of a loan may move: a seat left, the unit free until then, the agreement too. */
export async function slotChoices(context: Context, line: Line, asked: SlotsAsked): Promise<Slot[]> {
  const frame = await frameOf(context.db, context, line)
  const { pickupAt, returnAt } = line
  if (!frame || !pickupAt || !returnAt) return []
  const models = [line.modelId]
  const span = { from: asked.around, until: asked.around }
  const stock = await stockAround(context.db, frame, { models, span, now: context.now })
  const unit = stock.units.find(({ id }) => id === line.unitId)
  if (!unit) return []
  const busy = stock.busy.filter(({ lineId }) => lineId !== line.id)
  const isRightful = ({ start }: Slot) =>
    asked.purpose === 'pickup' ||
    !rightUntil(frame, context.now, start, line.placeId).reasons.includes('return_after_the_last_day')
  const isFree = (slot: Slot) => {
    const moved =
      asked.purpose === 'pickup'
        ? { from: slot.start, until: returnAt }
        : { from: pickupAt, until: slot.start }
    return (
      stock.isSlotOpen(slot) &&
      (asked.lastDay == null || slot.day <= asked.lastDay) &&
      compareInstants(moved.from, moved.until) < 0 &&
      blockerOf(inHand(unit), busy, moved) === null &&
      isRightful(slot)
    )
  }
  return slotsNear(stock.desk, asked.around, { minutes: stock.slotMinutes, count: PROPOSED, isFree })
}

/** The loan already has it: only what others have planned stands in its way. */
function inHand(unit: Lendable): Lendable {
  return { ...unit, isOutOfReach: false, lateUntil: null }
}
