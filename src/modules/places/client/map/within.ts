import type { LatLngBounds } from 'leaflet'

/** An address of the directory, about what lies in these bounds. */
export function within(address: string, bounds: LatLngBounds): URL {
  const url = new URL(address, location.href)
  const sides = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()]
  // The order of our own links: the part of the map, then how it is seen.
  const view = url.searchParams.get('vue')
  url.searchParams.delete('vue')
  url.searchParams.set('bbox', sides.map((degrees) => String(Number(degrees.toFixed(5)))).join(','))
  if (view) url.searchParams.set('vue', view)
  url.search = url.search.replaceAll('%2C', ',')
  return url
}
