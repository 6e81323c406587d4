import type { PlacesPlace } from '../../../platform/db/schema.generated.ts'
import type { PlaceFields } from '../domain/place.ts'

/** Where each field of a place is stored. */
export const placeColumns = {
  name: 'name',
  pivot: 'pivot',
  commune: 'commune',
  postalCode: 'postal_code',
  inseeCode: 'insee_code',
  address: 'address',
  addressExtra: 'address_extra',
  latitude: 'latitude',
  longitude: 'longitude',
  typologies: 'typologies',
  phone: 'phone',
  emails: 'emails',
  websites: 'websites',
  openingHours: 'opening_hours',
  summary: 'summary',
  detail: 'detail',
  source: 'source',
  itinerance: 'itinerance',
  parentOrganisation: 'parent_organisation',
  updatedOn: 'updated_on',
  services: 'services',
  publics: 'publics',
  specialCare: 'special_care',
  fees: 'fees',
  programmes: 'programmes',
  trainings: 'trainings',
  otherLabels: 'other_labels',
  accessModes: 'access_modes',
  supportModes: 'support_modes',
  accesLibreUrl: 'acces_libre_url',
  bookingUrl: 'booking_url',
} as const satisfies Record<keyof PlaceFields, keyof PlacesPlace>

const entries = Object.entries(placeColumns) as [keyof PlaceFields, keyof PlacesPlace][]

/** The fields under the names of their columns, for `jsonb_populate_record`. */
export function toColumns(fields: PlaceFields): Record<string, unknown> {
  return Object.fromEntries(entries.map(([field, column]) => [column, fields[field]]))
}
