import { sql } from 'kysely'
import type { Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { NetworkId, OrganisationId, PersonId, Reach } from '../../../platform/session/actor.ts'
import type { InventoryId } from '../domain/equipment.ts'
import type { Policy, PolicyRules } from '../domain/rules.ts'

export interface Inventory {
  readonly id: InventoryId
  readonly networkId: NetworkId
  readonly ownerId: OrganisationId
  readonly name: string
  readonly contact: string
  readonly timeZone: string
  readonly holidayCalendar: string
  readonly shownTo: 'owner' | 'members' | 'public'
}

/** Those a reach sees: all of its network for the head, those shown to members for a partner. EQP-108. */
export async function listInventories(db: Database, reach: Reach): Promise<Inventory[]> {
  if (reach.kind === 'nobody') return []
  const rows = await db
    .selectFrom('equipment.inventory')
    .selectAll()
    .where('network_id', '=', reach.network)
    .$if(reach.kind === 'these', (query) => query.where('shown_to', '<>', 'owner'))
    .orderBy(sql`name collate public.french`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    networkId: row.network_id,
    ownerId: row.owner_id,
    name: row.name,
    contact: row.contact,
    timeZone: row.time_zone,
    holidayCalendar: row.holiday_calendar,
    shownTo: row.shown_to as Inventory['shownTo'],
  }))
}

/** Those a network shows to everybody. EQP-108. */
export async function publicInventories(db: Database, network: NetworkId): Promise<Inventory[]> {
  const all = await listInventories(db, { kind: 'all', network })
  return all.filter(({ shownTo }) => shownTo === 'public')
}

export async function findInventory(db: Database, reach: Reach, id: InventoryId): Promise<Inventory | null> {
  return (await listInventories(db, reach)).find((inventory) => inventory.id === id) ?? null
}

export type NewInventory = Omit<Inventory, 'id' | 'networkId'>

/** Throws the violation of `one_inventory_per_name`. */
export async function addInventory(
  tx: Database,
  network: NetworkId,
  inventory: NewInventory,
  at: Instant,
): Promise<InventoryId> {
  const id: InventoryId = newId()
  await tx
    .insertInto('equipment.inventory')
    .values({
      id,
      network_id: network,
      owner_id: inventory.ownerId,
      name: inventory.name,
      contact: inventory.contact,
      time_zone: inventory.timeZone,
      holiday_calendar: inventory.holidayCalendar,
      shown_to: inventory.shownTo,
      created_at: at,
    })
    .execute()
  return id
}

/** The rules of the inventory on that day: the last version that is effective. Null before there is one. */
export async function policyOn(db: Database, inventory: InventoryId, on: Day): Promise<Policy | null> {
  const row = await db
    .selectFrom('equipment.policy_version')
    .select(['version', 'rules'])
    .where('inventory_id', '=', inventory)
    .where('effective_on', '<=', on)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { version: row.version, rules: row.rules as PolicyRules } : null
}

/** Throws the violation of the primary key when two write the same version. */
export async function addPolicy(
  tx: Database,
  inventory: InventoryId,
  policy: { rules: PolicyRules; effectiveOn: Day; reason: string },
  recorded: { at: Instant; by: PersonId | null },
): Promise<number> {
  const last = await tx
    .selectFrom('equipment.policy_version')
    .select((of) => of.fn.max('version').as('version'))
    .where('inventory_id', '=', inventory)
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  await tx
    .insertInto('equipment.policy_version')
    .values({
      inventory_id: inventory,
      version,
      rules: JSON.stringify(policy.rules),
      effective_on: policy.effectiveOn,
      reason: policy.reason,
      recorded_at: recorded.at,
      recorded_by: recorded.by,
    })
    .execute()
  return version
}
