import type { NavigationEntry } from '../../../platform/http/navigation.ts'
import { paths } from './paths.ts'
import { policy } from './policy.ts'

export const identityNavigation: readonly NavigationEntry[] = [
  { frame: 'public', label: 'Le réseau', href: paths.network, policy: policy.publicPages },
]
