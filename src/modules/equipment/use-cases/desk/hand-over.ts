import { dayOf, type Instant } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { organisationNames } from '../../../identity/index.ts'
import { hasReport } from '../../data/desk/reports.store.ts'
import { heldByAnother, openCustody } from '../../data/desk/returns.store.ts'
import { type Line, recordEvent } from '../../data/lines.store.ts'
import { markOut, withParts } from '../../data/occupancy.store.ts'
import type { LineId, UnitId } from '../../domain/equipment.ts'
import { actOnLine, type LineTarget, recordedBy, withoutLapsed } from '../act-on-line.ts'
import { frameOf, uninsured } from '../deciding/decide-line.ts'
import { rightUntil } from '../lending-frame.ts'
import { type Refused, refused } from '../lending-refusal.ts'
import { announce, told } from '../telling/announce.ts'
import { upkeepThatStops } from '../upkeep/upkeep-of.ts'

/** The checklist is done, the unit is on the shelf of the day: what somebody still has is not prepared. EQP-503. */
export function prepareLine(context: Context, target: LineTarget): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['approved'],
    action: 'loan.prepared',
    async work(tx, seen) {
      const line = await withoutLapsed(context, seen, tx)
      if (isRefusal(line)) return line
      if (!line.unitId) return refused('no_such_thing')
      const held = await stillOut(tx, line.id, await withParts(tx, line.unitId))
      if (held) return held
      const after = await recordEvent(tx, line, { act: 'prepared', to: 'prepared' }, recordedBy(context))
      // Told once for each unit. EQP-1102.
      await announce(tx, { kind: 'ready', line: after, once: `ready:${line.id}:${line.unitId}` })
      return after
    },
  })
}

/** Who has it and until when; null: all of it is in. */
export async function stillOut(
  db: Database,
  line: LineId,
  units: readonly UnitId[],
): Promise<Refused | null> {
  const holder = await heldByAnother(db, line, units)
  if (!holder) return null
  const names = await organisationNames(db, [holder.organisationId])
  return refused('still_out', {
    unit: holder.assetNumber,
    holder: names.get(holder.organisationId) ?? '',
    ...(holder.dueAt && { until: holder.dueAt }),
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
  /** How the collector was known: a document shown and not kept, or their own account. EQP-205. */
  identity?: 'document' | 'account'
}

/**
 * The unit and its parts leave with the collector: one open custody each, which the database allows once. Refused without
 * the right, a valid insurance, a named collector, the upkeep that was due, or the signed state of things. EQP-806, L28.
 */
export function handOver(
  context: Context,
  target: LineTarget,
  { outAt = context.now, withoutReport = '', identity }: HandOver = {},
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
      // A formal notice suspends new requests: what was granted leaves.
      const because = right.reasons.find((reason) => reason !== 'formal_notice_running')
      if (because) return refused('no_loan_right', { because })
      const [gap] = await uninsured(tx, line, frame)
      if (gap) return refused('insurance_missing', { from: gap.from, lastDay: gap.lastDay })
      const upkeep = await upkeepThatStops(tx, line.unitId, context.now)
      if (upkeep)
        return refused('maintenance_overdue', {
          ...{ unit: upkeep.unitName, title: upkeep.title, ...(upkeep.due && { due: upkeep.due }) },
        })
      const isReportOwed = frame.rules.reportOut.value && withoutReport.trim() === ''
      if (isReportOwed && !(await hasReport(tx, line.id, 'out')))
        return refused('reason_missing', { report: 'out' })
      const recorded = recordedBy(context)
      await openCustody(tx, line.id, await withParts(tx, line.unitId), outAt, recorded)
      await markOut(tx, line.id)
      const details = { day: dayOf(outAt, frame.desk.calendar.zone), ...(identity && { identity }) }
      const after = await recordEvent(
        tx,
        line,
        { act: 'handed_over', to: 'out', occurredAt: outAt, reason: withoutReport, details },
        recorded,
      )
      return told(tx, 'handed_over', after)
    },
  })
}
