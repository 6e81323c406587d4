import type { Box } from './map-box.ts'

/** A drawing of `box`: pixels of the web Mercator projection at a zoom, from the top left corner. */
export interface MapFrame {
  width: number
  height: number
  /** As map clients count: the world is 256 × 2^zoom pixels wide. Not always a whole number. */
  zoom: number
  left: number
  top: number
}

const TILE = 256
const DEEPEST = 17

/** The closest view, `width` × `height` pixels, that shows the whole of `box`. */
export function frameOf(box: Box, width: number, height: number): MapFrame {
  const [west, north] = project(box.west, box.north, 0)
  const [east, south] = project(box.east, box.south, 0)
  const room = Math.min(width / Math.max(east - west, 1e-9), height / Math.max(south - north, 1e-9))
  const zoom = Math.max(0, Math.min(Math.log2(room), DEEPEST))
  const scale = 2 ** zoom
  const [left, top] = [((west + east) / 2) * scale - width / 2, ((north + south) / 2) * scale - height / 2]
  return { width, height, zoom, left, top }
}

/** Where a point falls in the drawing, in pixels. */
export function place(frame: MapFrame, longitude: number, latitude: number): [number, number] {
  const [x, y] = project(longitude, latitude, frame.zoom)
  return [x - frame.left, y - frame.top]
}

/** What the drawing shows. */
export function boxOf({ width, height, zoom, left, top }: MapFrame): Box {
  const [west, north] = unproject(left, top, zoom)
  const [east, south] = unproject(left + width, top + height, zoom)
  return { west: Math.max(west, -180), south, east: Math.min(east, 180), north }
}

/** The box seen around a point at a zoom: what a click on a group shows next. */
export function boxAround(longitude: number, latitude: number, zoom: number, width = 600, height = 600): Box {
  const [x, y] = project(longitude, latitude, zoom)
  return boxOf({ width, height, zoom, left: x - width / 2, top: y - height / 2 })
}

function project(longitude: number, latitude: number, zoom: number): [number, number] {
  const size = TILE * 2 ** zoom
  const sine = Math.sin((Math.max(-85, Math.min(85, latitude)) * Math.PI) / 180)
  return [((longitude + 180) / 360) * size, (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * size]
}

function unproject(x: number, y: number, zoom: number): [number, number] {
  const size = TILE * 2 ** zoom
  const latitude = (360 / Math.PI) * Math.atan(Math.exp((0.5 - y / size) * 2 * Math.PI)) - 90
  return [(x / size) * 360 - 180, latitude]
}
