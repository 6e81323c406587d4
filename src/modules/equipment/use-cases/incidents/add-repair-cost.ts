import type { Context } from '../../../../platform/context.ts'
import { addCost, type RepairCost } from '../../data/incidents/costs.store.ts'
import type { Incident } from '../../data/incidents/incidents.queries.ts'
import { addIncidentEvent } from '../../data/incidents/incidents.store.ts'
import { INCIDENT_STATES } from '../../domain/incidents/incident.ts'
import { recordedBy } from '../act-on-line.ts'
import { actOnIncident, type IncidentTarget } from './act-on-incident.ts'
import { type IncidentRefused, incidentRefused } from './incident-refusal.ts'

/** What the repair cost and who bears it: it counts in what the unit and its model cost. EQP-906. */
export function addRepairCost(
  context: Context,
  target: IncidentTarget,
  cost: RepairCost,
): Promise<Incident | IncidentRefused> {
  return actOnIncident(context, target, {
    from: INCIDENT_STATES,
    action: 'repair-cost.added',
    async work(tx, incident) {
      if (cost.day > context.today) return incidentRefused('not_yet')
      await addCost(tx, { unitId: incident.unitId, incidentId: incident.id }, cost, context.now)
      const { amountCents, bearer } = cost
      const act = {
        act: 'cost_added',
        to: incident.state,
        reason: cost.label,
        details: { amountCents, bearer },
      }
      await addIncidentEvent(tx, incident, act, recordedBy(context))
      return undefined
    },
  })
}
