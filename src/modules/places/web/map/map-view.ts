import type { Context } from '../../../../platform/context.ts'
import { plural } from '../../../../ui/french.ts'
import { circlesIn } from '../../data/map/map-circles.ts'
import { type MapIndex, type Mark, mapIndex, marksIn } from '../../data/map/places.map.ts'
import { findPlaces } from '../../data/places.queries.ts'
import type { PlaceFilter } from '../../data/search/places.filter.ts'
import { type Box, territories, widened } from '../../domain/map/map-box.ts'
import { boxOf, type MapFrame } from '../../domain/map/map-frame.ts'
import type { ListView } from '../directory/list-view.ts'
import type { Listing } from '../directory/listing.ts'
import { paths } from '../paths.ts'
import { markText } from '../wording.ts'
import { aroundMark } from './around-mark.ts'

/** A mark as the page draws it: what it says, where it leads. */
export interface DrawnMark extends Pick<Mark, 'longitude' | 'latitude' | 'count' | 'town'> {
  label: string
  href: string
  /** On another site, a place opens beside. */
  isBeside?: boolean
}

export interface MapView {
  index: MapIndex
  /** What the map shows first; with some room around it when nobody asked for a part. */
  box: Box
}

/** The map of a filter, and the part of it to show. */
export async function readMap({ db }: Context, filter: PlaceFilter, asked: Box | null): Promise<MapView> {
  const index = await mapIndex(db, filter)
  return { index, box: asked ?? (index.box && widened(index.box, 0.06)) ?? territories[0].box }
}

/** What the map draws without a script: a circle for each territory of the view, else its places (DIR-71). */
export async function drawMarks(
  context: Context,
  index: MapIndex,
  { listing, view, frame }: { listing: Listing; view: ListView; frame: MapFrame },
): Promise<DrawnMark[]> {
  const { base } = context.network
  const box = boxOf(frame)
  const circles = circlesIn(index, box)
  if (circles.length === 0) return drawPlaces(context, marksIn(index, box, frame.zoom), { listing, view })
  return circles.map(({ ground, name, count, longitude, latitude }) => ({
    ...{ longitude, latitude, count, town: name },
    label: `${name} : ${plural(count, 'lieu', 'lieux')}`,
    href: paths.places(base, { ...listing, grounds: [ground], box: null, page: 1 }, view),
  }))
}

async function drawPlaces(
  { db, network }: Context,
  marks: readonly Mark[],
  { listing, view }: { listing: Listing; view: ListView },
): Promise<DrawnMark[]> {
  const alone = marks.flatMap(({ place }) => place ?? [])
  const known = new Map((await findPlaces(db, network.id, alone)).map((place) => [place.id, place]))
  return marks.map((mark) => {
    const place = mark.place && known.get(mark.place)
    const label = markText({ ...mark, name: place?.name ?? null, apart: mark.opensAt !== null })
    const href = place
      ? paths.place(network.base, place.slug)
      : paths.places(network.base, { ...listing, page: 1, box: aroundMark(mark) }, view)
    return { ...mark, label, href }
  })
}
