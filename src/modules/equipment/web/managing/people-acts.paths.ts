import type { InventoryId, LineId } from '../../domain/equipment.ts'
import { managingPaths } from './managing.paths.ts'

const LINE = '/materiel/gestion/:inventaire/prets/:ligne'

export const routes = {
  earlyReturn: `${LINE}/retour-anticipe`,
  reexamination: `${LINE}/reexamen`,
  insurance: `${LINE}/attestation`,
} as const

export const peopleActPaths = {
  earlyReturn: (base: string, inventory: InventoryId, line: LineId) =>
    `${managingPaths.line(base, inventory, line)}/retour-anticipe`,
  reexamination: (base: string, inventory: InventoryId, line: LineId) =>
    `${managingPaths.line(base, inventory, line)}/reexamen`,
  insurance: (base: string, inventory: InventoryId, line: LineId) =>
    `${managingPaths.line(base, inventory, line)}/attestation`,
}
