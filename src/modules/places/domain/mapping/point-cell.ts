export interface WrittenPoint {
  readonly latitude: string
  readonly longitude: string
}

const NUMBER = String.raw`[+-]?\d{1,9}(?:[.,]\d+)?`
/** `POINT(2.35 48.85)`, `[2.35, 48.85]` in GeoJSON: the longitude first. */
const WELL_KNOWN = new RegExp(
  String.raw`^(?:srid=\d+;\s*)?point\s*z?\s*\(\s*(${NUMBER})[\s,]+(${NUMBER})`,
  'i',
)
const GEOJSON = new RegExp(String.raw`"coordinates"\s*:\s*\[\s*(${NUMBER})\s*,\s*(${NUMBER})`)
/** « 48.85, 2.35 », « 48,85 ; 2,35 », « 48.85 / 2.35 »: the latitude first. */
const PAIR = /^[[({]?\s*([+-]?\d{1,9}(?:\.\d+)?)\s*[,;/|\s]\s*([+-]?\d{1,9}(?:\.\d+)?)\s*[\])}]?$/
const COMMA_PAIR = /^[[({]?\s*([+-]?\d{1,9},\d+)\s*(?:[;/|]|,\s|\s)\s*([+-]?\d{1,9},\d+)\s*[\])}]?$/
const SEXAGESIMAL = /^(\d{1,3}\s*°[^NSns]*[NSns])[\s,;/]*(\d{1,3}\s*°[^EWOewo]*[EWOewo])$/

/** A point written in one cell; null when it is none. Which of the two is the latitude is held against France later. */
export function pointIn(cell: string): WrittenPoint | null {
  const text = cell.trim()
  if (text === '' || text.length > 2000) return null
  const lonLat = WELL_KNOWN.exec(text) ?? GEOJSON.exec(text)
  if (lonLat) return { latitude: lonLat[2] ?? '', longitude: lonLat[1] ?? '' }
  const latLon = SEXAGESIMAL.exec(text) ?? COMMA_PAIR.exec(text) ?? PAIR.exec(text)
  return latLon ? { latitude: latLon[1] ?? '', longitude: latLon[2] ?? '' } : null
}
