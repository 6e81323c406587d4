import type { Instant } from '../../../../kernel/instant.ts'
import type { Context } from '../../../../platform/context.ts'
import type { NetworkId } from '../../../../platform/session/actor.ts'
import { holidayBook } from '../../data/hours/holidays.store.ts'
import { markedPlaces } from '../../data/map/marked-places.queries.ts'
import { type MapIndex, marksIn } from '../../data/map/places.map.ts'
import type { HolidayBook } from '../../domain/hours/holiday-book.ts'
import { hoursArea } from '../../domain/hours/place-clock.ts'
import { hoursNow, type PlaceWithHours } from '../../domain/hours/place-hours.ts'
import type { Box } from '../../domain/map/map-box.ts'

/** `ouvert`, `ferme`, or nothing when nobody knows. */
type OpenWord = 'ouvert' | 'ferme' | ''

/**
 * What the map of a browser draws: a place, `[lon, lat, 1, slug, name, state]`; places at one point,
 * `[lon, lat, count, '', town, '']`; a group, with the zoom at which it parts: `[lon, lat, count, '', town, '', zoom]`.
 */
export type MapPoint = readonly [number, number, number, string, string, OpenWord, number?]

/** The points of a part of the map at a zoom, in reading order: from the north, then from the west. DIR-67. */
export async function mapPoints(
  { db, network, now }: Context,
  index: MapIndex,
  box: Box,
  zoom: number,
): Promise<MapPoint[]> {
  const marks = marksIn(index, box, zoom)
  const alone = marks.flatMap(({ place }) => place ?? [])
  const [book, known] = await Promise.all([holidayBook(db, network.id), markedPlaces(db, network.id, alone)])
  return marks
    .map(({ longitude, latitude, count, town, place, opensAt }): MapPoint => {
      const one = place && known.get(place)
      if (one) return [longitude, latitude, 1, one.slug, one.name, openWord(one, now, network.id, book)]
      const group = [longitude, latitude, count, '', town, ''] as const
      return opensAt === null ? group : [...group, opensAt]
    })
    .sort((one, other) => other[1] - one[1] || one[0] - other[0])
}

const MINUTES = 5
let slot = ''
const known = new Map<string, OpenWord>()

/** What is open changes without anybody changing anything: told to five minutes, so that an answer can be kept so long. */
export function slotOf(now: Instant): Instant {
  const minute = Math.floor(Number(now.slice(14, 16)) / MINUTES) * MINUTES
  return `${now.slice(0, 14)}${String(minute).padStart(2, '0')}:00Z` as Instant
}

function openWord(place: PlaceWithHours, now: Instant, network: NetworkId, book: HolidayBook): OpenWord {
  const at = slotOf(now)
  if (at !== slot) known.clear()
  slot = at
  if (!place.openingHours) return ''
  const key = `${network} ${hoursArea(place.openingHours, place)} ${place.openingHours}`
  const told = known.get(key) ?? wordOf(place, at, book)
  known.set(key, told)
  return told
}

function wordOf(place: PlaceWithHours, at: Instant, book: HolidayBook): OpenWord {
  const state = hoursNow(place, at, book)?.state.state
  return state === 'open' ? 'ouvert' : state === 'closed' ? 'ferme' : ''
}
