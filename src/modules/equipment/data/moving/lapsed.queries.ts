import { sql } from 'kysely'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { DeskId, InventoryId, LineId, UnitId } from '../../domain/equipment.ts'

export interface LapsedHold {
  readonly rootId: string
  /** The loan it was for: of an offer, the draft that waits. */
  readonly lineId: LineId | null
  readonly offerId: string | null
  readonly displacementId: string | null
}

/** Holds that ran out: of a request nobody answered, of an offer, of a substitute. Null units: all of them. */
export async function lapsedHolds(
  db: Database,
  now: Instant,
  units: readonly UnitId[] | null,
): Promise<LapsedHold[]> {
  const { rows } = await sql<LapsedHold>`
    select distinct o.root_id as "rootId", coalesce(o.line_id, e.line_id) as "lineId", o.offer_id as "offerId",
      d.id as "displacementId"
    from equipment.occupancy o
    left join equipment.waitlist_offer f on f.id = o.offer_id
    left join equipment.waitlist_entry e on e.id = f.entry_id
    left join equipment.displacement d on d.hold_root_id = o.root_id and d.answer is null
    where o.status = 'hold' and o.held_until <= ${now}
      and (${units === null} or o.unit_id = any(${units ?? []}::uuid[]))
    order by 1`.execute(db)
  return rows
}

/** The units of a network that something may have left free, in the order in which they are locked. */
export async function lapsedUnits(db: Database, network: NetworkId, now: Instant): Promise<UnitId[]> {
  const { rows } = await sql<{ id: UnitId }>`
    select o.unit_id as id from equipment.occupancy o
    left join equipment.loan_line l on l.id = o.line_id
    join equipment.unit u on u.id = o.unit_id join equipment.inventory i on i.id = u.inventory_id
    where i.network_id = ${network} and ((o.status = 'hold' and o.held_until <= ${now})
      or (o.status = 'firm' and l.state in ('approved', 'prepared') and l.pickup_at < ${now}))
    group by 1 order by 1`.execute(db)
  return rows.map(({ id }) => id)
}

/** Displacements whose answer is past, with nothing held for them: what holds a unit lapses with its hold. EQP-603. */
export async function unansweredDisplacements(
  db: Database,
  network: NetworkId,
  now: Instant,
): Promise<{ id: string; lineId: LineId }[]> {
  const { rows } = await sql<{ id: string; lineId: LineId }>`
    select d.id, d.line_id as "lineId" from equipment.displacement d
    join equipment.loan_line l on l.id = d.line_id join equipment.loan_request r on r.id = l.request_id
    where r.network_id = ${network} and d.answer is null and d.hold_root_id is null and d.answer_until <= ${now}
      and l.state = 'displaced' order by d.id`.execute(db)
  return rows
}

export interface AwaitedPickup {
  readonly lineId: LineId
  readonly deskId: DeskId
  readonly inventoryId: InventoryId
  readonly pickupAt: Instant
  readonly graceDays: number
}

/** Loans whose pickup has passed and whose unit is still on the shelf. */
export async function awaitedPickups(
  db: Database,
  now: Instant,
  units: readonly UnitId[] | null,
): Promise<AwaitedPickup[]> {
  const { rows } = await sql<AwaitedPickup>`
    select l.id as "lineId", r.desk_id as "deskId", r.inventory_id as "inventoryId", l.pickup_at as "pickupAt",
      coalesce((l.rules -> 'noShowGrace' ->> 'value')::integer, 1) as "graceDays"
    from equipment.loan_line l join equipment.loan_request r on r.id = l.request_id
    left join equipment.slot_booking b on b.id = l.pickup_booking_id
    where l.state in ('approved', 'prepared') and l.pickup_at < ${now}
      -- Nobody misses a pickup that the desk closed: it waits for another slot. EQP-306.
      and (b.closed_at is null or b.cancelled_at is not null or l.return_at < ${now})
      and (${units === null} or l.unit_id = any(${units ?? []}::uuid[]))
    order by l.id`.execute(db)
  return rows
}

export async function endOffer(
  tx: Database,
  offer: string,
  answer: 'accepted' | 'declined' | 'lapsed',
  at: Instant,
): Promise<void> {
  await sql`update equipment.waitlist_offer set answer = ${answer}, answered_at = ${at}
    where id = ${offer}::uuid and answer is null`.execute(tx)
}

export async function endDisplacement(
  tx: Database,
  displacement: string,
  answer: 'accepted' | 'split' | 'given_up' | 'lapsed',
  at: Instant,
): Promise<void> {
  await sql`update equipment.displacement set answer = ${answer}, answered_at = ${at}
    where id = ${displacement}::uuid and answer is null`.execute(tx)
}
