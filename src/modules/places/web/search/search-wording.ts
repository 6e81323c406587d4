import type { Day } from '../../../../kernel/day.ts'
import { formatDay, formatHour, plural } from '../../../../ui/french.ts'
import type { Condition } from '../../data/search/places.results.ts'
import type { OpenAsked, Sort, WeekMoment } from '../../domain/search/asked.ts'
import type { Facet } from '../../domain/search/facets.ts'

/** What each filter is called above its values. */
export const FACET_TITLES: Readonly<Record<Facet, string>> = {
  services: 'Je voudrais…',
  publics: 'Accueil pensé pour',
  specialCare: 'Accueil adapté',
  fees: 'Prix',
  programmes: 'Programmes nationaux',
  trainings: 'Formations et labels nationaux',
  itinerance: 'Fixe ou itinérant',
  accessModes: 'Comment y accéder',
  supportModes: 'Comment on est aidé',
}

export const MOMENT_TEXTS: Readonly<Record<'now' | WeekMoment, string>> = {
  now: 'Ouvert maintenant',
  evening: 'Ouvert le soir, après 18 h',
  saturday: 'Ouvert le samedi',
  sunday: 'Ouvert le dimanche',
}

export const SORT_TEXTS: Readonly<Record<Sort, string>> = {
  relevance: 'Les plus utiles d’abord',
  distance: 'Les plus proches d’abord',
  name: 'Par nom',
  updated: 'Les plus récemment mis à jour',
}

/** « Ouvert maintenant », « Ouvert le 20 juin 2026 à 14 h 30 ». */
export function openText(open: OpenAsked): string {
  if (open in MOMENT_TEXTS) return MOMENT_TEXTS[open as 'now' | WeekMoment]
  const [on = '', hour = ''] = open.split('T')
  return `Ouvert le ${formatDay(on as Day)} à ${formatHour(hour)}`
}

/** What the same search without one of its conditions is called. */
export const WITHOUT: Readonly<Record<Condition, string>> = {
  services: 'Chercher pour tous les besoins',
  publics: 'Chercher pour tous les publics',
  specialCare: 'Chercher sans accueil adapté',
  fees: 'Chercher à tous les prix',
  programmes: 'Chercher hors de ce programme national',
  trainings: 'Chercher sans cette formation',
  itinerance: 'Chercher les lieux fixes et itinérants',
  accessModes: 'Chercher quelle que soit la manière d’y accéder',
  supportModes: 'Chercher quelle que soit la manière d’être aidé',
  labels: 'Chercher avec ou sans label',
  typologies: 'Chercher tous les types de lieux',
  sources: 'Chercher dans toutes les sources',
  equipment: 'Chercher avec ou sans ce matériel',
  grounds: 'Chercher sur tout le territoire',
  radius: 'Chercher plus loin',
  open: 'Chercher à toutes les heures',
  booking: 'Chercher avec ou sans rendez-vous en ligne',
  accessibility: 'Chercher avec ou sans fiche d’accessibilité',
  updatedSince: 'Chercher quelle que soit la date de mise à jour',
  box: 'Chercher partout, pas seulement sur cette partie de la carte',
  words: 'Voir tous les lieux',
  text: 'Oublier les mots de la recherche',
}

/** What the filter of a parameter is about, after « Le filtre ». */
export const PARAMETER_TEXTS: Readonly<Record<string, string>> = {
  services: 'de besoin',
  publics: 'de public',
  'prise-en-charge': 'd’accueil adapté',
  frais: 'de prix',
  dispositifs: 'de programme',
  formations: 'de formation',
  itinerance: 'd’itinérance',
  acces: 'd’accès',
  accompagnement: 'd’accompagnement',
  labels: 'de label',
  typologies: 'de type de lieu',
  commune: 'de commune',
  'code-postal': 'de code postal',
  epci: 'd’intercommunalité',
  departement: 'de département',
  region: 'de région',
  territoire: 'de territoire',
  position: 'de position',
  rayon: 'de distance',
  ouvert: 'd’heure d’ouverture',
  'ouvert-le': 'de date d’ouverture',
  'ouvert-a': 'd’heure d’ouverture',
  rdv: 'de rendez-vous',
  accessibilite: 'd’accessibilité',
  maj: 'de mise à jour',
  sources: 'de source',
  equipement: 'de matériel',
  tri: 'de tri',
  bbox: 'de zone',
  page: 'de page',
  apres: 'de page',
  avant: 'de page',
}

/** « 3 km », « 400 m », « environ 12 km ». DIR-55, DIR-62. */
export function distanceText(kilometres: number, isApproximate: boolean): string {
  const text =
    kilometres < 1
      ? `${Math.max(1, Math.round(kilometres * 10)) * 100} m`
      : `${(kilometres < 10 ? kilometres.toFixed(1) : kilometres.toFixed(0)).replace('.0', '').replace('.', ',')} km`
  return isApproximate ? `environ ${text}` : text
}

/** With a filter on hours: unknown is not closed, and nobody is left out in silence. DIR-53. */
export function unknownHoursText(count: number): string {
  return count === 1
    ? 'Un autre lieu répond au reste de votre recherche, mais ses horaires ne sont pas connus : il n’est pas dans cette liste.'
    : `${plural(count, 'autre lieu', 'autres lieux')} répondent au reste de votre recherche, mais leurs horaires ne sont pas connus : ils ne sont pas dans cette liste.`
}
