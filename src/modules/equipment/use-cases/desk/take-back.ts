import type { Instant } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import { closeCustody, custodyOf } from '../../data/desk/returns.store.ts'
import { hasUnsettledCharge } from '../../data/incidents/charges.store.ts'
import { type Line, recordEvent } from '../../data/lines.store.ts'
import { markBack } from '../../data/occupancy.store.ts'
import type { UnitId } from '../../domain/equipment.ts'
import { actOnLine, type LineTarget, recordedBy } from '../act-on-line.ts'
import { isOfOwn } from '../deciding/decide-line.ts'
import { type Refused, refused } from '../lending-refusal.ts'
import { announce, told } from '../telling/announce.ts'

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
      const to = isAll ? 'returned' : 'partially_returned'
      const act = { act: 'taken_back', to, occurredAt: backAt, details: { units } } as const
      return told(tx, to, await recordEvent(tx, line, act, recorded))
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

/** Nothing is owed any more: what was charged is settled. What was contested, lost or stolen ends with a reason. EQP-503. */
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
      if (line.state !== 'inspected' && (await isOfOwn(tx, context, line))) return refused('own_request')
      if (await hasUnsettledCharge(tx, line.id)) return refused('charges_open')
      return recordEvent(tx, line, { act: 'closed', to: 'closed', reason }, recordedBy(context))
    },
  })
}

/** The borrower does not agree with what the desk found: a person decides. EQP-503. */
export function disputeLine(context: Context, target: LineTarget, reason: string): Promise<Line | Refused> {
  return actOnLine(context, target, {
    from: ['inspected'],
    action: 'loan.disputed',
    async work(tx, line) {
      if (reason.trim() === '') return refused('reason_missing')
      const disputed = await recordEvent(
        tx,
        line,
        { act: 'disputed', to: 'disputed', reason },
        recordedBy(context),
      )
      await announce(tx, { kind: 'loan_disputed', line: disputed })
      return disputed
    },
  })
}
