import type { NavigationEntry } from '../../../platform/http/navigation.ts'
import { badgePaths } from './badges/badges.paths.ts'
import { homePaths } from './home/home.paths.ts'
import { policy } from './policy.ts'
import { proofPaths } from './proof/proof.paths.ts'
import { schemePaths } from './schemes/scheme.paths.ts'

export const labelNavigation: readonly NavigationEntry[] = [
  {
    frame: 'member',
    label: 'Labels',
    href: (base) => homePaths.home(base),
    sections: [
      ...['/candidatures', '/instruction', '/avis-labels', '/decisions-labels', '/attributions'],
      ...['/listes-labels', '/campagnes', '/lectures', '/labels/suivi'],
    ],
    policy: policy.home,
  },
  {
    frame: 'settings',
    label: 'Labels',
    sentence: 'Créer un label, écrire ce qu’il demande, ouvrir une campagne.',
    href: (base) => schemePaths.schemes(base),
    policy: policy.readSchemes,
  },
  {
    frame: 'settings',
    label: 'Clés des badges',
    sentence: 'Ce qui signe les badges numériques du réseau.',
    href: (base) => badgePaths.keys(base),
    policy: policy.readBadgeKeys,
  },
]

/** For everybody, after what they look for first. */
export const publicLabelNavigation: readonly NavigationEntry[] = [
  { frame: 'public', label: 'Labels', href: (base) => proofPaths.register(base), policy: policy.proof },
]
