import type { TilesProblem } from '../../domain/map/base-map.ts'

export const tilesProblems: Readonly<Record<TilesProblem, string>> = {
  'not-an-address': 'Cette adresse n’en est pas une. Elle commence par « https:// » et le nom d’un site.',
  'not-https': 'Cette adresse n’est pas sûre : elle doit commencer par « https:// ».',
  'no-position':
    'Cette adresse ne dit pas quelle partie de la carte demander : elle contient {z}, {x} et {y}, chacun une fois au moins.',
}

export const baseMapChanged =
  'Quelqu’un a changé ce réglage pendant que vous l’aviez sous les yeux. Vérifiez-le ci-dessous, puis enregistrez de nouveau.'
