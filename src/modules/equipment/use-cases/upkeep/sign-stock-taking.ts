import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { type CodedUnit, codedUnits } from '../../data/desk/codes.queries.ts'
import { addIncident } from '../../data/incidents/incidents.store.ts'
import {
  alreadyDeclaredLost,
  endStockTaking,
  noteUnits,
  type ReadUnit,
  readingsOf,
  type StockTaking,
} from '../../data/upkeep/stock-taking.store.ts'
import type { Difference } from '../../domain/upkeep/stock-taking.ts'
import { unseenOf } from '../../domain/upkeep/stock-taking.ts'
import { recordedBy } from '../act-on-line.ts'
import type { Workplace } from '../workplace.ts'
import { onSession, type StockRefusal } from './take-stock.ts'

export interface StockLine {
  readonly unit: CodedUnit
  readonly because: Difference | null
  readonly seenAt: ReadUnit['seenAt']
}

/** What a session found: while it is open, as things stand now. EQP-1306. */
export interface StockResult {
  readonly seen: readonly StockLine[]
  readonly misplaced: readonly StockLine[]
  readonly missing: readonly StockLine[]
  /** Not there, since a borrower has them: nobody misses them. */
  readonly outOnLoan: readonly StockLine[]
  readonly unknown: readonly { readonly text: string }[]
}

export async function stockResult(db: Database, session: StockTaking): Promise<StockResult> {
  const known = await codedUnits(db, session.inventoryId)
  const { units, unknown } = await readingsOf(db, session.id)
  const byId = new Map(known.map((unit) => [unit.id, unit]))
  const lines = (finding: ReadUnit['finding']) =>
    units
      .filter((one) => one.finding === finding)
      .flatMap(({ unitId, because, seenAt }) => {
        const unit = byId.get(unitId)
        return unit ? [{ unit, because, seenAt }] : []
      })
  const read = { seen: lines('seen'), misplaced: lines('misplaced'), unknown }
  if (session.endedAt !== null) {
    const unseen = lines('unseen')
    return {
      ...read,
      missing: unseen.filter(({ because }) => because === null),
      outOnLoan: unseen.filter(({ because }) => because === 'out_on_loan'),
    }
  }
  const { missing, outOnLoan } = unseenOf(known, new Set(units.map(({ unitId }) => unitId)), session.deskId)
  const unread = (list: readonly CodedUnit[], because: Difference | null) =>
    list.map((unit) => ({ unit, because, seenAt: null }))
  return { ...read, missing: unread(missing, null), outOnLoan: unread(outOnLoan, 'out_on_loan') }
}

/** How many readings a page showed: whoever signs, signs those. */
export function readCount({ seen, misplaced, unknown }: StockResult): number {
  return seen.length + misplaced.length + unknown.length
}

/**
 * Signed: the result no longer changes, and each unit that nobody saw opens an incident of loss, unless one is open
 * already; `account` is what each says. Gives the number of incidents opened. EQP-1306, EQP-902.
 */
export function signStockTaking(
  { context }: Workplace,
  session: StockTaking,
  { seen, note, account }: { seen: number; note: string; account: string },
): Promise<number | Refusal<StockRefusal>> {
  return onSession(context, session, 'stock-taking.signed', async (tx) => {
    const result = await stockResult(tx, session)
    if (readCount(result) !== seen) return refuse('changed_meanwhile')
    const recorded = recordedBy(context)
    const unseen = [...result.missing, ...result.outOnLoan].map(({ unit, because }) => ({
      ...{ unitId: unit.id, finding: 'unseen' as const, because, seenAt: null },
    }))
    await noteUnits(tx, session.id, unseen)
    await endStockTaking(tx, session.id, { at: context.now, signedBy: recorded.by, note })
    const missing = result.missing.map(({ unit }) => unit.id)
    const declared = await alreadyDeclaredLost(tx, missing)
    const lost = missing.filter((unit) => !declared.has(unit))
    for (const unitId of lost)
      await addIncident(
        tx,
        {
          ...{ unitId, lineId: null, kind: 'loss', discoveredAt: context.now, emergency: null, photos: [] },
          account,
        },
        recorded,
      )
    return lost.length
  })
}
