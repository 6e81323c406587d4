import { compareInstants, type Instant } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { markEnteredLater, nameCollector } from '../../data/desk/desk-acts.store.ts'
import { unitsAtDesk } from '../../data/desk/parts.queries.ts'
import { reportsOf } from '../../data/desk/reports.store.ts'
import { custodyOf } from '../../data/desk/returns.store.ts'
import { findLine, type Line } from '../../data/lines.store.ts'
import { type Direction, unitsBack } from '../../domain/desk/condition.ts'
import type { LineId } from '../../domain/equipment.ts'
import { writeReport } from '../../jobs/report-queue.ts'
import type { LineTarget } from '../act-on-line.ts'
import { openMissingParts } from '../incidents/missing-at-return.ts'
import { refused } from '../lending-refusal.ts'
import { type DeskRefused, deskRefused } from './desk-refusal.ts'
import { handOver, prepareLine } from './hand-over.ts'
import { inspectLine, takeBack } from './take-back.ts'

/**
 * The unit on the shelf is the one of this loan: its number is typed, or its code is scanned. A unit that is not in service
 * does not leave. EQP-503, EQP-806.
 */
export async function prepareAtDesk(
  context: Context,
  target: LineTarget,
  typed: string,
): Promise<Line | DeskRefused> {
  return inTransaction<Line | DeskRefused>(context.db, async (tx) => {
    const line = await findLine(tx, context.reach, target.lineId)
    if (!line?.unitId) return refused('no_such_thing')
    const units = await unitsAtDesk(tx, line.unitId)
    const unit = units.find(({ id }) => id === line.unitId)
    const code = codeOf(typed)
    if (!unit || ![unit.assetNumber.toLowerCase(), unit.token].includes(code.token ?? code.number))
      return deskRefused('wrong_unit', { unit: unit?.assetNumber ?? '' })
    const stopped = units.find(({ lifecycle }) => lifecycle !== 'in_service')
    if (stopped) return deskRefused('unit_not_in_service', { unit: stopped.assetNumber })
    return prepareLine({ ...context, db: tx }, target)
  })
}

/** A typed number, or the token at the end of a scanned address. */
export function codeOf(typed: string): { number: string; token: string | null } {
  const token = /\/m\/([A-Za-z0-9_-]{22,})/.exec(typed)?.[1] ?? null
  return { number: typed.trim().toLowerCase(), token }
}

export interface Leaving {
  /** When it left, as a device without network told it. */
  at: Instant | null
  isOffline: boolean
  /** Why it leaves without a report signed by both: a manager says so. */
  withoutReport: string
  /** Who fetches it, when nobody was named. */
  collector: string
  /** The agent saw a document of theirs; it is neither copied nor kept. EQP-205. */
  isIdentitySeen: boolean
}

/** One custody, one mail, whatever the number of clicks. EQP-806, L28. */
export async function handOverAtDesk(
  context: Context,
  target: LineTarget,
  { at, isOffline, withoutReport, collector, isIdentitySeen }: Leaving,
): Promise<Line | DeskRefused> {
  return inTransaction<Line | DeskRefused>(context.db, async (tx) => {
    const line = await findLine(tx, context.reach, target.lineId)
    if (!line?.unitId) return refused('no_such_thing')
    const stopped = (await unitsAtDesk(tx, line.unitId)).find(({ lifecycle }) => lifecycle !== 'in_service')
    if (stopped) return deskRefused('unit_not_in_service', { unit: stopped.assetNumber })
    const isByAccount = await signedByAccount(tx, line.id)
    if (!isByAccount && !isIdentitySeen) return deskRefused('identity_unseen')
    if (line.collectorName === '' && collector !== '') await nameCollector(tx, line.requestId, collector)
    const left = await handOver({ ...context, db: tx }, target, {
      outAt: notAhead(context, at),
      withoutReport,
      identity: isByAccount ? 'account' : 'document',
    })
    if (isRefusal(left)) return left
    if (isOffline) await markEnteredLater(tx, line.id, 'out', context.now)
    await paperIsDue(tx, line.id, 'out')
    return left
  })
}

/** Whoever signed from their own account is known by it. EQP-804. */
async function signedByAccount(db: Database, line: LineId): Promise<boolean> {
  const { out } = await reportsOf(db, line)
  return out?.signatures.some(({ party, manner }) => party === 'collector' && manner === 'account') ?? false
}

/** What the return report counted is back; the rest stays in the borrower's hands. EQP-808, L17. */
export async function takeBackAtDesk(
  context: Context,
  target: LineTarget,
  { at, isOffline }: Pick<Leaving, 'at' | 'isOffline'>,
): Promise<Line | DeskRefused> {
  return inTransaction<Line | DeskRefused>(context.db, async (tx) => {
    const report = (await reportsOf(tx, target.lineId)).in
    if (!report || report.parts.length === 0) return deskRefused('report_missing')
    const open = (await custodyOf(tx, target.lineId)).filter(({ backAt }) => backAt === null)
    const units = unitsBack(
      report.parts,
      open.map(({ unitId }) => unitId),
    )
    if (units.length === 0) return deskRefused('nothing_back')
    const back = await takeBack({ ...context, db: tx }, target, { units, backAt: notAhead(context, at) })
    if (isRefusal(back)) return back
    if (isOffline) await markEnteredLater(tx, target.lineId, 'in', context.now)
    await openMissingParts(tx, context, back)
    return back
  })
}

/** What a device told, but for the clock of a device that runs ahead. */
function notAhead({ now }: Context, at: Instant | null): Instant {
  return at && compareInstants(at, now) < 0 ? at : now
}

/** After both answered: the return report is signed, or somebody refused to. EQP-503. */
export async function inspectAtDesk(context: Context, target: LineTarget): Promise<Line | DeskRefused> {
  return inTransaction<Line | DeskRefused>(context.db, async (tx) => {
    const report = (await reportsOf(tx, target.lineId)).in
    if (!report?.frozenAt) return deskRefused('report_missing')
    const inspected = await inspectLine({ ...context, db: tx }, target)
    if (!isRefusal(inspected)) await paperIsDue(tx, target.lineId, 'in')
    return inspected
  })
}

/** The document waits for no other loan of the appointment once one has passed. EQP-805. */
async function paperIsDue(tx: Database, line: LineId, direction: Direction): Promise<void> {
  const report = (await reportsOf(tx, line))[direction]
  if (report?.frozenAt) await enqueue(tx, writeReport, { report: report.id }, { once: `${report.id}:passed` })
}
