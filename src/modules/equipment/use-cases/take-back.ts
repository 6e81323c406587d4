import type { Instant } from '../../../kernel/instant.ts'
import type { Context } from '../../../platform/context.ts'
import { type Line, recordEvent } from '../data/lines.store.ts'
import { markBack } from '../data/occupancy.store.ts'
import { closeCustody, custodyOf } from '../data/returns.store.ts'
import type { UnitId } from '../domain/equipment.ts'
import { actOnLine, type LineTarget, recordedBy } from './act-on-line.ts'
import { type Refused, refused } from './lending-refusal.ts'

/**
 * What came back is no more in the borrower's hands; what did not stays so, and reminders name it alone. The plan of what
 * is back ends then: its turnaround follows. EQP-808, L17.
 */
export function takeBack(
  context: Context,
  target: LineTarget,
  { units, backAt = context.now }: { units: readonly UnitId[]; backAt?: Instant },
): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['out', 'partially_returned'],
    action: 'loan.returned',
    async work(tx, line) {
      const open = (await custodyOf(tx, line.id)).filter((one) => one.backAt === null)
      const back = open.filter((one) => units.includes(one.unitId))
      if (back.length === 0 || back.length < units.length) return refused('custody_inconsistent')
      const recorded = recordedBy(context)
      await closeCustody(tx, back, backAt, recorded)
      await markBack(tx, line.id, units, backAt)
      const isAll = back.length === open.length
      // A second part that comes back while others are out leaves the state as it is.
      return recordEvent(
        tx,
        line,
        {
          act: 'taken_back',
          to: isAll ? 'returned' : 'partially_returned',
          occurredAt: backAt,
          details: { units },
        },
        recorded,
      )
    },
  })
}

/** The unit was looked at: the return report is signed or refused. EQP-503. */
export function inspectLine(context: Context, target: LineTarget): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['returned'],
    action: 'loan.inspected',
    work: (tx, line) => recordEvent(tx, line, { act: 'inspected', to: 'inspected' }, recordedBy(context)),
  })
}

/** Nothing is owed any more. */
export function closeLine(
  context: Context,
  target: LineTarget,
  { reason = '' }: { reason?: string } = {},
): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['inspected', 'disputed', 'lost', 'stolen'],
    action: 'loan.closed',
    async work(tx, line) {
      if (line.state !== 'inspected' && reason.trim() === '') return refused('reason_missing')
      return recordEvent(tx, line, { act: 'closed', to: 'closed', reason }, recordedBy(context))
    },
  })
}
