import type { Context } from '../../../platform/context.ts'
import type { PlaceFilter } from '../data/places.filter.ts'
import { type MapIndex, type Mark, mapIndex, marksIn } from '../data/places.map.ts'
import { findPlaces } from '../data/places.queries.ts'
import { type Box, territories } from '../domain/map-box.ts'
import { boxAround } from '../domain/map-frame.ts'
import type { Listing } from './listing.ts'
import { paths } from './paths.ts'
import { markText } from './wording.ts'

/** A mark as the page draws it: what it says, where it leads. */
export interface DrawnMark extends Mark {
  label: string
  href: string
}

export interface MapView {
  index: MapIndex
  /** What the map shows first. */
  box: Box
}

/** The map of a filter, and the part of it to show. */
export async function readMap({ db }: Context, filter: PlaceFilter, asked: Box | null): Promise<MapView> {
  const index = await mapIndex(db, filter)
  return { index, box: asked ?? index.box ?? territories[0].box }
}

/** The marks of a part of the map at a zoom, each with its words and its address. */
export async function drawMarks(
  { db, network }: Context,
  index: MapIndex,
  listing: Listing,
  box: Box,
  zoom: number,
): Promise<DrawnMark[]> {
  const marks = marksIn(index, box, zoom)
  const alone = marks.map(({ place }) => place).filter((place) => place !== null)
  const known = new Map((await findPlaces(db, network.id, alone)).map((place) => [place.id, place]))
  return marks.map((mark) => {
    const place = mark.place && known.get(mark.place)
    const label = markText({ ...mark, name: place?.name ?? null, apart: mark.opensAt !== null })
    const href = place
      ? paths.place(network.base, place.slug)
      : paths.map(network.base, { ...listing, page: 1, box: inside(mark) })
    return { ...mark, label, href }
  })
}

const SAME_POINT = 0.00002

/** What a click on a group shows next: the group come apart, or the list of the places at that very point. */
function inside({ longitude, latitude, opensAt }: Mark): Box {
  if (opensAt !== null) return boxAround(longitude, latitude, opensAt)
  return {
    west: longitude - SAME_POINT,
    south: latitude - SAME_POINT,
    east: longitude + SAME_POINT,
    north: latitude + SAME_POINT,
  }
}
