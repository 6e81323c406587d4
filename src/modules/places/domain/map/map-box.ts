/** A rectangle on the ground, WGS84 degrees. */
export interface Box {
  west: number
  south: number
  east: number
  north: number
}

export interface Territory {
  name: string
  box: Box
}

/** France on one view each: boxes of DIR-21. The mainland comes first. */
export const territories: readonly [Territory, ...Territory[]] = [
  { name: 'France métropolitaine', box: { west: -5.6, south: 41, east: 9.9, north: 51.6 } },
  { name: 'Guadeloupe', box: { west: -61.9, south: 15.8, east: -61, north: 16.6 } },
  { name: 'Martinique', box: { west: -61.3, south: 14.3, east: -60.7, north: 15 } },
  { name: 'Guyane', box: { west: -54.7, south: 2, east: -51.5, north: 6 } },
  { name: 'La Réunion', box: { west: 55.1, south: -21.5, east: 55.9, north: -20.8 } },
  { name: 'Saint-Pierre-et-Miquelon', box: { west: -56.5, south: 46.7, east: -56, north: 47.2 } },
  { name: 'Mayotte', box: { west: 44.9, south: -13.1, east: 45.4, north: -12.5 } },
  { name: 'Saint-Martin et Saint-Barthélemy', box: { west: -63.2, south: 17.8, east: -62.6, north: 18.2 } },
  { name: 'Wallis-et-Futuna', box: { west: -178.3, south: -14.5, east: -176, north: -13.1 } },
  { name: 'Polynésie française', box: { west: -155, south: -28, east: -134, north: -7.8 } },
  { name: 'Nouvelle-Calédonie', box: { west: 158, south: -23, east: 169, north: -17.5 } },
]

/** Reads `west,south,east,north`. Null when it is not a rectangle on Earth. */
export function parseBox(text: string): Box | null {
  const numbers = text
    .split(',')
    .map((part) => (/^-?\d{1,3}(\.\d+)?$/.test(part) ? Number(part) : Number.NaN))
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = numbers
  const isWhole = numbers.length === 4 && west <= east && south <= north
  return isWhole && west >= -180 && east <= 180 && south >= -90 && north <= 90
    ? { west, south, east, north }
    : null
}

/** As it stands in addresses: five decimals, about a metre. */
export function formatBox({ west, south, east, north }: Box): string {
  return [west, south, east, north].map((degrees) => String(Number(degrees.toFixed(5)))).join(',')
}

export function holds(box: Box, longitude: number, latitude: number): boolean {
  return longitude >= box.west && longitude <= box.east && latitude >= box.south && latitude <= box.north
}

/** The box widened on each side by `share` of its size, and never smaller than about 2 km. */
export function widened(box: Box, share: number): Box {
  const smallest = 0.01
  const aside = Math.max((box.east - box.west) * share, smallest)
  const above = Math.max((box.north - box.south) * share, smallest)
  return {
    west: box.west - aside,
    south: box.south - above,
    east: box.east + aside,
    north: box.north + above,
  }
}
