import type { NavigationEntry } from '../../../platform/http/navigation.ts'
import { paths } from './paths.ts'
import { policy } from './policy.ts'

export const journalNavigation: readonly NavigationEntry[] = [
  {
    frame: 'settings',
    label: 'Journal',
    sentence: 'Qui a fait quoi, pour quelle structure, et quand ; le sceau qui le prouve.',
    href: (base) => paths.journal(base),
    policy: policy.read,
  },
]
