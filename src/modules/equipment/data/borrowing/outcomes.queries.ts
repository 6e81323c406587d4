import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import type { AgreementId, InventoryId, LineId } from '../../domain/equipment.ts'
import type { Stretch } from '../../domain/telling/use-days.ts'
import type { Outcome } from './outcomes.store.ts'

/** What one loan was for, as its borrower last told it; the loan is its source. */
export interface LoanOutcome extends Outcome {
  readonly lineId: LineId
  readonly agreementId: AgreementId | null
  readonly organisationId: OrganisationId
  readonly actionKind: string
  readonly thing: string
  /** The local day on which everything was back; while it is not, that on which it was due. */
  readonly day: Day
  readonly toldOn: Day
}

/**
 * Outcomes of the loans that an inventory made, back (or due) in those days, in their order: a corrected figure takes the
 * place of the one before. 002 art. 7. EQP-1401.
 */
export async function outcomesIn(
  db: Database,
  inventory: InventoryId,
  { first, last }: Stretch,
): Promise<LoanOutcome[]> {
  const { rows } = await sql<LoanOutcome>`
    select l.id as "lineId", r.agreement_id as "agreementId", r.organisation_id as "organisationId",
      r.action_kind as "actionKind", coalesce(u.asset_number, m.name) as thing, ended.day,
      (o.recorded_at at time zone d.time_zone)::date as "toldOn",
      o.sessions, o.people, o.places, o.appreciation, o.comment
    ${ended(inventory)}
    join equipment.model m on m.id = l.model_id
    left join equipment.unit u on u.id = l.unit_id
    cross join lateral (select t.* from equipment.loan_outcome t where t.line_id = l.id
      order by t.recorded_at desc, t.id desc limit 1) o
    where ended.day between ${first} and ${last}
    order by ended.day, l.id`.execute(db)
  return rows
}

/** Loans of an inventory that are whole back in those days: how many outcomes are waited for. */
export async function returnsIn(
  db: Database,
  inventory: InventoryId,
  { first, last }: Stretch,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count
    ${ended(inventory)}
    where ended.is_back and ended.day between ${first} and ${last}`.execute(db)
  return rows[0]?.count ?? 0
}

/** The loans that left, each with the day it ended. */
function ended(inventory: InventoryId): RawBuilder<unknown> {
  return sql`from equipment.loan_line l
    join equipment.loan_request r on r.id = l.request_id and r.inventory_id = ${inventory}
    join equipment.desk d on d.id = r.desk_id
    cross join lateral (select bool_and(c.back_at is not null) as is_back,
        (case when bool_and(c.back_at is not null) then max(c.back_at) else l.return_at end at time zone d.time_zone)::date as day
      from equipment.custody c where c.line_id = l.id having count(*) > 0) ended`
}
