import type { Box } from './map-box.ts'
import { boxOf, type MapFrame, place } from './map-frame.ts'

/** A closed line: longitude, latitude, longitude, latitude… */
export type Ring = readonly number[]

/**
 * Draws rings as one SVG path, whole pixels, skipping the points that would not move the pen. What lies outside
 * the frame is cut off, so that a close view stays as light as a wide one.
 */
export function drawOutline(rings: readonly Ring[], frame: MapFrame): string {
  const margin = 8
  const { left, top, width, height } = frame
  const seen = boxOf({
    ...frame,
    left: left - margin,
    top: top - margin,
    width: width + 2 * margin,
    height: height + 2 * margin,
  })
  return rings.map((ring) => drawRing(clip(ring, seen), frame)).join('')
}

function drawRing(ring: Ring, frame: MapFrame): string {
  let path = ''
  let [lastX, lastY] = [Number.NaN, Number.NaN]
  for (let at = 0; at + 1 < ring.length; at += 2) {
    const [x, y] = place(frame, ring[at] ?? 0, ring[at + 1] ?? 0).map(Math.round) as [number, number]
    if (path !== '' && Math.abs(x - lastX) + Math.abs(y - lastY) < 3) continue
    path += path === '' ? `M${x} ${y}` : `l${x - lastX} ${y - lastY}`
    ;[lastX, lastY] = [x, y]
  }
  return path.includes('l') ? `${path}z` : ''
}

/** What lies inside the box, by Sutherland and Hodgman's method: one side after the other. */
export function clip(ring: Ring, { west, south, east, north }: Box): Ring {
  const afterWest = cut(ring, 0, west, 1)
  const afterEast = cut(afterWest, 0, east, -1)
  const afterSouth = cut(afterEast, 1, south, 1)
  return cut(afterSouth, 1, north, -1)
}

/** Keeps the points whose coordinate `axis` (0: longitude) lies on the `side` of `limit`: 1 above, -1 below. */
function cut(ring: Ring, axis: 0 | 1, limit: number, side: 1 | -1): number[] {
  const kept: number[] = []
  const count = ring.length / 2
  for (let at = 0; at < count; at += 1) {
    const [x, y] = point(ring, at)
    const [previousX, previousY] = point(ring, (at + count - 1) % count)
    const [here, before] = axis === 0 ? [x, previousX] : [y, previousY]
    const [isIn, wasIn] = [(here - limit) * side >= 0, (before - limit) * side >= 0]
    if (isIn !== wasIn) {
      const share = (limit - before) / (here - before)
      kept.push(previousX + (x - previousX) * share, previousY + (y - previousY) * share)
    }
    if (isIn) kept.push(x, y)
  }
  return kept
}

function point(ring: Ring, index: number): [number, number] {
  return [ring[index * 2] ?? 0, ring[index * 2 + 1] ?? 0]
}
