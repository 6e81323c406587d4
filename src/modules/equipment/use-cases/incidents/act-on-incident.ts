import { isRefusal } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { findIncident, type Incident, lockIncident } from '../../data/incidents/incidents.queries.ts'
import { lockUnits, unitsAround } from '../../data/occupancy.store.ts'
import type { InventoryId } from '../../domain/equipment.ts'
import { INCIDENT_TRANSITIONS, type IncidentId, type IncidentState } from '../../domain/incidents/incident.ts'
import { type IncidentRefused, incidentRefusalOf, incidentRefused } from './incident-refusal.ts'

/** Which incident, of which inventory, and the rank of the last event its page showed. */
export interface IncidentTarget {
  readonly inventoryId: InventoryId
  readonly incidentId: IncidentId
  readonly seen: number
}

export interface IncidentWork {
  readonly from: readonly IncidentState[]
  readonly action: `${string}.${string}`
  readonly work: (tx: Database, incident: Incident) => Promise<IncidentRefused | undefined>
}

/**
 * One act on one incident, in one transaction: its unit and those around held first, the state checked against what the
 * page showed, then `work`, then the journal. The caller has found that the actor may act there. EQP-902, EQP-1704.
 */
export async function actOnIncident(
  context: Context,
  { inventoryId, incidentId, seen }: IncidentTarget,
  { from, action, work }: IncidentWork,
): Promise<Incident | IncidentRefused> {
  try {
    return await inTransaction<Incident | IncidentRefused>(context.db, async (tx) => {
      const known = await findIncident(tx, inventoryId, incidentId)
      if (!known) return incidentRefused('no_such_thing')
      await lockUnits(tx, await unitsAround(tx, [known.unitId]))
      await lockIncident(tx, incidentId)
      const incident = await findIncident(tx, inventoryId, incidentId)
      if (!incident || incident.seq !== seen || !from.includes(incident.state))
        return incidentRefused('incident_changed')
      const outcome = await work(tx, incident)
      if (isRefusal(outcome)) return outcome
      const { unitId: unit, lineId: line } = incident
      await writeJournal(tx, context, action, incidentId, { unit, line })
      return (await findIncident(tx, inventoryId, incidentId)) ?? incidentRefused('no_such_thing')
    })
  } catch (error) {
    return incidentRefusalOf(error)
  }
}

/** The states from which `to` may follow. */
export function before(to: IncidentState): IncidentState[] {
  return (Object.keys(INCIDENT_TRANSITIONS) as IncidentState[]).filter((state) =>
    INCIDENT_TRANSITIONS[state].includes(to),
  )
}
