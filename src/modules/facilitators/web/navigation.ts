import type { NavigationEntry } from '../../../platform/http/navigation.ts'
import { cardPaths } from './cards/cards.paths.ts'
import { offerPaths } from './organisations/offers.paths.ts'
import { policy } from './policy.ts'

export const facilitatorNavigation: readonly NavigationEntry[] = [
  {
    frame: 'public',
    label: 'Animateurs',
    href: (base) => cardPaths.cards(base),
    policy: policy.readCards,
  },
  {
    frame: 'settings',
    label: 'Annuaire des structures',
    sentence:
      'Montrer, ou non, ce que les structures savent faire pour les entreprises et les collectivités.',
    href: offerPaths.settings,
    policy: policy.readDirectories,
  },
]
