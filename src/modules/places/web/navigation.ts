import type { NavigationEntry } from '../../../platform/http/navigation.ts'
import { embedPaths } from './embed/embed.paths.ts'
import { freshnessPaths } from './freshness/freshness.paths.ts'
import { homePaths } from './home/home.paths.ts'
import { hoursPaths } from './hours/hours.paths.ts'
import { lifePaths } from './life/life.paths.ts'
import { mapPaths } from './map/map.paths.ts'
import { orientationPaths } from './orientation/orientation.paths.ts'
import { paths } from './paths.ts'
import { policy } from './policy.ts'
import { territoryPaths } from './territories/territories.paths.ts'
import { webhookPaths } from './webhooks/webhooks.paths.ts'

export const placeNavigation: readonly NavigationEntry[] = [
  {
    frame: 'public',
    label: 'Trouver un lieu',
    href: (base) => paths.places(base),
    policy: policy.readDirectory,
  },
  {
    frame: 'member',
    label: 'Lieux',
    href: homePaths.home,
    sections: ['/lieux'],
    policy: policy.home,
  },
  {
    frame: 'settings',
    label: 'Relecture des fiches de lieux',
    sentence: 'Choisir si un changement de nom, d’adresse ou d’identifiant attend votre accord.',
    href: lifePaths.rule,
    policy: policy.readAwaited,
  },
  {
    frame: 'settings',
    label: 'Jours fériés et vacances scolaires',
    sentence:
      'Charger les vacances des écoles, corriger les jours fériés : les horaires des lieux en dépendent.',
    href: hoursPaths.daysOff,
    policy: policy.readDaysOff,
  },
  {
    frame: 'settings',
    label: 'Suivi des orientations',
    sentence: 'Savoir, avec leur accord, si les personnes orientées trouvent de l’aide. Éteint au départ.',
    href: orientationPaths.settings,
    policy: policy.readOrientationRule,
  },
  {
    frame: 'settings',
    label: 'Fond de carte',
    sentence: 'Ce que la carte des lieux montre sous les repères : des contours, ou les rues.',
    href: mapPaths.settings,
    policy: policy.readBaseMap,
  },
  {
    frame: 'settings',
    label: 'Confirmation des fiches',
    sentence: 'Quels lieux confirment leur fiche, à quel rythme, et ce que deviennent ceux qui se taisent.',
    href: freshnessPaths.rule,
    policy: policy.readFreshness,
  },
  {
    frame: 'settings',
    label: 'Territoires du réseau',
    sentence: 'Nommer un pays, un bassin de vie : on y cherche les lieux, on en lit les chiffres.',
    href: territoryPaths.list,
    policy: policy.readTerritories,
  },
  {
    frame: 'settings',
    label: 'La carte sur d’autres sites',
    sentence: 'Quels sites montrent la carte, de quel territoire, et la ligne qu’ils copient.',
    href: embedPaths.settings,
    policy: policy.readOpenData,
  },
  {
    frame: 'settings',
    label: 'Avis de changement',
    sentence: 'Quels logiciels sont prévenus quand un lieu change.',
    href: webhookPaths.list,
    policy: policy.readOpenData,
  },
]
