import type { PublicChange } from '../../data/place/public-history.queries.ts'
import type { PlaceKind } from '../../domain/place.ts'
import { atTown } from '../wording.ts'

/** What the public calls the facts of a sheet, by their column; several columns may be one fact. */
const FACTS: Readonly<Record<string, string>> = {
  name: 'le nom',
  commune: 'l’adresse',
  postal_code: 'l’adresse',
  insee_code: 'l’adresse',
  address: 'l’adresse',
  address_extra: 'l’adresse',
  latitude: 'la position sur la carte',
  longitude: 'la position sur la carte',
  phone: 'le téléphone',
  websites: 'le site',
  opening_hours: 'les horaires',
  summary: 'la présentation',
  detail: 'la présentation',
  itinerance: 'la façon de recevoir',
  access_modes: 'la façon de venir',
  support_modes: 'la façon d’aider',
  services: 'les services',
  publics: 'le public',
  special_care: 'l’accueil adapté',
  fees: 'les prix',
  programmes: 'les programmes',
  trainings: 'les formations',
  other_labels: 'les labels déclarés',
  parent_organisation: 'la structure',
  acces_libre_url: 'l’accessibilité',
  booking_url: 'la prise de rendez-vous',
  status: 'l’état du lieu',
}

const SPEAKERS: Readonly<Record<PublicChange['saidBy'], string>> = {
  owner: 'par le lieu',
  staff: 'par l’animateur du réseau',
  source: 'd’après sa source',
}

/** « Les horaires et le téléphone, par le lieu »; null when nothing that the public reads changed. */
export function changeText({ columns, saidBy }: PublicChange): string | null {
  const facts = [...new Set(columns.flatMap((column) => FACTS[column] ?? []))]
  const last = facts.pop()
  if (!last) return null
  const listed = facts.length > 0 ? `${facts.join(', ')} et ${last}` : last
  return `${listed.charAt(0).toUpperCase()}${listed.slice(1)}, ${SPEAKERS[saidBy]}`
}

/** Above the name: what kind of place, and where. DIR-7. */
export function kickerText(kind: PlaceKind, commune: string): string {
  if (kind === 'itinerant')
    return commune ? `Service itinérant, basé ${atTown(commune)}` : 'Service itinérant'
  if (kind === 'remote') return 'Aide à distance'
  return commune ? `Lieu ${atTown(commune)}` : 'Lieu du réseau'
}

/** How one meets it, when one does not simply come. */
export const KIND_SENTENCES: Readonly<Record<PlaceKind, string | null>> = {
  fixed: null,
  itinerant: 'Ce service se déplace de commune en commune. Appelez pour savoir où et quand il passe.',
  mixed: 'On est reçu à cette adresse, et le service se déplace aussi dans d’autres communes.',
  remote: 'Tout se fait à distance, par téléphone ou par écran : il n’y a pas à se déplacer.',
  'no-public': 'Ce lieu ne reçoit pas de public : ne venez pas sans y être invité.',
}

/** The heading over how one meets it. */
export function wayTitle(kind: PlaceKind): string {
  if (kind === 'itinerant') return 'Où le trouver'
  return kind === 'remote' || kind === 'no-public' ? 'Comment le joindre' : 'Comment venir'
}
