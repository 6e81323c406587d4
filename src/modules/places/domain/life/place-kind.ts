import type { PlaceFields } from '../place.ts'

/** How the public is received. DIR-7. */
export type PlaceKind = 'fixed' | 'itinerant' | 'mixed' | 'remote' | 'no-public'

/** Read from what the place says of itself, never stored. One that says nothing receives at its address. */
export function placeKindOf({
  itinerance,
  accessModes,
  supportModes,
}: Pick<PlaceFields, 'itinerance' | 'accessModes' | 'supportModes'>): PlaceKind {
  const isRemote = supportModes.length > 0 && supportModes.every((mode) => mode === 'remote')
  if (accessModes.includes('no-public')) return isRemote ? 'remote' : 'no-public'
  if (itinerance.includes('itinerant')) return itinerance.includes('fixed') ? 'mixed' : 'itinerant'
  return isRemote && !itinerance.includes('fixed') ? 'remote' : 'fixed'
}
