import type { InventoryId, LineId } from '../../domain/equipment.ts'
import { managingPaths } from '../managing/managing.paths.ts'

export const lateRoutesOf = {
  late: '/materiel/gestion/:inventaire/retards',
  notice: '/materiel/gestion/:inventaire/prets/:ligne/mise-en-demeure',
} as const

export const latePaths = {
  late: (base: string, inventory: InventoryId) => `${managingPaths.inventory(base, inventory)}/retards`,
  notice: (base: string, inventory: InventoryId, line: LineId) =>
    `${managingPaths.line(base, inventory, line)}/mise-en-demeure`,
}
