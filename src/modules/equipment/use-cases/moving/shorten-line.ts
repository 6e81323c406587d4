import type { Day } from '../../../../kernel/day.ts'
import { compareInstants, type Instant } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { type Line, recordEvent } from '../../data/lines.store.ts'
import { cancelUnusedBookings } from '../../data/slots.store.ts'
import { actOnLine, changed, type LineTarget, recordedBy } from '../act-on-line.ts'
import { endPlan, frameOf, isOfOwn } from '../deciding/decide-line.ts'
import { rightUntil } from '../lending-frame.ts'
import { type Refused, refused } from '../lending-refusal.ts'
import { announce } from '../telling/announce.ts'
import { giveSlot } from './move-appointment.ts'
import { BEYOND } from './recall-line.ts'

const TO_COME = ['submitted', 'approved', 'prepared'] as const

/** The last day a loan may come back when its return falls after it; null when it still fits its agreement. EQP-204. */
export async function lastDayBeyond(
  db: Database,
  context: Context,
  line: Line,
): Promise<{ lastDay: Day | null; agreement: string } | null> {
  const frame = line.returnAt && (await frameOf(db, context, line))
  if (!frame) return null
  const right = rightUntil(frame, context.now, line.returnAt, line.placeId)
  return right.reasons.some((reason) => BEYOND.includes(reason))
    ? { lastDay: right.lastReturnDay, agreement: frame.agreement.reference }
    : null
}

/**
 * A loan to come, made to end with its agreement: an earlier return slot, its seat, its plan. A person decides it; the
 * borrower is told. EQP-204, L27.
 */
export function shortenLine(
  context: Context,
  target: LineTarget,
  { at }: { at: Instant },
): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: TO_COME,
    action: 'loan.shortened',
    async work(tx, line) {
      if (await isOfOwn(tx, context, line)) return refused('own_request')
      if (!line.returnAt || compareInstants(at, line.returnAt) >= 0) return refused('period_invalid')
      const to = { purpose: 'return' as const, at }
      const reason = 'Fin de la convention'
      const after = await giveSlot(tx, context, { line, to, act: 'shortened', kind: 'shortening', reason })
      if (!isRefusal(after)) await cancelUnusedBookings(tx, line.requestId, context.now)
      return after
    },
  })
}

/** An approved loan that no longer fits its agreement ends before it begins: a person says so, with words. EQP-204. */
export function cancelBeyond(
  context: Context,
  target: LineTarget,
  { reason }: { reason: string },
): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['approved', 'prepared'],
    action: 'loan.cancelled',
    async work(tx, line) {
      if (reason.trim() === '') return refused('reason_missing')
      if (await isOfOwn(tx, context, line)) return refused('own_request')
      if (!(await lastDayBeyond(tx, context, line))) return changed(line)
      const shelved =
        line.state === 'prepared'
          ? await recordEvent(tx, line, { act: 'unprepared', to: 'approved' }, recordedBy(context))
          : line
      const act = { act: 'cancelled', to: 'withdrawn', reasonCode: 'rights', reason } as const
      const after = await endPlan(tx, context, shelved, act)
      await announce(tx, { kind: 'ended_with_agreement', line: after })
      return after
    },
  })
}
