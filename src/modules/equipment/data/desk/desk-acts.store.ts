import { sql } from 'kysely'
import type { Id } from '../../../../kernel/id.ts'
import type { Instant } from '../../../../kernel/instant.ts'
import type { Database } from '../../../../platform/db/database.ts'
import type { NetworkId, PersonId } from '../../../../platform/session/actor.ts'
import type { DeskId, InventoryId, LineId, RequestId, UnitId } from '../../domain/equipment.ts'

/** Who comes to fetch, told at the desk when nobody was named. Leaves a name that is there alone. EQP-806. */
export async function nameCollector(tx: Database, request: RequestId, name: string): Promise<void> {
  await tx
    .updateTable('equipment.loan_request')
    .set({ collector_name: name })
    .where('id', '=', request)
    .where('collector_name', '=', '')
    .execute()
}

/** Marks the passages written at `at` as told by a device that had no network. EQP-1303. */
export async function markEnteredLater(
  tx: Database,
  line: LineId,
  direction: 'out' | 'in',
  at: Instant,
): Promise<void> {
  await tx
    .updateTable('equipment.custody')
    .set({ is_offline: true })
    .where('line_id', '=', line)
    .where(direction === 'out' ? 'entered_at' : 'back_entered_at', '=', at)
    .execute()
}

export interface LoanPeople {
  readonly networkId: NetworkId
  readonly requestedBy: PersonId | null
  readonly collectorName: string
  readonly collectorQuality: string
  readonly collectorPhone: string
}

/** Whom a loan is for, whatever the reach: for pages that have checked it, and for jobs. */
export async function peopleOfLine(db: Database, line: LineId): Promise<LoanPeople | null> {
  return (await peopleOfLines(db, [line])).get(line) ?? null
}

/** The same for several loans: one statement. EQP-1804. */
export async function peopleOfLines(
  db: Database,
  lines: readonly LineId[],
): Promise<ReadonlyMap<LineId, LoanPeople>> {
  if (lines.length === 0) return new Map()
  const rows = await db
    .selectFrom('equipment.loan_line as l')
    .innerJoin('equipment.loan_request as r', 'r.id', 'l.request_id')
    .select([
      'l.id',
      'r.network_id',
      'r.requested_by',
      'r.collector_name',
      'r.collector_quality',
      'r.collector_phone',
    ])
    .where('l.id', 'in', lines)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        networkId: row.network_id,
        requestedBy: row.requested_by as PersonId | null,
        collectorName: row.collector_name,
        collectorQuality: row.collector_quality,
        collectorPhone: row.collector_phone,
      },
    ]),
  )
}

export interface LabelledUnit {
  readonly unitId: UnitId
  readonly inventoryId: InventoryId
  readonly deskId: DeskId
  readonly assetNumber: string
  readonly modelName: string
  readonly ownerId: Id<'organisation'>
  readonly contact: string
  readonly lifecycle: string
  readonly isReplaced: boolean
  /** The loan it is out with or waits for, when there is one. */
  readonly lineId: LineId | null
}

/** What a code that was read is stuck on, within one network; null for a code that nobody printed. EQP-1301. */
export async function unitOfToken(
  db: Database,
  network: NetworkId,
  token: string,
): Promise<LabelledUnit | null> {
  return labelled(db, sql`l.token = ${token}`, network)
}

/** The unit of that number in one of these inventories. */
export async function unitOfNumber(
  db: Database,
  network: NetworkId,
  inventories: readonly InventoryId[],
  number: string,
): Promise<LabelledUnit | null> {
  return labelled(
    db,
    sql`lower(u.asset_number) = ${number.toLowerCase()} and u.inventory_id = any(${inventories}::uuid[])
      and l.replaced_at is null`,
    network,
  )
}

async function labelled(
  db: Database,
  condition: ReturnType<typeof sql>,
  network: NetworkId,
): Promise<LabelledUnit | null> {
  const { rows } = await sql<{
    id: UnitId
    inventory_id: InventoryId
    home_desk_id: DeskId
    asset_number: string
    name: string
    owner_id: Id<'organisation'>
    contact: string
    lifecycle: string
    is_replaced: boolean
    line_id: LineId | null
  }>`
    select u.id, u.inventory_id, u.home_desk_id, u.asset_number, m.name, i.owner_id, i.contact, u.lifecycle,
      l.replaced_at is not null as is_replaced,
      (select c.id from equipment.loan_line c where c.unit_id = coalesce(u.kit_id, u.id)
        and c.state in ('approved', 'prepared', 'out', 'partially_returned', 'returned')
        order by c.state in ('out', 'partially_returned', 'returned') desc, c.pickup_at limit 1) as line_id
    from equipment.unit u
    join equipment.model m on m.id = u.model_id
    join equipment.inventory i on i.id = u.inventory_id
    left join equipment.unit_label l on l.unit_id = u.id
    where i.network_id = ${network} and ${condition} limit 1`.execute(db)
  const [row] = rows
  return row
    ? {
        unitId: row.id,
        inventoryId: row.inventory_id,
        deskId: row.home_desk_id,
        assetNumber: row.asset_number,
        modelName: row.name,
        ownerId: row.owner_id,
        contact: row.contact,
        lifecycle: row.lifecycle,
        isReplaced: row.is_replaced,
        lineId: row.line_id,
      }
    : null
}
