import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, OrganisationId } from '../../../../platform/session/actor.ts'
import type { DeskId, LineId } from '../../domain/equipment.ts'
import type { Proof } from '../../domain/insurance.ts'
import type { OpenLoan, Reminder } from '../../domain/telling/reminders.ts'

export interface RemindedLoan extends OpenLoan {
  readonly lineId: LineId
  readonly seq: number
  readonly networkId: NetworkId
  readonly organisationId: OrganisationId
  readonly deskId: DeskId
}

/** The loans that wait for their pickup until `horizon`, and all that is out, wherever: one statement. EQP-1103. */
export async function openLoans(db: Database, horizon: Instant): Promise<RemindedLoan[]> {
  const { rows } = await sql<RemindedLoan>`
    select l.id as "lineId", l.seq, r.network_id as "networkId", r.organisation_id as "organisationId",
      r.desk_id as "deskId", l.pickup_at as "pickupAt", due.due_at as "dueAt",
      l.state in ('out', 'partially_returned') as "isOut", greatest(due.recorded_at, gone.at) as "knownAt",
      coalesce(l.rules -> 'insuranceRisks' -> 'value', '[]') as "insuranceRisks"
    from equipment.loan_line l
    join equipment.loan_request r on r.id = l.request_id
    cross join lateral (select due_at, recorded_at from equipment.due_date
      where line_id = l.id and lifted_at is null order by recorded_at desc, id desc limit 1) due
    cross join lateral (select min(entered_at) as at from equipment.custody where line_id = l.id) gone
    where l.state in ('out', 'partially_returned')
      or (l.state in ('approved', 'prepared') and l.pickup_at < ${horizon})
    order by l.id`.execute(db)
  return rows
}

export interface ReturnedLoan {
  readonly lineId: LineId
  readonly seq: number
  readonly deskId: DeskId
  readonly returnedAt: Instant
}

/** The loans that came back since then whose outcome nobody told. Nobody took back what was copied from elsewhere. EQP-1401. */
export async function untoldOutcomes(db: Database, since: Instant): Promise<ReturnedLoan[]> {
  const { rows } = await sql<ReturnedLoan>`
    select l.id as "lineId", l.seq, r.desk_id as "deskId", back.at as "returnedAt"
    from equipment.loan_line l
    join equipment.loan_request r on r.id = l.request_id
    join lateral (select max(occurred_at) as at from equipment.loan_event
      where line_id = l.id and act = 'taken_back') back on true
    where l.state in ('returned', 'inspected', 'disputed', 'closed') and back.at >= ${since}
      and not exists (select 1 from equipment.loan_outcome o where o.line_id = l.id)
      and not exists (select 1 from equipment.loan_event e where e.line_id = l.id and e.seq = 1 and e.act = 'imported')
    order by l.id`.execute(db)
  return rows
}

/** The proofs of these organisations, by network and organisation: one statement. */
export async function proofsOfAll(
  db: Database,
  organisations: readonly OrganisationId[],
): Promise<ReadonlyMap<string, Proof[]>> {
  const { rows } = await sql<Proof & { key: string }>`
    select network_id || ' ' || organisation_id as key, from_day as from, last_day as "lastDay", risks,
      answer is not distinct from 'verified' as "isVerified"
    from equipment.insurance_proof where organisation_id = any(${organisations}::uuid[])`.execute(db)
  return Map.groupBy(rows, ({ key }) => key)
}

export interface LineReminder extends Reminder {
  readonly lineId: LineId
  readonly seq: number
}

/**
 * Notes what leaves now, and gives what had not left yet: twice or in parallel, each is given once; what comes after
 * another waits until that one has left, another morning. EQP-1103.
 */
export async function noteReminders<One extends LineReminder>(
  tx: Database,
  reminders: readonly One[],
  at: Instant,
): Promise<One[]> {
  if (reminders.length === 0) return []
  const asked = reminders.map(({ lineId, kind, about, after }) => ({ lineId, kind, about, after }))
  const { rows } = await sql<{ line_id: string; kind: string }>`
    insert into equipment.reminder (line_id, kind, due_at, sent_at)
    select r."lineId", r.kind, r.about, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) r ("lineId" uuid, kind text, about timestamptz, after text)
    where r.after is null or exists (select 1 from equipment.reminder p
      where p.line_id = r."lineId" and p.kind = r.after and p.due_at = r.about
        and p.sent_at < ${at}::timestamptz - interval '12 hours')
    order by 1, 2, 3
    on conflict do nothing returning line_id, kind`.execute(tx)
  const noted = new Set(rows.map(({ line_id: line, kind }) => `${line} ${kind}`))
  return reminders.filter(({ lineId, kind }) => noted.has(`${lineId} ${kind}`))
}

export interface SentReminder {
  readonly lineId: LineId
  readonly kind: string
  readonly sentAt: Instant
}

/** What was sent about these loans for their present due date, first to last. */
export async function remindersSent(
  db: Database,
  loans: readonly { id: LineId; dueAt: Instant | null }[],
): Promise<SentReminder[]> {
  const asked = JSON.stringify(loans.map(({ id, dueAt }) => ({ id, dueAt })))
  const { rows } = await sql<SentReminder>`
    select r.line_id as "lineId", r.kind, r.sent_at as "sentAt"
    from equipment.reminder r
    join jsonb_to_recordset(${asked}::jsonb) l (id uuid, "dueAt" timestamptz) on l.id = r.line_id and l."dueAt" = r.due_at
    order by r.sent_at, r.kind`.execute(db)
  return rows
}
