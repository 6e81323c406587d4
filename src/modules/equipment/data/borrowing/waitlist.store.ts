import { sql } from 'kysely'
import { type Id, newId } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import type { DeskId, InventoryId, LineId, ModelId, RequestId, UnitId } from '../../domain/equipment.ts'
import type { Waiting } from '../../domain/moving/waiting.ts'

export interface Entry extends Waiting {
  readonly id: Id<'waitlist-entry'>
  readonly requestId: RequestId
  readonly lineId: LineId
}

export interface NewEntry {
  readonly requestId: RequestId
  readonly lineId: LineId
  readonly modelId: ModelId
  readonly unitId: UnitId | null
  readonly span: { readonly from: Instant; readonly until: Instant }
  readonly flexibleDays: number
  readonly priority: number
}

/** Throws `one_wait_per_line`. */
export async function addEntry(tx: Database, entry: NewEntry, at: Instant): Promise<Id<'waitlist-entry'>> {
  const id: Id<'waitlist-entry'> = newId()
  await tx
    .insertInto('equipment.waitlist_entry')
    .values({
      id,
      request_id: entry.requestId,
      line_id: entry.lineId,
      model_id: entry.modelId,
      unit_id: entry.unitId,
      starts_at: entry.span.from,
      ends_at: entry.span.until,
      flexible_days: entry.flexibleDays,
      priority: entry.priority,
      joined_at: at,
    })
    .execute()
  return id
}

/** Those who wait for a model and have no offer open, in no order: `inOrder` says whose turn it is. */
export async function waitingFor(
  db: Database,
  inventory: InventoryId,
  model: ModelId,
  unitOffered: UnitId,
): Promise<Entry[]> {
  const rows = await db
    .selectFrom('equipment.waitlist_entry as e')
    .innerJoin('equipment.loan_request as r', 'r.id', 'e.request_id')
    .select([
      'e.id',
      'e.request_id',
      'e.line_id',
      'e.model_id',
      'e.unit_id',
      'e.starts_at',
      'e.ends_at',
      'e.priority',
      'e.joined_at',
    ])
    .where('r.inventory_id', '=', inventory)
    .where('e.model_id', '=', model)
    .where('e.left_at', 'is', null)
    // Who has an offer open waits no more; who already let this one go is not asked again.
    .where(
      sql<boolean>`not exists (select 1 from equipment.waitlist_offer o where o.entry_id = e.id
        and (o.answer is null or (o.unit_id = ${unitOffered} and o.answer <> 'accepted')))`,
    )
    .execute()
  return rows.map((row) => ({
    id: row.id,
    requestId: row.request_id,
    lineId: row.line_id,
    modelId: row.model_id,
    unitId: row.unit_id,
    span: { from: row.starts_at, until: row.ends_at },
    priority: row.priority,
    joinedAt: row.joined_at,
  }))
}

export interface Offer {
  readonly id: Id<'waitlist-offer'>
  readonly entryId: Id<'waitlist-entry'>
  readonly requestId: RequestId
  readonly lineId: LineId
  readonly unitId: UnitId
  readonly span: { readonly from: Instant; readonly until: Instant }
  readonly expiresAt: Instant
  readonly rootId: string
}

/** Throws `one_offer_per_freed_unit` or `one_open_offer_per_entry`. EQP-1202. */
export async function addOffer(
  tx: Database,
  entry: Entry,
  unit: UnitId,
  expiresAt: Instant,
  at: Instant,
): Promise<Id<'waitlist-offer'>> {
  const id: Id<'waitlist-offer'> = newId()
  await tx
    .insertInto('equipment.waitlist_offer')
    .values({
      id,
      entry_id: entry.id,
      unit_id: unit,
      starts_at: entry.span.from,
      ends_at: entry.span.until,
      offered_at: at,
      expires_at: expiresAt,
    })
    .execute()
  return id
}

/** The offer open for a line, or null. */
export async function openOffer(db: Database, line: LineId): Promise<Offer | null> {
  const row = await db
    .selectFrom('equipment.waitlist_offer as o')
    .innerJoin('equipment.waitlist_entry as e', 'e.id', 'o.entry_id')
    .innerJoin('equipment.occupancy as p', 'p.offer_id', 'o.id')
    .select([
      'o.id',
      'o.entry_id',
      'e.request_id',
      'e.line_id',
      'o.unit_id',
      'o.starts_at',
      'o.ends_at',
      'o.expires_at',
      'p.root_id',
    ])
    .where('e.line_id', '=', line)
    .where('o.answer', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row
    ? {
        id: row.id,
        entryId: row.entry_id,
        requestId: row.request_id,
        lineId: row.line_id,
        unitId: row.unit_id,
        span: { from: row.starts_at, until: row.ends_at },
        expiresAt: row.expires_at,
        rootId: row.root_id,
      }
    : null
}

export async function leaveList(
  tx: Database,
  entry: Id<'waitlist-entry'>,
  because: 'accepted' | 'withdrawn' | 'past',
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('equipment.waitlist_entry')
    .set({ left_at: at, left_because: because })
    .where('id', '=', entry)
    .where('left_at', 'is', null)
    .execute()
}

/** Those whose period has begun wait no more, their history kept: the time itself has left. True twice. EQP-1203. */
export async function leavePast(tx: Database, network: NetworkId, now: Instant): Promise<void> {
  await sql`update equipment.waitlist_entry e set left_at = ${now}, left_because = 'past'
    from equipment.loan_request r
    where r.id = e.request_id and r.network_id = ${network} and e.left_at is null
      and e.starts_at + make_interval(days => e.flexible_days) <= ${now}
      and not exists (select 1 from equipment.waitlist_offer o where o.entry_id = e.id and o.answer is null)`.execute(
    tx,
  )
}

export interface AwaitedUnit {
  readonly unitId: UnitId
  readonly modelId: ModelId
  readonly deskId: DeskId
}

/** Units of an inventory for whose model somebody waits. */
export async function awaitedUnits(db: Database, inventory: InventoryId): Promise<AwaitedUnit[]> {
  const { rows } = await sql<AwaitedUnit>`
    select u.id as "unitId", u.model_id as "modelId", u.home_desk_id as "deskId" from equipment.unit u
    where u.inventory_id = ${inventory} and u.lifecycle = 'in_service' and exists (
      select 1 from equipment.waitlist_entry e where e.model_id = u.model_id and e.left_at is null)
    order by u.id`.execute(db)
  return rows
}
