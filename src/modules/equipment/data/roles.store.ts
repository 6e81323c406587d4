import { sql } from 'kysely'
import type { Instant } from '../../../kernel/instant.ts'
import type { Database } from '../../../platform/db/database.ts'
import type { Member, PersonId } from '../../../platform/session/actor.ts'
import type { InventoryId } from '../domain/equipment.ts'
import { type InventoryRole, roleIn } from '../domain/rights.ts'

interface RoleRow {
  id: InventoryId
  given: InventoryRole | null
  is_owner: boolean
}

/** The inventories of the network in which somebody has something to do, and as what: one statement. EQP-1501. */
export async function rolesOf(db: Database, member: Member): Promise<Map<InventoryId, InventoryRole>> {
  const { rows } = await sql<RoleRow>`
    select i.id, r.role as given, i.owner_id = any(${member.organisations}::uuid[]) as is_owner
    from equipment.inventory i
    left join equipment.inventory_role r on r.inventory_id = i.id and r.person_id = ${member.personId}
    where i.network_id = ${member.networkId}
      and (r.role is not null or i.owner_id = any(${member.organisations}::uuid[]))`.execute(db)
  const roles = new Map<InventoryId, InventoryRole>()
  for (const { id, given, is_owner: isOwner } of rows) {
    const role = roleIn({ given, networkRole: member.role, isOwner })
    if (role) roles.set(id, role)
  }
  return roles
}

export interface GivenRole {
  readonly personId: PersonId
  readonly role: InventoryRole
}

/** Roles given by name, in no order: those that come with a role in the network are not among them. */
export async function givenRoles(db: Database, inventory: InventoryId): Promise<GivenRole[]> {
  const rows = await db
    .selectFrom('equipment.inventory_role')
    .select(['person_id', 'role'])
    .where('inventory_id', '=', inventory)
    .execute()
  return rows.map((row) => ({ personId: row.person_id, role: row.role as InventoryRole }))
}

/** One role by person and inventory: a new one replaces the other. */
export async function giveRole(
  tx: Database,
  inventory: InventoryId,
  { personId, role }: GivenRole,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('equipment.inventory_role')
    .values({ inventory_id: inventory, person_id: personId, role, given_at: at })
    .onConflict((on) => on.columns(['inventory_id', 'person_id']).doUpdateSet({ role, given_at: at }))
    .execute()
}

/** False when there was nothing to take. */
export async function takeRole(tx: Database, inventory: InventoryId, person: PersonId): Promise<boolean> {
  const taken = await tx
    .deleteFrom('equipment.inventory_role')
    .where('inventory_id', '=', inventory)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return taken.numDeletedRows > 0n
}
