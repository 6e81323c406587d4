import type { PlaceFields } from '../place.ts'

/** What one may write of a place: the fields of the standard, and the communes a moving service goes to. */
export interface WrittenFields extends PlaceFields {
  /** INSEE codes. DIR-7. */
  serves: readonly string[]
}

export type WrittenField = keyof WrittenFields

/** The pieces of a place's sheet, each written and saved alone. DIR-73. */
export const SECTIONS = {
  identity: ['name', 'itinerance', 'typologies', 'pivot', 'parentOrganisation'],
  hours: ['openingHours'],
  services: ['services', 'supportModes', 'accessModes'],
  contact: ['phone', 'emails', 'websites', 'bookingUrl'],
  address: [
    'address',
    'addressExtra',
    'postalCode',
    'commune',
    'inseeCode',
    'latitude',
    'longitude',
    'serves',
  ],
  presentation: ['summary', 'detail'],
  publics: ['publics', 'specialCare', 'fees', 'accesLibreUrl'],
  programmes: ['programmes', 'trainings', 'otherLabels'],
} as const satisfies Record<string, readonly WrittenField[]>

export type Section = keyof typeof SECTIONS

export const sections = Object.keys(SECTIONS) as Section[]

/** The fields of a section alone, out of all that a place says. */
export function ofSection(fields: Partial<WrittenFields>, section: Section): Partial<WrittenFields> {
  const own: readonly WrittenField[] = SECTIONS[section]
  return Object.fromEntries(Object.entries(fields).filter(([field]) => own.includes(field as WrittenField)))
}

/** Columns of what a place is: the head of the network may look at their changes first. DIR-73. */
export const SENSITIVE_COLUMNS: ReadonlySet<string> = new Set([
  ...['name', 'slug', 'pivot', 'status', 'closed_on', 'successor_id'],
  ...['address', 'address_extra', 'postal_code', 'commune', 'insee_code', 'latitude', 'longitude'],
])
