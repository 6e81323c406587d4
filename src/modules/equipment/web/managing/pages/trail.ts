import type { Link } from '../../../../../ui/site.ts'
import type { Inventory } from '../../../data/inventory.store.ts'
import { managingPaths } from '../managing.paths.ts'

/** Where one is: the work, then the inventory. */
export function trail(base: string, inventory?: Pick<Inventory, 'id' | 'name'>): Link[] {
  const work = { label: 'Gestion du matériel', href: managingPaths.work(base) }
  return inventory
    ? [work, { label: inventory.name, href: managingPaths.inventory(base, inventory.id) }]
    : [work]
}
