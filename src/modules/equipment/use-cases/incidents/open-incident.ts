import { compareInstants, type Instant } from '../../../../kernel/instant.ts'
import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { keepFile } from '../../../../platform/files/kept-files.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { findUnit } from '../../data/catalogue/catalogue.store.ts'
import { findIncident, type Incident } from '../../data/incidents/incidents.queries.ts'
import { addIncident, type IncidentFacts } from '../../data/incidents/incidents.store.ts'
import { findLine, type Line } from '../../data/lines.store.ts'
import { lockUnits, unitsAround, withParts } from '../../data/occupancy.store.ts'
import type { InventoryId, LineId, UnitId } from '../../domain/equipment.ts'
import { type IncidentKind, isGone } from '../../domain/incidents/incident.ts'
import { recordedBy } from '../act-on-line.ts'
import type { PutPhoto } from '../borrowing/borrower-tells.ts'
import { announce } from '../telling/announce.ts'
import { declareGone } from './declare-gone.ts'
import { type IncidentRefused, incidentRefusalOf, incidentRefused } from './incident-refusal.ts'
import { isAhead, stopUnit } from './stop-unit.ts'

export interface Opened extends IncidentFacts {
  readonly unitId: UnitId
  /** The loan it happened in; null: out of any loan. */
  readonly lineId: LineId | null
  readonly kind: Exclude<IncidentKind, 'emergency_intervention'>
  readonly part: string
  readonly account: string
  readonly discoveredAt: Instant
  /** Null: the unit goes on. `until` null: nobody knows yet. */
  readonly stop: { readonly until: Instant | null } | null
  readonly photos: readonly PutPhoto[]
}

/**
 * A manager opens an incident. What it stops makes way in the same transaction; a loss or a theft ends the loan that had
 * the thing in hand. EQP-902, EQP-903.
 */
export async function openIncident(
  context: Context,
  inventoryId: InventoryId,
  opened: Opened,
): Promise<Incident | IncidentRefused> {
  const { kind, unitId, lineId, stop } = opened
  if (opened.account.trim() === '') return incidentRefused('reason_missing')
  if (compareInstants(context.now, opened.discoveredAt) < 0) return incidentRefused('not_yet')
  if (stop?.until && !isAhead(context, stop.until)) return incidentRefused('period_invalid')
  try {
    return await inTransaction<Incident | IncidentRefused>(context.db, async (tx) => {
      await lockUnits(tx, await unitsAround(tx, [unitId]))
      if (!(await findUnit(tx, inventoryId, unitId))) return incidentRefused('no_such_thing')
      const line = lineId && (await findLine(tx, context.reach, lineId))
      if (lineId && !(line && (await isOfLoan(tx, line, unitId)))) return incidentRefused('no_such_thing')
      const id = await addIncident(tx, await withFiles(tx, context, opened), recordedBy(context))
      if (isGone(kind)) {
        const how = kind === 'loss' ? 'lost' : 'stolen'
        const gone = { inventoryId, unitId, lineId, how, reason: opened.account } as const
        const outcome = await declareGone(tx, context, gone)
        if (isRefusal(outcome)) return outcome
      } else if (stop) {
        await stopUnit(
          tx,
          context,
          { id, unitId, rootId: null },
          { until: stop.until, reason: opened.account },
        )
      }
      const after = line && (await findLine(tx, context.reach, line.id))
      if (after)
        await announce(tx, {
          kind: 'incident_opened',
          line: after,
          once: `incident_opened:${id}`,
          facts: { kind },
        })
      await writeJournal(tx, context, 'incident.opened', id, { unit: unitId, line: lineId, kind })
      return (await findIncident(tx, inventoryId, id)) ?? incidentRefused('no_such_thing')
    })
  } catch (error) {
    return incidentRefusalOf(error)
  }
}

async function isOfLoan(tx: Database, line: Line, unit: UnitId): Promise<boolean> {
  return line.unitId !== null && (await withParts(tx, line.unitId)).includes(unit)
}

async function withFiles(tx: Database, context: Context, { photos, ...opened }: Opened) {
  const kept = []
  for (const { alt, sha256, ...document } of photos)
    kept.push({ fileId: await keepFile(tx, context, document, sha256), alt })
  return { ...opened, emergency: null, photos: kept }
}
