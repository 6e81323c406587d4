import type { NavigationEntry } from '../../../platform/http/navigation.ts'
import { paths } from './paths.ts'
import { policy } from './policy.ts'

export const privacyNavigation: readonly NavigationEntry[] = [
  {
    frame: 'settings',
    label: 'Vie privée',
    sentence: 'Les demandes des personnes sur leurs données, et ce qui est effacé chaque nuit.',
    href: (base) => paths.desk(base),
    policy: policy.readRequests,
  },
]
