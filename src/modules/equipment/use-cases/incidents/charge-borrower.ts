import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { type Document, keepFile } from '../../../../platform/files/kept-files.ts'
import { reportsOf } from '../../data/desk/reports.store.ts'
import { addCharge } from '../../data/incidents/charges.store.ts'
import type { Incident } from '../../data/incidents/incidents.queries.ts'
import { valueOfUnit } from '../../data/incidents/incidents.queries.ts'
import { addIncidentEvent } from '../../data/incidents/incidents.store.ts'
import { policyOn } from '../../data/inventory.store.ts'
import { findLine, type Line } from '../../data/lines.store.ts'
import {
  answerLimit,
  type Cause,
  chargeProblem,
  type Evidence,
  isWearOnly,
  type Worth,
  worthOn,
} from '../../domain/incidents/charge.ts'
import { type Rule, type RuleValues, rulesFrom } from '../../domain/rules.ts'
import { recordedBy } from '../act-on-line.ts'
import { frameOf, isOfOwn } from '../deciding/decide-line.ts'
import { announce } from '../telling/announce.ts'
import { actOnIncident, type IncidentTarget } from './act-on-incident.ts'
import { type IncidentRefused, incidentRefused } from './incident-refusal.ts'

export interface ChargeWish {
  readonly cause: Cause
  readonly amountCents: number
  readonly evidence: Evidence
  readonly file: { readonly document: Document; readonly sha256: string } | null
  readonly reason: string
}

/** What a charge stands on: the causes the borrower bears and where that is written, what the thing is worth today. */
export interface ChargeGround {
  readonly line: Line
  readonly bears: Rule<RuleValues['borrowerBears']>
  readonly worth: Worth | null
  readonly worthVersion: number | null
  readonly isWearOnly: boolean
  readonly answerDays: number
}

/** Null when no borrower had it in hand. The terms are those under which the loan was decided. EQP-905. */
export async function chargeGround(
  db: Database,
  context: Context,
  incident: Incident,
): Promise<ChargeGround | null> {
  const line = incident.lineId && (await findLine(db, context.reach, incident.lineId))
  if (!line) return null
  const policy = await policyOn(db, incident.inventoryId, context.today)
  const current = rulesFrom({}, policy)
  const rules = line.rules ?? (await frameOf(db, context, line))?.rules ?? current
  const value = await valueOfUnit(db, incident.unitId)
  const reports = await reportsOf(db, line.id)
  return {
    line,
    bears: rules.borrowerBears,
    worth:
      value && value.newCents !== null
        ? worthOn(
            { newCents: value.newCents, acquiredOn: value.acquiredOn },
            {
              yearlyPercent: current.depreciationPercent.value,
              floorPercent: current.depreciationFloor.value,
            },
            context.today,
          )
        : null,
    worthVersion: policy?.version ?? null,
    isWearOnly: isWearOnly(reports.out?.parts ?? [], reports.in?.parts ?? []),
    answerDays: current.chargeAnswerDays.value,
  }
}

/**
 * A manager announces what the borrower would bear, with its evidence: the borrower has the days of the policy to answer,
 * and nothing is decided before. EQP-905.
 */
export function announceCharge(
  context: Context,
  target: IncidentTarget,
  wish: ChargeWish,
): Promise<Incident | IncidentRefused> {
  return actOnIncident(context, target, {
    from: ['assessed'],
    action: 'charge.announced',
    async work(tx, incident) {
      const ground = await chargeGround(tx, context, incident)
      if (!ground) return incidentRefused('no_borrower')
      if (await isOfOwn(tx, context, ground.line)) return incidentRefused('own_request')
      if (incident.hasOpenCharge) return incidentRefused('charge_open')
      const problem = chargeProblem(
        { ...wish, hasFile: wish.file !== null },
        { ...ground, bears: ground.bears.value },
      )
      if (problem) return incidentRefused(problem, { worth: String(ground.worth?.cents ?? '') })
      return record(tx, context, incident, { wish, ground })
    },
  })
}

async function record(
  tx: Database,
  context: Context,
  incident: Incident,
  { wish, ground }: { wish: ChargeWish; ground: ChargeGround },
): Promise<undefined> {
  const { cause, amountCents, evidence, file, reason } = wish
  const evidenceFileId = file && (await keepFile(tx, context, file.document, file.sha256))
  const charge = await addCharge(
    tx,
    {
      ...{ incidentId: incident.id, lineId: ground.line.id, cause, amountCents, evidence, evidenceFileId },
      basis: evidence === 'replacement_value' && ground.worth ? JSON.stringify(ground.worth) : '',
      answerUntil: answerLimit(context.today, ground.answerDays),
    },
    context.now,
  )
  const details = { charge, amountCents, cause }
  const act = { act: 'charge_announced', to: 'assessed' as const, reason, details }
  await addIncidentEvent(tx, incident, act, recordedBy(context))
  await announce(tx, { kind: 'charge_announced', line: ground.line, once: `charge_announced:${charge}` })
  return undefined
}
