import { dayOf, type Instant } from '../../../kernel/instant.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import { type Line, recordEvent } from '../data/lines.store.ts'
import { markOut, withParts } from '../data/occupancy.store.ts'
import { hasReport } from '../data/reports.store.ts'
import { openCustody } from '../data/returns.store.ts'
import { actOnLine, type LineTarget, recordedBy, withoutLapsed } from './act-on-line.ts'
import { frameOf, uninsured } from './decide-line.ts'
import { rightUntil } from './lending-frame.ts'
import { type Refused, refused } from './lending-refusal.ts'

/** The checklist is done, the unit is on the shelf of the day. */
export function prepareLine(context: Context, target: LineTarget): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['approved'],
    action: 'loan.prepared',
    async work(tx, seen) {
      const line = await withoutLapsed(context, seen, tx)
      if (isRefusal(line)) return line
      return recordEvent(tx, line, { act: 'prepared', to: 'prepared' }, recordedBy(context))
    },
  })
}

/** Back on the shelf: it waits, and is no more ready. */
export function unprepareLine(context: Context, target: LineTarget): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['prepared'],
    action: 'loan.unprepared',
    work: (tx, line) => recordEvent(tx, line, { act: 'unprepared', to: 'approved' }, recordedBy(context)),
  })
}

export interface HandOver {
  /** When it left, as told; now by default. Never ahead. */
  outAt?: Instant
  /** Why it leaves without the report being signed by both: the manager says so. EQP-804. */
  withoutReport?: string
}

/**
 * The unit and its parts leave with the collector: one open custody each, which the database allows once. Refused without
 * the right, a valid insurance, a named collector, or the signed state of things. EQP-806, L28.
 */
export function handOver(
  context: Context,
  target: LineTarget,
  { outAt = context.now, withoutReport = '' }: HandOver = {},
): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['prepared'],
    action: 'loan.started',
    async work(tx, seen) {
      const line = await withoutLapsed(context, seen, tx)
      if (isRefusal(line)) return line
      const frame = await frameOf(tx, context, line)
      if (!frame || !line.unitId) return refused('no_such_thing')
      if (line.collectorName.trim() === '') return refused('collector_missing')
      const right = rightUntil(frame, context.now, line.returnAt, line.placeId)
      if (!right.canRequest) return refused('no_loan_right', { because: right.reasons[0] ?? '' })
      const [gap] = await uninsured(tx, line, frame)
      if (gap) return refused('insurance_missing', { from: gap.from, lastDay: gap.lastDay })
      const isReportOwed = frame.rules.reportOut.value && withoutReport.trim() === ''
      if (isReportOwed && !(await hasReport(tx, line.id, 'out')))
        return refused('reason_missing', { report: 'out' })
      const recorded = recordedBy(context)
      await openCustody(tx, line.id, await withParts(tx, line.unitId), outAt, recorded)
      await markOut(tx, line.id)
      const details = { day: dayOf(outAt, frame.desk.calendar.zone) }
      return recordEvent(
        tx,
        line,
        { act: 'handed_over', to: 'out', occurredAt: outAt, reason: withoutReport, details },
        recorded,
      )
    },
  })
}
