import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { AgreementId, PlaceId } from '../../domain/equipment.ts'

/** One loan that left, in the days of its desk. */
export interface LentUnder {
  readonly what: string
  readonly placeId: PlaceId | null
  readonly outOn: Day
  /** Null: something of it is still out. */
  readonly backOn: Day | null
  readonly dueOn: Day
}

/** The loans that left under an agreement: one statement. */
export async function lentUnder(db: Database, agreement: AgreementId): Promise<LentUnder[]> {
  const { rows } = await sql<LentUnder>`
    select m.name || ' ' || u.asset_number as what, r.place_id as "placeId",
      (min(c.out_at) at time zone d.time_zone)::date as "outOn",
      case when bool_and(c.back_at is not null) then (max(c.back_at) at time zone d.time_zone)::date end as "backOn",
      (coalesce((select due.due_at from equipment.due_date due where due.line_id = l.id and due.lifted_at is null
        order by due.recorded_at desc, due.id desc limit 1), l.return_at) at time zone d.time_zone)::date as "dueOn"
    from equipment.loan_request r
    join equipment.loan_line l on l.request_id = r.id
    join equipment.custody c on c.line_id = l.id
    join equipment.unit u on u.id = l.unit_id
    join equipment.model m on m.id = u.model_id
    join equipment.desk d on d.id = r.desk_id
    where r.agreement_id = ${agreement}
    group by l.id, m.name, u.asset_number, r.place_id, d.time_zone
    order by 3, l.id`.execute(db)
  return rows
}
