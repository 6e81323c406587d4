/** Words as numbers in order, each with the weight it has in telling places apart. */
export interface WeighedWords {
  readonly ids: Int32Array
  readonly weights: Float64Array
  readonly total: number
}

/**
 * From 0, nothing in common, to 1, the same words. Two thirds for what they share of both, one third for what the shorter one
 * finds in the longer: « Croix-Rouge » is in « Délégation de la Croix-Rouge ». `alike`: how much two different words are one
 * misspelt (0 to 1).
 */
export function wordsLikeness(
  one: WeighedWords,
  other: WeighedWords,
  alike: (a: number, b: number) => number,
): number {
  if (one.ids.length === 0 || other.ids.length === 0) return 0
  let shared = 0
  let left = 0
  let right = 0
  const onlyOne: number[] = []
  const onlyOther: number[] = []
  while (left < one.ids.length || right < other.ids.length) {
    const a = one.ids[left] ?? Number.POSITIVE_INFINITY
    const b = other.ids[right] ?? Number.POSITIVE_INFINITY
    if (a === b) shared += ((one.weights[left] ?? 0) + (other.weights[right] ?? 0)) / 2
    else if (a < b) onlyOne.push(left)
    else onlyOther.push(right)
    if (a <= b) left += 1
    if (b <= a) right += 1
  }
  shared += misspelt(one, other, onlyOne, onlyOther, alike)
  const least = Math.min(one.total, other.total)
  const both = (2 * shared) / (one.total + other.total)
  return Math.min(1, (2 * both + Math.min(1, shared / least)) / 3)
}

function misspelt(
  one: WeighedWords,
  other: WeighedWords,
  onlyOne: readonly number[],
  onlyOther: readonly number[],
  alike: (a: number, b: number) => number,
): number {
  let shared = 0
  const free = new Set(onlyOther)
  for (const left of onlyOne) {
    for (const right of free) {
      const degree = alike(one.ids[left] ?? 0, other.ids[right] ?? 0)
      if (degree === 0) continue
      shared += (degree * ((one.weights[left] ?? 0) + (other.weights[right] ?? 0))) / 2
      free.delete(right)
      break
    }
  }
  return shared
}

/** How much two words are one misspelt: one letter wrong in five, two in eight, or one cut short. */
export function misspelling(one: string, other: string): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < 4 || /\d/.test(one) || /\d/.test(other)) return 0
  if (long.startsWith(short)) return 0.85
  if (short.length < 5 || long.length - short.length > 2) return 0
  const allowed = short.length < 8 ? 1 : 2
  return edits(short, long, allowed) <= allowed ? 0.85 : 0
}

/** Levenshtein's distance, given up beyond `most`. */
function edits(one: string, other: string, most: number): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at]
    let least = at
    for (let to = 1; to <= other.length; to += 1) {
      const replaced = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1)
      const value = Math.min(replaced, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1)
      next.push(value)
      least = Math.min(least, value)
    }
    if (least > most) return least
    row = next
  }
  return row[other.length] ?? 0
}

const METRES_PER_DEGREE = 111_195

/** Metres between two points, as the crow flies: exact enough for neighbours. */
export function metresBetween(
  one: { latitude: number; longitude: number },
  other: { latitude: number; longitude: number },
): number {
  const north = (one.latitude - other.latitude) * METRES_PER_DEGREE
  const cosine = Math.cos((((one.latitude + other.latitude) / 2) * Math.PI) / 180)
  const east = (one.longitude - other.longitude) * METRES_PER_DEGREE * cosine
  return Math.hypot(north, east)
}
