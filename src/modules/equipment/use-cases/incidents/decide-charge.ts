import type { Day } from '../../../../kernel/day.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { chargesOf, saveAnswer, saveDecision, saveSettlement } from '../../data/incidents/charges.store.ts'
import type { Incident } from '../../data/incidents/incidents.queries.ts'
import { addIncidentEvent, type IncidentAct } from '../../data/incidents/incidents.store.ts'
import { findLine, type Line } from '../../data/lines.store.ts'
import type { LineId } from '../../domain/equipment.ts'
import type { Charge } from '../../domain/incidents/charge.ts'
import { mayDecide } from '../../domain/incidents/charge.ts'
import { recordedBy } from '../act-on-line.ts'
import { isOfOwn } from '../deciding/decide-line.ts'
import { announce } from '../telling/announce.ts'
import { actOnIncident, type IncidentTarget } from './act-on-incident.ts'
import { type IncidentRefused, incidentRefused } from './incident-refusal.ts'

/**
 * The borrower accepts what is asked, or contests it and says why; a decision may be contested as well. Only within their
 * own loans. EQP-905.
 */
export function answerCharge(
  context: Context,
  target: IncidentTarget & { lineId: LineId },
  answer: { position: 'accepted' | 'contested'; words: string },
): Promise<Incident | IncidentRefused> {
  return actOnIncident(context, target, {
    from: ['assessed', 'charged'],
    action: 'charge.answered',
    async work(tx, incident) {
      const found = await lastCharge(tx, context, incident)
      if (!found || found.line.id !== target.lineId) return incidentRefused('no_such_thing')
      const { charge, line } = found
      const isContested = answer.position === 'contested'
      if (isContested && answer.words.trim() === '') return incidentRefused('reason_missing')
      if (charge.settlement || (charge.decidedAt && !isContested)) return incidentRefused('incident_changed')
      if (!charge.decidedAt && charge.answeredAt) return incidentRefused('incident_changed')
      await saveAnswer(tx, charge.id, { ...answer, at: context.now })
      await event(tx, context, incident, {
        act: isContested ? 'charge_contested' : 'charge_accepted',
        to: isContested ? 'contested' : 'assessed',
        reason: answer.words,
      })
      await announce(tx, {
        kind: 'charge_answered',
        line,
        once: `charge_answered:${incident.id}:${incident.seq}`,
      })
      return undefined
    },
  })
}

/**
 * A manager decides, once the borrower answered or had the time to: all of it, a part, or nothing. A contested decision is
 * decided again. EQP-905.
 */
export function decideCharge(
  context: Context,
  target: IncidentTarget,
  decision: { cents: number; reason: string },
): Promise<Incident | IncidentRefused> {
  return actOnIncident(context, target, {
    from: ['assessed', 'contested'],
    action: 'charge.decided',
    async work(tx, incident) {
      const found = await lastCharge(tx, context, incident)
      if (!found) return incidentRefused('no_such_thing')
      const { charge, line } = found
      if (await isOfOwn(tx, context, line)) return incidentRefused('own_request')
      if (!mayDecide(charge, context.today))
        return incidentRefused('answer_awaited', { until: charge.answerUntil })
      if (decision.reason.trim() === '') return incidentRefused('reason_missing')
      if (decision.cents > charge.amountCents) return incidentRefused('decided_too_high')
      await saveDecision(tx, charge.id, { ...decision, at: context.now })
      await event(tx, context, incident, {
        act: 'charge_decided',
        to: decision.cents > 0 ? 'charged' : 'not_charged',
        reason: decision.reason,
        details: { charge: charge.id, cents: decision.cents, previously: charge.decidedCents },
      })
      await announce(tx, {
        kind: 'charge_decided',
        line,
        once: `charge_decided:${incident.id}:${incident.seq}`,
      })
      return undefined
    },
  })
}

/** The platform collects nothing: it keeps that the owner's accounts were paid, or that it was given up. EQP-905. */
export function settleCharge(
  context: Context,
  target: IncidentTarget,
  settled: { how: 'paid' | 'waived'; on: Day; reason: string },
): Promise<Incident | IncidentRefused> {
  return actOnIncident(context, target, {
    from: ['charged'],
    action: 'charge.settled',
    async work(tx, incident) {
      const found = await lastCharge(tx, context, incident)
      if (!found) return incidentRefused('no_such_thing')
      const { charge, line } = found
      if (await isOfOwn(tx, context, line)) return incidentRefused('own_request')
      if (charge.settlement) return incidentRefused('incident_changed')
      if (settled.on > context.today) return incidentRefused('not_yet')
      if (settled.how === 'waived' && settled.reason.trim() === '') return incidentRefused('reason_missing')
      await saveSettlement(tx, charge.id, settled)
      const act = settled.how === 'paid' ? 'charge_paid' : 'charge_waived'
      await event(tx, context, incident, { act, to: 'charged', reason: settled.reason })
      return undefined
    },
  })
}

async function lastCharge(
  tx: Database,
  context: Context,
  incident: Incident,
): Promise<{ charge: Charge; line: Line } | null> {
  const charge = (await chargesOf(tx, incident.id)).at(-1)
  const line = charge && (await findLine(tx, context.reach, charge.lineId))
  return charge && line ? { charge, line } : null
}

function event(tx: Database, context: Context, incident: Incident, act: IncidentAct): Promise<void> {
  return addIncidentEvent(tx, incident, act, recordedBy(context))
}
