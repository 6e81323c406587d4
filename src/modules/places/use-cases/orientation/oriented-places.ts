import type { Context } from '../../../../platform/context.ts'
import { centreOf } from '../../data/geocoding/centres.store.ts'
import { holidayBook } from '../../data/hours/holidays.store.ts'
import { printedPlaces } from '../../data/map/printed-places.queries.ts'
import { hoursOfPlace } from '../../domain/hours/place-hours.ts'
import { type ComingDay, comingDays } from '../../domain/orientation/coming-days.ts'
import { type Way, wayBetween } from '../../domain/orientation/way-in-words.ts'
import type { Place, PlaceId } from '../../domain/place.ts'

/** What an orientation sheet says of a place. */
export interface OrientedPlace {
  place: Place
  /** Empty when its hours are not told, or not read. */
  days: readonly ComingDay[]
  /** From the middle of its commune; null when one of the two points is not known. */
  way: Way | null
}

/** The published places of these ids, in their order; an id that is none is left out. Nothing is kept. DIR-76. */
export async function orientedPlaces(
  { db, network, now }: Context,
  ids: readonly PlaceId[],
): Promise<OrientedPlace[]> {
  const [places, book] = await Promise.all([printedPlaces(db, network.id, ids), holidayBook(db, network.id)])
  return Promise.all(
    places.map(async (place) => {
      const hours = hoursOfPlace(place, now, book)
      const { latitude, longitude, inseeCode } = place
      const centre = inseeCode ? await centreOf(db, inseeCode) : null
      const known = centre && latitude !== null && longitude !== null
      return {
        place,
        days: hours ? comingDays(hours) : [],
        way: known ? wayBetween(centre, { latitude, longitude }) : null,
      }
    }),
  )
}
