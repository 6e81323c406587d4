import type { Day } from '../../../kernel/day.ts'
import type { Id } from '../../../kernel/id.ts'
import type {
  AccessMode,
  Fee,
  Itinerance,
  Programme,
  Public,
  Service,
  SpecialCare,
  SupportMode,
  Training,
} from './vocabulary.ts'

export type PlaceId = Id<'place'>

/** `hidden`: by staff. `closed`: keeps its page, leaves lists, map and exports (DIR-7). */
export type PlaceStatus = 'draft' | 'published' | 'hidden' | 'closed'

/**
 * What one says of a place: the fields of the national standard, in our words. Each is the camel-case name of its
 * column in `places.place`. Unknown is null or an empty list, never a made-up value.
 */
export interface PlaceFields {
  name: string
  /** SIRET, RIDET or numéro TAHITI of whoever runs the place: several places may share one (DIR-4). */
  pivot: string | null
  commune: string
  postalCode: string | null
  inseeCode: string | null
  /** Number and street only. */
  address: string
  addressExtra: string | null
  /** WGS84 degrees; both or none. */
  latitude: number | null
  longitude: number | null
  /** Codes of data.inclusion: `ASSO`, `BIB`, `TIERS_LIEUX`… An open list. */
  typologies: readonly string[]
  /** E.164, or a short number such as 3646, which is shown but never exported. */
  phone: string | null
  emails: readonly string[]
  websites: readonly string[]
  /** OSM opening_hours, as received. */
  openingHours: string | null
  /** 280 characters at most. */
  summary: string | null
  detail: string | null
  source: string | null
  itinerance: readonly Itinerance[]
  parentOrganisation: string | null
  /** When the source last changed this content; null when it does not say. */
  updatedOn: Day | null
  services: readonly Service[]
  publics: readonly Public[]
  specialCare: readonly SpecialCare[]
  fees: readonly Fee[]
  programmes: readonly Programme[]
  trainings: readonly Training[]
  otherLabels: readonly string[]
  accessModes: readonly AccessMode[]
  supportModes: readonly SupportMode[]
  accesLibreUrl: string | null
  bookingUrl: string | null
}

export interface Place extends PlaceFields {
  id: PlaceId
  slug: string
  status: PlaceStatus
  /** How its point was found; null: nobody said. Only read from the database. DIR-55. */
  pointPrecision?: 'exact' | 'street' | 'commune' | null
  version: number
  /** Where it is drawn: its own point, else the middle of its commune. Only read from the database. DIR-54. */
  drawnLatitude?: number | null
  drawnLongitude?: number | null
  /** INSEE codes of the communes that a moving place goes to. Only read from the database. DIR-7. */
  serves?: readonly string[]
}

/** How a place receives: where it is, where it goes, from afar, or nobody. DIR-7. */
export type PlaceKind = 'fixed' | 'itinerant' | 'mixed' | 'remote' | 'no-public'

/** What its sheet says of it; nothing said: one comes to it. */
export function kindOf({
  itinerance,
  accessModes,
  supportModes,
}: Pick<PlaceFields, 'itinerance' | 'accessModes' | 'supportModes'>): PlaceKind {
  if (accessModes.includes('no-public')) return 'no-public'
  if (itinerance.includes('itinerant')) return itinerance.includes('fixed') ? 'mixed' : 'itinerant'
  return supportModes.length === 1 && supportModes[0] === 'remote' ? 'remote' : 'fixed'
}
