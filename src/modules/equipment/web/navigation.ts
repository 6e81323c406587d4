import type { NavigationEntry } from '../../../platform/http/navigation.ts'
import { borrowingPaths } from './borrowing/borrowing.paths.ts'
import { borrowingPolicy } from './borrowing/borrowing.policy.ts'
import { deskPaths } from './desk/desk.paths.ts'
import { managingPaths } from './managing/managing.paths.ts'
import { policy } from './policy.ts'

export const equipmentNavigation: readonly NavigationEntry[] = [
  {
    frame: 'member',
    label: 'Matériel',
    href: (base) => borrowingPaths.catalogue(base),
    policy: borrowingPolicy.browse,
  },
  {
    frame: 'member',
    label: 'Gestion du matériel',
    href: (base) => managingPaths.work(base),
    policy: policy.workMenu,
  },
  {
    frame: 'member',
    label: 'Guichet du matériel',
    href: (base) => deskPaths.day(base),
    policy: policy.workMenu,
  },
]
