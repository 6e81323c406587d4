/** What somebody is to one inventory, the widest first. EQP-1501. */
export const INVENTORY_ROLES = ['head', 'manager', 'desk', 'technician', 'reader'] as const

export type InventoryRole = (typeof INVENTORY_ROLES)[number]

/**
 * What may be done in an inventory. `rule`: policy, roles, displacement, derogation, charges; `decide`: requests, incidents;
 * `keep`: catalogue, desks; `serve`: the desk; `maintain`: upkeep, updates, lifecycle; `read`: all of it, changing nothing.
 */
export type Right = 'rule' | 'decide' | 'keep' | 'serve' | 'maintain' | 'read'

const RIGHTS: Readonly<Record<InventoryRole, readonly Right[]>> = {
  head: ['rule', 'decide', 'keep', 'serve', 'maintain', 'read'],
  manager: ['decide', 'keep', 'serve', 'maintain', 'read'],
  desk: ['serve', 'read'],
  technician: ['maintain', 'read'],
  reader: ['read'],
}

/** Deny by default: what is not in the table is not allowed. */
export function allows(role: InventoryRole, right: Right): boolean {
  return RIGHTS[role].includes(right)
}

/** What a role held in the network is worth in the inventories of one's own organisation. */
const BY_NETWORK_ROLE: Readonly<Record<string, InventoryRole>> = {
  officer: 'head',
  desk_agent: 'desk',
  reader: 'reader',
  data_protection_officer: 'reader',
  auditor: 'reader',
}

/**
 * What a person is to an inventory: what was given to them, or what their role in the network gives them in their own
 * organisation's, whichever is wider. Null: nothing.
 */
export function roleIn(person: {
  readonly given: InventoryRole | null
  readonly networkRole: string
  readonly isOwner: boolean
}): InventoryRole | null {
  const own = person.isOwner ? BY_NETWORK_ROLE[person.networkRole] : undefined
  return INVENTORY_ROLES.find((role) => role === person.given || role === own) ?? null
}
