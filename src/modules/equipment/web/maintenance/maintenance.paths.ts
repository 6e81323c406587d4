import type { PlanId } from '../../data/upkeep/maintenance.store.ts'
import type { InventoryId, UnitId } from '../../domain/equipment.ts'

const ONE = '/materiel/gestion/:inventaire'
const WORK = `${ONE}/entretien/plans/:plan/exemplaires/:exemplaire`

export const maintenanceRoutesOf = {
  upkeep: `${ONE}/entretien`,
  plans: `${ONE}/entretien/plans`,
  planEnd: `${ONE}/entretien/plans/:plan/fin`,
  work: WORK,
  window: `${WORK}/fenetre`,
  done: `${WORK}/fait`,
  updates: `${ONE}/mises-a-jour`,
} as const

const one = (base: string, inventory: InventoryId) => `${base}/materiel/gestion/${inventory}`

interface Asked {
  planId: PlanId
  unitId: UnitId
}

export const maintenancePaths = {
  upkeep: (base: string, id: InventoryId) => `${one(base, id)}/entretien`,
  plans: (base: string, id: InventoryId) => `${one(base, id)}/entretien/plans`,
  planEnd: (base: string, id: InventoryId, plan: PlanId) => `${one(base, id)}/entretien/plans/${plan}/fin`,
  work: (base: string, id: InventoryId, { planId, unitId }: Asked, part: '' | '/fenetre' | '/fait' = '') =>
    `${one(base, id)}/entretien/plans/${planId}/exemplaires/${unitId}${part}`,
  /** `asked`: what the form begins with, a number above all. */
  updates: (base: string, id: InventoryId, asked: Readonly<Record<string, string>> = {}) => {
    const query = new URLSearchParams(asked).toString()
    return `${one(base, id)}/mises-a-jour${query && `?${query}`}`
  },
}
