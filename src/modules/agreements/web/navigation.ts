import type { NavigationEntry } from '../../../platform/http/navigation.ts'
import { paths } from './paths.ts'
import { policy } from './policy.ts'

export const agreementNavigation: readonly NavigationEntry[] = [
  { frame: 'member', label: 'Aujourd’hui', href: paths.today, policy: policy.today },
  { frame: 'member', label: 'Conventions', href: (base) => paths.agreements(base), policy: policy.read },
]
