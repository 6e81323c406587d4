import type { Context } from '../../../../platform/context.ts'
import { plural } from '../../../../ui/french.ts'
import { circlesIn } from '../../data/map/map-circles.ts'
import { type MapIndex, marksIn } from '../../data/map/places.map.ts'
import { findPlaces } from '../../data/places.queries.ts'
import { boxOf, type MapFrame } from '../../domain/map/map-frame.ts'
import type { Listing } from '../directory/listing.ts'
import { aroundMark } from '../map/around-mark.ts'
import type { DrawnMark } from '../map/map-view.ts'
import { paths } from '../paths.ts'
import { markText } from '../wording.ts'
import { embedPaths } from './embed.paths.ts'

/** The marks of a map on another site: a group opens in the frame, a place beside. */
export async function embedMarks(
  { db, network }: Context,
  index: MapIndex,
  { listing, token, frame }: { listing: Listing; token: string; frame: MapFrame },
): Promise<DrawnMark[]> {
  const inside = (change: Partial<Listing>) =>
    embedPaths.frame(network.base, token, { ...listing, page: 1, ...change })
  const circles = circlesIn(index, boxOf(frame))
  if (circles.length > 0)
    return circles.map(({ ground, name, count, longitude, latitude }) => ({
      ...{ longitude, latitude, count, town: name },
      label: `${name} : ${plural(count, 'lieu', 'lieux')}`,
      href: inside({ grounds: [ground], box: null }),
    }))
  const marks = marksIn(index, boxOf(frame), frame.zoom)
  const alone = await findPlaces(
    db,
    network.id,
    marks.flatMap(({ place }) => place ?? []),
  )
  const known = new Map(alone.map((place) => [place.id, place]))
  return marks.map((mark) => {
    const place = mark.place && known.get(mark.place)
    const label = markText({ ...mark, name: place?.name ?? null, apart: mark.opensAt !== null })
    if (place) return { ...mark, label, href: paths.place(network.base, place.slug), isBeside: true }
    return { ...mark, label, href: inside({ box: aroundMark(mark) }) }
  })
}
