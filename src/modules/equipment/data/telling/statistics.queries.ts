import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { InventoryId, PlaceId } from '../../domain/equipment.ts'
import type { CountedLine, CountedUnit } from '../../domain/telling/statistics.ts'
import type { Stretch, UnitLife } from '../../domain/telling/use-days.ts'

/** A loan before its borrower is known and its days are counted. */
export type ReadLine = Omit<CountedLine, 'borrowerKind' | 'territory' | 'daysLent'> & {
  readonly placeId: PlaceId | null
}

export type ReadUnit = Omit<CountedUnit, 'since' | 'isInService' | 'lastAwayOn' | 'daysLendable'> & UnitLife

/**
 * Every loan of an inventory to which something happened in those days, or that was out then: one statement. A draft is there
 * when it waited for something until its period was past. Days are those of the inventory's zone.
 */
export async function countedLines(
  db: Database,
  inventory: InventoryId,
  { first, last }: Stretch,
  today: Day,
): Promise<ReadLine[]> {
  const { rows } = await sql<ReadLine>`
    with zone as (select time_zone as name from equipment.inventory where id = ${inventory})
    select l.id, l.request_id as "requestId", l.state, r.organisation_id as "organisationId", r.place_id as "placeId",
      l.model_id as "modelId", m.name as "modelName", m.category, l.unit_id as "unitId", u.asset_number as "unitName",
      coalesce(u.home_desk_id, r.desk_id) as "deskId",
      case when l.sibling_id is null then (story.submitted_at at time zone zone.name)::date end as "submittedOn",
      (answer.at at time zone zone.name)::date as "decidedOn", answer.decision, answer.reason_code as "reasonCode",
      extract(epoch from answer.at - story.submitted_at)::float8 as waited,
      (story.no_show_at at time zone zone.name)::date as "noShowOn",
      (away.out_at at time zone zone.name)::date as "outOn", (away.back_at at time zone zone.name)::date as "backOn",
      (due.due_at at time zone zone.name)::date as "dueOn", (wait.passed_at at time zone zone.name)::date as "passedOn",
      coalesce(moved.list, '[]') as displacements
    from zone, equipment.loan_line l
    join equipment.loan_request r on r.id = l.request_id
    join equipment.model m on m.id = l.model_id
    left join equipment.unit u on u.id = l.unit_id
    left join lateral (select min(e.occurred_at) filter (where e.to_state = 'submitted') as submitted_at,
        max(e.occurred_at) filter (where e.to_state = 'no_show') as no_show_at
      from equipment.loan_event e where e.line_id = l.id) story on true
    left join lateral (select e.occurred_at as at, e.to_state as decision, e.reason_code from equipment.loan_event e
      where e.line_id = l.id and e.from_state = 'submitted' and e.to_state in ('approved', 'rejected') and l.sibling_id is null
      order by e.seq limit 1) answer on true
    left join lateral (select min(c.out_at) as out_at, case when bool_and(c.back_at is not null) then max(c.back_at) end as back_at
      from equipment.custody c where c.line_id = l.id) away on true
    left join lateral (select d.due_at from equipment.due_date d where d.line_id = l.id and d.lifted_at is null
      order by d.recorded_at desc, d.id desc limit 1) due on true
    left join lateral (select w.ends_at as passed_at from equipment.waitlist_entry w where w.line_id = l.id
      and (w.left_because = 'past' or (w.left_at is null and (w.ends_at at time zone zone.name)::date < ${today}))) wait on true
    left join lateral (select json_agg(json_build_object('on', (d.decided_at at time zone zone.name)::date, 'reason', d.reason,
        'noticeDays', d.notice_days, 'answer', d.answer) order by d.decided_at) as list
      from equipment.displacement d where d.line_id = l.id) moved on true
    where r.inventory_id = ${inventory} and (l.state <> 'draft' or wait.passed_at is not null) and (
      exists (select 1 from equipment.loan_event e where e.line_id = l.id
        and (e.occurred_at at time zone zone.name)::date between ${first} and ${last})
      or ((away.out_at at time zone zone.name)::date <= ${last}
        and (away.back_at is null or (away.back_at at time zone zone.name)::date >= ${first}))
      or (due.due_at at time zone zone.name)::date between ${first} and ${last}
      or (wait.passed_at at time zone zone.name)::date between ${first} and ${last})
    order by coalesce(away.out_at, l.pickup_at, story.submitted_at, l.created_at), l.id`.execute(db)
  return rows
}

/** Every unit of an inventory with its life and what it cost in those days: one statement. EQP-906. */
export async function countedUnits(
  db: Database,
  inventory: InventoryId,
  { first, last }: Stretch,
): Promise<ReadUnit[]> {
  const { rows } = await sql<ReadUnit>`
    with zone as (select time_zone as name from equipment.inventory where id = ${inventory})
    select u.id, u.asset_number as name, u.model_id as "modelId", m.name as "modelName", m.category,
      u.home_desk_id as "deskId", u.kit_id is null or u.lent_alone as "isLentAlone", u.acquired_on as "acquiredOn",
      coalesce(life.list, '[]') as lifecycle, coalesce(away.list, '[]') as stays, coalesce(cost.list, '[]') as costs
    from zone, equipment.unit u
    join equipment.model m on m.id = u.model_id
    left join lateral (select json_agg(json_build_object('day', (e.occurred_at at time zone zone.name)::date,
        'isInService', e.lifecycle = 'in_service') order by e.seq) as list
      from equipment.lifecycle_event e where e.unit_id = u.id) life on true
    left join lateral (select json_agg(json_build_object('lineId', c.line_id, 'from', (c.out_at at time zone zone.name)::date,
        'until', (c.back_at at time zone zone.name)::date, 'isOwn', l.unit_id = c.unit_id) order by c.out_at) as list
      from equipment.custody c join equipment.loan_line l on l.id = c.line_id where c.unit_id = u.id) away on true
    left join lateral (select json_agg(json_build_object('day', k.day, 'label', k.label, 'bearer', k.bearer,
        'cents', k.amount_cents) order by k.day, k.id) as list
      from equipment.repair_cost k where k.unit_id = u.id and k.day between ${first} and ${last}) cost on true
    where u.inventory_id = ${inventory}
    order by m.name collate public.french, u.asset_number collate public.french`.execute(db)
  return rows
}

/** Every desk an inventory has or had, by name. */
export async function deskNames(db: Database, inventory: InventoryId): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('equipment.desk')
    .select(['id', 'name'])
    .where('inventory_id', '=', inventory)
    .orderBy(sql`name collate public.french`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
