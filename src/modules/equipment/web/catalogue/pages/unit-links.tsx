import { LinkList } from '../../../../../ui/link-list.tsx'
import type { UnitSheet } from '../../../data/catalogue/catalogue.queries.ts'
import type { InventoryId } from '../../../domain/equipment.ts'
import { sheetPaths } from '../sheets.paths.ts'

interface UnitLinksProps {
  base: string
  inventory: InventoryId
  unit: UnitSheet
  mayKeep: boolean
}

/** What may be written about a unit, and what a kit holds. EQP-104, EQP-105. */
export function UnitLinks({ base, inventory, unit, mayKeep }: UnitLinksProps) {
  const links = [
    mayKeep && {
      label: 'Fiche de l’exemplaire',
      href: sheetPaths.unitFile(base, inventory, unit.id),
      hint: 'Numéros, notes, financement, malle',
    },
    unit.isKit && {
      label: 'Contenu de la malle',
      href: sheetPaths.kit(base, inventory, unit.id),
      hint: 'Exemplaires et accessoires',
    },
  ].filter((link) => link !== false)
  return links.length > 0 ? <LinkList items={links} /> : null
}
