import type { Mark } from '../../data/map/places.map.ts'
import type { Box } from '../../domain/map/map-box.ts'
import { boxAround } from '../../domain/map/map-frame.ts'

const SAME_POINT = 0.00002

/** What a click on a group shows next: the group come apart, or the list of the places at that very point. */
export function aroundMark({
  longitude,
  latitude,
  opensAt,
}: Pick<Mark, 'longitude' | 'latitude' | 'opensAt'>): Box {
  if (opensAt !== null) return boxAround(longitude, latitude, opensAt)
  return {
    west: longitude - SAME_POINT,
    south: latitude - SAME_POINT,
    east: longitude + SAME_POINT,
    north: latitude + SAME_POINT,
  }
}
