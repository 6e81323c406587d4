import type { NavigationEntry } from '../../../platform/http/navigation.ts'
import { initiativePaths } from './initiative.paths.ts'
import { policy } from './policy.ts'

export const initiativeNavigation: readonly NavigationEntry[] = [
  {
    frame: 'public',
    label: 'Initiatives',
    href: (base) => initiativePaths.atlas(base),
    policy: policy.readAtlas,
  },
  { frame: 'member', label: 'Initiatives', href: initiativePaths.own, policy: policy.read },
]
