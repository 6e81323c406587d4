import { type RawBuilder, sql } from 'kysely'
import { type Instant, laterBy } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { OrganisationId } from '../../../../platform/session/actor.ts'
import type { InventoryId, LineId } from '../../domain/equipment.ts'
import type { LineState } from '../../domain/line.ts'
import { FEED_MEMORY_DAYS, type FeedSubject } from '../../domain/telling/feed.ts'

/** A loan that was granted, with its two appointments as they stand. */
export interface FollowedLoan {
  readonly id: LineId
  readonly inventoryId: InventoryId
  readonly organisationId: OrganisationId
  readonly state: LineState
  readonly model: string
  readonly unit: string
  readonly desk: string
  readonly location: string
  readonly zone: string
  readonly pickupAt: Instant
  readonly pickupEndsAt: Instant
  readonly returnAt: Instant
  readonly returnEndsAt: Instant
  /** Grows with each act and each move of its dates. */
  readonly sequence: number
  readonly changedAt: Instant
  /** It no longer takes place, or no longer with that unit. */
  readonly isCancelled: boolean
}

/** More than a calendar shows. */
const MOST_FOLLOWED = 5_000

/**
 * The loans a calendar follows: those granted, until ninety days after they end; those that are off, ninety days after they
 * were called off. What is back is told when it came back. One statement. EQP-1403.
 */
export async function followedLoans(
  db: Database,
  subject: FeedSubject,
  now: Instant,
): Promise<FollowedLoan[]> {
  const since = laterBy(now, -FEED_MEMORY_DAYS * 86_400)
  const { rows } = await sql<FollowedLoan>`
    select * from (
      select l.id, r.inventory_id as "inventoryId", r.organisation_id as "organisationId", l.state, m.name as model,
        u.asset_number as unit, d.name as desk, d.location, d.time_zone as zone,
        l.pickup_at as "pickupAt", coalesce(pickup.ends_at, l.pickup_at + interval '30 minutes') as "pickupEndsAt",
        back.at as "returnAt", coalesce(slot.ends_at, back.at + interval '30 minutes') as "returnEndsAt",
        l.seq + due.moves as sequence, greatest(story.changed_at, due.changed_at) as "changedAt",
        l.state in ('withdrawn', 'displaced', 'no_show') or ${movedAway(subject)} as "isCancelled"
      from equipment.loan_line l
      join equipment.loan_request r on r.id = l.request_id
      join equipment.desk d on d.id = r.desk_id
      join equipment.model m on m.id = l.model_id
      join equipment.unit u on u.id = l.unit_id
      left join equipment.slot_booking pickup on pickup.id = l.pickup_booking_id and pickup.starts_at = l.pickup_at
      cross join lateral (select max(e.recorded_at) as changed_at from equipment.loan_event e where e.line_id = l.id) story
      cross join lateral (select count(*)::integer + count(x.lifted_at)::integer as moves,
          max(greatest(x.recorded_at, x.lifted_at)) as changed_at
        from equipment.due_date x where x.line_id = l.id) due
      cross join lateral (select coalesce(
          (select max(c.back_at) from equipment.custody c where c.line_id = l.id having bool_and(c.back_at is not null)),
          (select x.due_at from equipment.due_date x where x.line_id = l.id and x.lifted_at is null
            order by x.recorded_at desc, x.id desc limit 1),
          l.return_at) as at) back
      left join equipment.slot_booking slot on slot.id = l.return_booking_id and slot.starts_at = back.at
      where ${about(subject)}
        and l.state not in ('draft', 'submitted', 'rejected', 'expired')
        and exists (select 1 from equipment.loan_event e where e.line_id = l.id and e.to_state = 'approved')
    ) loan
    where case when "isCancelled" then "changedAt" else "returnAt" end >= ${since}
      or (not "isCancelled" and state in ('out', 'partially_returned'))
    order by "pickupAt", id
    limit ${MOST_FOLLOWED}`.execute(db)
  return rows
}

function about({ kind, id }: FeedSubject): RawBuilder<boolean> {
  if (kind === 'inventory') return sql`r.inventory_id = ${id}`
  if (kind === 'desk') return sql`r.desk_id = ${id}`
  if (kind === 'organisation') return sql`r.organisation_id = ${id}`
  // A part goes with its kit; a loan that was given another unit is told to be off.
  return sql`(${goesWith(id)} or exists (select 1 from equipment.occupancy o where o.line_id = l.id and o.unit_id = ${id}))`
}

function goesWith(unit: string): RawBuilder<boolean> {
  return sql`exists (select 1 from equipment.unit part where part.id = ${unit} and l.unit_id in (part.id, part.kit_id))`
}

function movedAway({ kind, id }: FeedSubject): RawBuilder<boolean> {
  return kind === 'unit' ? sql`not ${goesWith(id)}` : sql`false`
}
