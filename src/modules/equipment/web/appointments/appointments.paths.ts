import type { InventoryId, LineId } from '../../domain/equipment.ts'

const OWN = '/materiel/prets/:pret'
const WORK = '/materiel/gestion/:inventaire/prets/:ligne'

export const routes = {
  own: `${OWN}/rendez-vous`,
  work: `${WORK}/rendez-vous`,
  shortening: `${WORK}/raccourcir`,
  ending: `${WORK}/annulation`,
} as const

const loan = (base: string, inventory: InventoryId, line: LineId) =>
  `${base}/materiel/gestion/${inventory}/prets/${line}`

export const appointmentPaths = {
  own: (base: string, line: LineId) => `${base}/materiel/prets/${line}/rendez-vous`,
  work: (base: string, inventory: InventoryId, line: LineId) => `${loan(base, inventory, line)}/rendez-vous`,
  shortening: (base: string, inventory: InventoryId, line: LineId) =>
    `${loan(base, inventory, line)}/raccourcir`,
  ending: (base: string, inventory: InventoryId, line: LineId) => `${loan(base, inventory, line)}/annulation`,
}
