import type { Day } from '../../../../kernel/day.ts'
import { compareInstants, type Instant, instantAt } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import {
  addEarlyReturn,
  answerEarlyReturn,
  lastEarlyReturn,
} from '../../data/borrowing/early-returns.store.ts'
import { type Line, recordEvent } from '../../data/lines.store.ts'
import { cancelUnusedBookings } from '../../data/slots.store.ts'
import { slotsOn } from '../../domain/slots.ts'
import { actOnLine, changed, type LineTarget, recordedBy } from '../act-on-line.ts'
import { slotRefusal } from '../borrowing/submit-lines.ts'
import type { LendingFrame } from '../lending-frame.ts'
import { type Refused, refused } from '../lending-refusal.ts'
import { giveSlot } from '../moving/move-appointment.ts'
import { stockAround } from '../stock-around.ts'
import { told } from '../telling/announce.ts'
import { frameOf } from './decide-line.ts'

const AWAY = ['out', 'partially_returned'] as const

/**
 * The owner needs what is out: a day and a reason, which the borrower may refuse. Nothing moves until they accept.
 * EQP-602, L15.
 */
export function askEarlyReturn(
  context: Context,
  target: LineTarget,
  { day, reason }: { day: Day; reason: string },
): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: AWAY,
    action: 'loan-early-return.asked',
    async work(tx, line) {
      const frame = await frameOf(tx, context, line)
      if (!frame || !line.returnAt) return refused('no_such_thing')
      if (reason.trim() === '') return refused('reason_missing')
      const wantedAt = await lastSlotOf(tx, context, frame, day)
      if (isRefusal(wantedAt)) return wantedAt
      if (compareInstants(wantedAt, line.returnAt) >= 0) return refused('period_invalid')
      await addEarlyReturn(tx, line.id, { wantedAt, reason }, context.now)
      const act = { act: 'early_return_asked', to: line.state, reason, details: { wantedAt } }
      const after = await recordEvent(tx, line, act, recordedBy(context))
      return told(tx, 'early_return_asked', after, { wantedAt })
    },
  })
}

/** The last hour at which it may come back that day; a closed day is refused with the nearest slots. */
async function lastSlotOf(
  tx: Database,
  { now }: Context,
  frame: LendingFrame,
  day: Day,
): Promise<Instant | Refused> {
  const { calendar } = frame.desk
  const noon = instantAt(day, '12:00', calendar.zone) ?? now
  const stock = await stockAround(tx, frame, { models: [], span: { from: noon, until: noon }, now })
  const last = slotsOn(calendar, day, stock.slotMinutes).at(-1)
  if (!last) return slotRefusal(stock, noon, 'return')
  return compareInstants(last.start, now) > 0 ? last.start : refused('period_invalid')
}

/** The borrower brings it back earlier: a new slot is booked and the due date moves, or says no and nothing changes. */
export function answerToEarlyReturn(
  context: Context,
  target: LineTarget,
  answer: { at: Instant } | { reason: string },
): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: AWAY,
    action: 'loan-early-return.answered',
    async work(tx, line) {
      const asked = await lastEarlyReturn(tx, line.id)
      if (asked?.answer !== null) return changed(line)
      return 'at' in answer ? accept(tx, context, line, answer.at) : decline(tx, context, line, answer.reason)
    },
  })
}

async function accept(tx: Database, context: Context, line: Line, at: Instant): Promise<Line | Refused> {
  if (!line.returnAt || compareInstants(at, line.returnAt) >= 0) return refused('period_invalid')
  const to = { purpose: 'return' as const, at }
  const reason = 'Retour anticipé accepté'
  const after = await giveSlot(tx, context, {
    line,
    to,
    act: 'early_return_accepted',
    kind: 'early_return',
    reason,
  })
  if (isRefusal(after)) return after
  await answerEarlyReturn(tx, line.id, { answer: 'accepted', reason: '' }, context.now)
  await cancelUnusedBookings(tx, line.requestId, context.now)
  return after
}

async function decline(tx: Database, context: Context, line: Line, reason: string): Promise<Line> {
  await answerEarlyReturn(tx, line.id, { answer: 'declined', reason }, context.now)
  const act = { act: 'early_return_declined', to: line.state, reason }
  return told(tx, 'early_return_declined', await recordEvent(tx, line, act, recordedBy(context)))
}
