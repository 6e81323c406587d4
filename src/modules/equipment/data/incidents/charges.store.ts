import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import { newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import type { InventoryId, LineId } from '../../domain/equipment.ts'
import type { Charge, ChargeId } from '../../domain/incidents/charge.ts'
import type { IncidentId } from '../../domain/incidents/incident.ts'

export type NewCharge = Pick<
  Charge,
  'incidentId' | 'lineId' | 'cause' | 'amountCents' | 'evidence' | 'evidenceFileId' | 'basis' | 'answerUntil'
>

/** Throws `one_charge_to_decide` when another waits for its decision. EQP-905. */
export async function addCharge(tx: Database, charge: NewCharge, at: Instant): Promise<ChargeId> {
  const id = newId<'charge'>()
  await tx
    .insertInto('equipment.charge')
    .values({
      id,
      incident_id: charge.incidentId,
      line_id: charge.lineId,
      cause: charge.cause,
      amount_cents: charge.amountCents,
      evidence: charge.evidence,
      evidence_file_id: charge.evidenceFileId,
      basis: charge.basis,
      announced_at: at,
      answer_until: charge.answerUntil,
    })
    .execute()
  return id
}

const columns = sql`c.id, c.incident_id as "incidentId", c.line_id as "lineId", c.cause,
  c.amount_cents::float8 as "amountCents", c.evidence, c.evidence_file_id as "evidenceFileId", c.basis,
  c.announced_at as "announcedAt", c.answer_until as "answerUntil", c.borrower_position as position,
  c.borrower_answer as answer, c.borrower_answered_at as "answeredAt", c.decided_at as "decidedAt",
  c.decided_cents::float8 as "decidedCents", c.decision_reason as "decisionReason", c.settlement,
  c.settled_on as "settledOn"`

/** The charges of an incident, in the order in which they were announced: the last one counts. */
export async function chargesOf(db: Database, incident: IncidentId): Promise<Charge[]> {
  const { rows } = await sql<Charge>`select ${columns} from equipment.charge c
    where c.incident_id = ${incident} order by c.announced_at, c.id`.execute(db)
  return rows
}

/** Nothing is settled while one is not decided, or neither paid nor waived. EQP-503. */
export async function hasUnsettledCharge(db: Database, line: LineId): Promise<boolean> {
  const { rows } = await sql`select 1 from equipment.charge where line_id = ${line}
    and (decided_at is null or (decided_cents > 0 and settlement is null)) limit 1`.execute(db)
  return rows.length > 0
}

export async function saveAnswer(
  tx: Database,
  id: ChargeId,
  answer: { position: 'accepted' | 'contested'; words: string; at: Instant },
): Promise<void> {
  await tx
    .updateTable('equipment.charge')
    .set({
      borrower_position: answer.position,
      borrower_answer: answer.words,
      borrower_answered_at: answer.at,
    })
    .where('id', '=', id)
    .execute()
}

/** Throws `decided_charge_is_no_higher` above what was announced. */
export async function saveDecision(
  tx: Database,
  id: ChargeId,
  decision: { cents: number; reason: string; at: Instant },
): Promise<void> {
  await tx
    .updateTable('equipment.charge')
    .set({ decided_at: decision.at, decided_cents: decision.cents, decision_reason: decision.reason })
    .where('id', '=', id)
    .execute()
}

export async function saveSettlement(
  tx: Database,
  id: ChargeId,
  settled: { how: 'paid' | 'waived'; on: Day },
): Promise<void> {
  await tx
    .updateTable('equipment.charge')
    .set({ settlement: settled.how, settled_on: settled.on })
    .where('id', '=', id)
    .execute()
}

/** A charge for the owner's accounts. */
export interface Account extends Charge {
  readonly organisationId: OrganisationId
  readonly unitName: string
  readonly modelName: string
}

/** Every charge decided in an inventory, the oldest first. */
export async function accountsOf(db: Database, inventory: InventoryId): Promise<Account[]> {
  const { rows } = await sql<Account>`select ${columns}, r.organisation_id as "organisationId",
      u.asset_number as "unitName", m.name as "modelName"
    from equipment.charge c join equipment.incident i on i.id = c.incident_id
    join equipment.unit u on u.id = i.unit_id join equipment.model m on m.id = u.model_id
    join equipment.loan_line l on l.id = c.line_id join equipment.loan_request r on r.id = l.request_id
    where u.inventory_id = ${inventory} and c.decided_at is not null order by c.decided_at, c.id`.execute(db)
  return rows
}
