import type { Instant } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { Incident } from '../../data/incidents/incidents.queries.ts'
import { addIncidentEvent, type IncidentFacts, saveFacts } from '../../data/incidents/incidents.store.ts'
import { findLine } from '../../data/lines.store.ts'
import { recordedBy } from '../act-on-line.ts'
import { announce } from '../telling/announce.ts'
import { actOnIncident, before, type IncidentTarget } from './act-on-incident.ts'
import { type IncidentRefused, incidentRefused } from './incident-refusal.ts'
import { isAhead, letGo, stopUnit } from './stop-unit.ts'

export interface Assessment extends IncidentFacts {
  readonly conclusion: string
  /** Null: the unit goes on, or is back in service. `until` null: nobody knows yet. */
  readonly stop: { readonly until: Instant | null } | null
}

/**
 * What the owner finds: facts completed, and for how long the unit is stopped. Assessed again, the new estimate replaces
 * the old one, and loans that meet it make way. EQP-902, EQP-903.
 */
export function assessIncident(
  context: Context,
  target: IncidentTarget,
  assessment: Assessment,
): Promise<Incident | IncidentRefused> {
  const { conclusion, stop } = assessment
  return actOnIncident(context, target, {
    from: before('assessed'),
    action: 'incident.assessed',
    async work(tx, incident) {
      if (conclusion.trim() === '') return incidentRefused('reason_missing')
      if (stop?.until && !isAhead(context, stop.until)) return incidentRefused('period_invalid')
      await saveFacts(tx, incident.id, assessment)
      if (!stop) await letGo(tx, context, incident)
      else if (!incident.rootId || stop.until !== incident.estimatedUntil)
        await stopUnit(tx, context, incident, { until: stop.until, reason: conclusion })
      return told(tx, context, incident, { act: 'assessed', reason: conclusion })
    },
  })
}

/** The owner accepts what an emergency made the borrower do, or contests it and says why. EQP-901, 002 art. 4. */
export function answerEmergency(
  context: Context,
  target: IncidentTarget,
  answer: { isAccepted: boolean; reason: string },
): Promise<Incident | IncidentRefused> {
  return actOnIncident(context, target, {
    from: ['declared'],
    action: 'incident.emergency-answered',
    async work(tx, incident) {
      if (incident.kind !== 'emergency_intervention') return incidentRefused('no_such_thing')
      if (!answer.isAccepted && answer.reason.trim() === '') return incidentRefused('reason_missing')
      const act = answer.isAccepted ? 'emergency_accepted' : 'emergency_contested'
      const line = incident.lineId && (await findLine(tx, context.reach, incident.lineId))
      await told(tx, context, incident, { act, reason: answer.reason })
      if (line)
        await announce(tx, {
          ...{ kind: 'emergency_answered', line, once: `emergency_answered:${incident.id}` },
          facts: { isAccepted: answer.isAccepted },
        })
      return undefined
    },
  })
}

async function told(
  tx: Database,
  context: Context,
  incident: Incident,
  { act, reason }: { act: string; reason: string },
): Promise<undefined> {
  await addIncidentEvent(tx, incident, { act, to: 'assessed', reason }, recordedBy(context))
}
