import { isRefusal } from '../../../kernel/refusal.ts'
import type { Context } from '../../../platform/context.ts'
import type { Database } from '../../../platform/db/database.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { writeJournal } from '../../../platform/journal/journal.ts'
import type { PersonId } from '../../../platform/session/actor.ts'
import { type Line, lockLine } from '../data/lines.store.ts'
import type { LineId, UnitId } from '../domain/equipment.ts'
import type { LineState } from '../domain/line.ts'
import { type Refused, refusalOf, refused } from './lending-refusal.ts'
import { releaseLapsed } from './moving/release-lapsed.ts'

/** Which line, and the rank of the last event its page showed. */
export interface LineTarget {
  lineId: LineId
  seen: number
}

export interface LineWork {
  /** The states in which the act makes sense. */
  from: readonly LineState[]
  action: `${string}.${string}`
  /** Units to hold as well: those of a model, for a substitute. */
  others?: (db: Database) => Promise<readonly UnitId[]>
  work: (tx: Database, line: Line) => Promise<Line | Refused>
}

/**
 * One act on one line, in one transaction: units held in their order, what has lapsed released, the state checked against
 * what the page showed, then `work`, then its line in the journal. EQP-1702, EQP-1704.
 */
export async function actOnLine(
  context: Context,
  { lineId, seen }: LineTarget,
  { from, action, others, work }: LineWork,
): Promise<Line | Refused> {
  const units = others ? await others(context.db) : []
  try {
    return await inTransaction<Line | Refused>(context.db, async (tx) => {
      const line = await lockLine(tx, context.reach, lineId, units)
      if (!line) return refused('no_such_thing')
      if (line.seq !== seen || !from.includes(line.state)) return changed(line)
      const after = await work(tx, line)
      if (isRefusal(after)) return after
      await writeJournal(tx, context, action, line.requestId, { line: line.id, unit: after.unitId })
      return after
    })
  } catch (error) {
    return refusalOf(error)
  }
}

/** EQP-1704: the present state, for the page to tell. */
export function changed(line: Line): Refused {
  return refused('state_changed', { state: line.state })
}

/** When and by whom something is recorded. */
export function recordedBy({ now, actor }: Context): { at: Context['now']; by: PersonId | null } {
  return { at: now, by: actor.kind === 'member' ? actor.personId : null }
}

/** Before an act that allocates or confirms: what has run out on this line's units takes nothing any more. EQP-405. */
export async function withoutLapsed(context: Context, line: Line, tx: Database): Promise<Line | Refused> {
  await releaseLapsed(tx, context, line.unitId ? [line.unitId] : [])
  const now = await lockLine(tx, context.reach, line.id)
  return now && now.seq === line.seq ? now : changed(now ?? line)
}
