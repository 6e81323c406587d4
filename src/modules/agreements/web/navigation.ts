import type { NavigationEntry } from '../../../platform/http/navigation.ts'
import { boardPaths } from './board/board.paths.ts'
import { waitingPaths } from './letters/waiting.paths.ts'
import { paths } from './paths.ts'
import { policy } from './policy.ts'

export const agreementNavigation: readonly NavigationEntry[] = [
  { frame: 'member', label: 'Aujourd’hui', href: paths.today, policy: policy.today },
  { frame: 'member', label: 'Conventions', href: (base) => paths.agreements(base), policy: policy.read },
  {
    frame: 'settings',
    label: 'Règles des conventions',
    sentence: 'Qui confirme une dénonciation, une mise en demeure ou une résiliation.',
    href: (base) => waitingPaths.settings(base),
    policy: policy.settings,
  },
]

/** For everybody, after what they look for first. */
export const registerNavigation: readonly NavigationEntry[] = [
  {
    frame: 'public',
    label: 'Conventions du réseau',
    href: (base) => boardPaths.register(base),
    policy: policy.register,
  },
]
