import { folded } from '../fold.ts'
import type { PlaceFields } from '../place.ts'
import type { ComparedPlace } from './corpus.ts'

/** A name that says it moves, when the field does not. */
const MOVES = /\b(bus|itinerante?s?|itinerance|camion|mobile)\b/

/** What is compared of a place, as its fields say it. */
export function comparedOf(
  fields: Pick<
    PlaceFields,
    | 'name'
    | 'address'
    | 'postalCode'
    | 'commune'
    | 'inseeCode'
    | 'latitude'
    | 'longitude'
    | 'phone'
    | 'emails'
    | 'pivot'
    | 'typologies'
    | 'itinerance'
  >,
  /** Brings a code to that of the present commune: arrondissements, merged communes. */
  presentCommune: (inseeCode: string) => string,
): ComparedPlace {
  const { name, address, postalCode, commune, latitude, longitude, phone, pivot, typologies } = fields
  return {
    ...{ name, address, postalCode, commune, latitude, longitude, phone, pivot, typologies },
    communeCode: fields.inseeCode && presentCommune(fields.inseeCode),
    mail: fields.emails[0]?.toLowerCase() ?? null,
    isItinerant:
      fields.itinerance.length > 0 ? !fields.itinerance.includes('fixed') : MOVES.test(folded(name)),
  }
}
