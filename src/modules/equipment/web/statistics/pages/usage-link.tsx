import { LinkList } from '../../../../../ui/link-list.tsx'
import type { Inventory } from '../../../data/inventory.store.ts'
import { type StatisticsAsked, statisticsPaths } from '../statistics.paths.ts'

interface UsageLinkProps {
  base: string
  inventory: Pick<Inventory, 'id'>
  /** The unit or the model it is about. */
  asked: Pick<StatisticsAsked, 'exemplaire' | 'modele'>
}

/** From a unit or a model to its own figures: days lent, requests, lateness, what its repairs cost. EQP-1402, EQP-906. */
export function UsageLink({ base, inventory, asked }: UsageLinkProps) {
  return (
    <LinkList
      items={[
        {
          label: 'Usage et coûts',
          href: statisticsPaths.statistics(base, inventory.id, { ...asked, par: 'exemplaire' }),
          hint: 'Jours de prêt, demandes, retards et réparations des douze derniers mois',
        },
      ]}
    />
  )
}
