/** A circle and the words under it, in pixels of the drawing. */
export interface Captioned {
  x: number
  y: number
  radius: number
  text: string
}

interface Rectangle {
  left: number
  right: number
  top: number
  bottom: number
}

const LETTER = 6
const LINE = 14

/**
 * Which circles have room for their words: the first of the list is served first, and no words cover others. `scale`: how
 * much larger than the drawing circles and words are written, where the drawing itself is small.
 */
export function withRoom(circles: readonly Captioned[], scale = 1): ReadonlySet<number> {
  const taken: Rectangle[] = []
  const served = new Set<number>()
  for (const [at, { x, y, radius, text }] of circles.entries()) {
    const half = (text.length * LETTER * scale) / 2
    const top = y + radius * scale
    const words = { left: x - half, right: x + half, top, bottom: top + LINE * scale }
    if (taken.some((other) => overlap(words, other))) continue
    taken.push(words)
    served.add(at)
  }
  return served
}

function overlap(one: Rectangle, other: Rectangle): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
