import type { NavigationEntry } from '../../../platform/http/navigation.ts'
import { apiKeyPaths } from './api-keys/api-key.paths.ts'
import { paths as memberPaths } from './members/member-paths.ts'
import { paths as networkPaths } from './networks/network-paths.ts'
import { paths as organisationPaths } from './organisations/organisation-paths.ts'
import { paths } from './paths.ts'
import { policy } from './policy.ts'

export const identityNavigation: readonly NavigationEntry[] = [
  { frame: 'public', label: 'Le réseau', href: paths.network, policy: policy.publicPages },
  { frame: 'member', label: 'Réglages', href: paths.settings, policy: policy.settings },
  {
    frame: 'settings',
    label: 'Membres et invitations',
    sentence: 'Qui agit dans le réseau, pour quelle structure ; inviter quelqu’un.',
    href: (base) => memberPaths.members(base),
    policy: policy.readMembers,
  },
  {
    frame: 'settings',
    label: 'Structures',
    sentence: 'Les structures du réseau, leurs contacts, leurs mandats et leurs délégations de signature.',
    href: (base) => organisationPaths.organisations(base),
    policy: policy.readOrganisations,
  },
  {
    frame: 'settings',
    label: 'Réseau',
    sentence: 'Son nom, son accroche, son logo, son contact et les modèles de convention qu’il propose.',
    href: networkPaths.settings,
    policy: policy.readNetwork,
  },
  {
    frame: 'settings',
    label: 'Couleurs',
    sentence: 'Le thème des pages, vérifié pour rester lisible par tous.',
    href: networkPaths.colours,
    policy: policy.readNetwork,
  },
  {
    frame: 'settings',
    label: 'Sécurité et conservation',
    sentence: 'La connexion des personnes chargées de mission, et combien de temps les données sont gardées.',
    href: networkPaths.security,
    policy: policy.readNetwork,
  },
  {
    frame: 'settings',
    label: 'Réseaux rattachés',
    sentence: 'Le réseau au-dessus, les réseaux au-dessous, et comment en créer un.',
    href: networkPaths.networks,
    policy: policy.readNetwork,
  },
  {
    frame: 'settings',
    label: 'Clés d’API',
    sentence: 'Laisser un programme lire et agir à votre place, et lui retirer ce droit.',
    href: apiKeyPaths.list,
    policy: policy.ownAccount,
  },
  {
    frame: 'settings',
    label: 'Premiers pas',
    sentence: 'De quoi mettre le réseau en route, et ce qui reste à faire.',
    href: networkPaths.firstSteps,
    policy: policy.firstSteps,
  },
]
