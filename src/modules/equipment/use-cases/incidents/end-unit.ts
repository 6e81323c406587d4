import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { addLifecycle, type Lifecycle } from '../../data/catalogue/catalogue.store.ts'
import type { Incident } from '../../data/incidents/incidents.queries.ts'
import { addIncidentEvent } from '../../data/incidents/incidents.store.ts'
import { withParts } from '../../data/occupancy.store.ts'
import type { IncidentState } from '../../domain/incidents/incident.ts'
import { recordedBy } from '../act-on-line.ts'
import { makeWay } from '../moving/make-way.ts'
import { actOnIncident, type IncidentTarget } from './act-on-incident.ts'
import { type IncidentRefused, incidentRefused } from './incident-refusal.ts'
import { letGo } from './stop-unit.ts'

/**
 * It cannot be repaired: retired for good. Loans to come take another unit or end there with their appointments, and no
 * replacement is promised. EQP-903, L19, 002 art. 4.2.
 */
export function declareBeyondRepair(
  context: Context,
  target: IncidentTarget,
  reason: string,
): Promise<Incident | IncidentRefused> {
  return actOnIncident(context, target, {
    from: ['declared', 'assessed', 'contested', 'charged', 'not_charged'],
    action: 'incident.beyond-repair',
    async work(tx, incident) {
      if (reason.trim() === '') return incidentRefused('reason_missing')
      if (incident.lifecycle === 'retired') return incidentRefused('incident_changed')
      await letGo(tx, context, incident)
      await makeWay(tx, context, {
        ...{ units: await withParts(tx, incident.unitId), span: { from: context.now, until: null } },
        ...{ forRootId: null, reason, reasonCode: 'unavailable' as const, ifNothing: 'cancel' as const },
      })
      await becomes(tx, context, incident, 'retired', reason)
      const to = incident.state === 'declared' ? 'assessed' : incident.state
      return told(tx, context, incident, { act: 'beyond_repair', to, reason })
    },
  })
}

/** What was lost or stolen is found: put aside to be looked at. The loan that lost it does not open again. EQP-904. */
export function declareFound(
  context: Context,
  target: IncidentTarget,
  reason: string,
): Promise<Incident | IncidentRefused> {
  return actOnIncident(context, target, {
    from: ['declared', 'assessed', 'contested', 'charged', 'not_charged', 'closed'],
    action: 'incident.found',
    async work(tx, incident) {
      if (reason.trim() === '') return incidentRefused('reason_missing')
      if (incident.lifecycle !== 'lost' && incident.lifecycle !== 'stolen')
        return incidentRefused('incident_changed')
      await becomes(tx, context, incident, 'quarantine', reason)
      return told(tx, context, incident, { act: 'found', to: incident.state, reason })
    },
  })
}

/** Nothing is to be done any more: what it still stopped is free. Not while a charge waits. EQP-902. */
export function closeIncident(
  context: Context,
  target: IncidentTarget,
  reason: string,
): Promise<Incident | IncidentRefused> {
  return actOnIncident(context, target, {
    from: ['assessed', 'charged', 'not_charged'],
    action: 'incident.closed',
    async work(tx, incident) {
      if (incident.hasOpenCharge) return incidentRefused('charge_open')
      await letGo(tx, context, incident)
      const { state } = incident
      if (state !== 'assessed') return told(tx, context, incident, { act: 'closed', to: 'closed', reason })
      await told(tx, context, incident, { act: 'not_charged', to: 'not_charged', reason })
      const after = { ...incident, seq: incident.seq + 1 }
      return told(tx, context, after, { act: 'closed', to: 'closed', reason: '' })
    },
  })
}

function becomes(
  tx: Database,
  context: Context,
  { unitId, lifecycleSeq }: Incident,
  lifecycle: Lifecycle,
  reason: string,
): Promise<void> {
  return addLifecycle(tx, unitId, { lifecycle, reason, seq: lifecycleSeq + 1 }, recordedBy(context))
}

async function told(
  tx: Database,
  context: Context,
  incident: Pick<Incident, 'id' | 'seq'>,
  act: { act: string; to: IncidentState; reason: string },
): Promise<undefined> {
  await addIncidentEvent(tx, incident, act, recordedBy(context))
}
