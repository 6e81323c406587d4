import type { NavigationEntry } from '../../../platform/http/navigation.ts'
import { federationPaths } from './federation.paths.ts'
import { policy } from './policy.ts'

export const federationNavigation: readonly NavigationEntry[] = [
  {
    frame: 'settings',
    label: 'Réseaux suivis',
    sentence: 'Montrer les lieux d’autres réseaux, et laisser d’autres réseaux montrer les vôtres.',
    href: federationPaths.home,
    policy: policy.read,
  },
]
