import type { ComparedPlace, CorpusPlace } from './corpus.ts'

/** About 200 metres, in degrees of latitude. */
const CELL = 0.002
/** A key met so often tells nothing: « mairie » in a great town. Other keys bring its true pairs together. */
const MOST_IN_BLOCK = 150
/** How many of the words that tell most of a name are keys within its commune. */
const WORDS_AS_KEYS = 3
/** Whole numbers that a double holds. */
const WHOLE = 2 ** 52

/**
 * `one * count + other` for each pair that shares a key, in order and once. A key and the rank of its place are one number,
 * so that sorting numbers brings those who share a key side by side. Two keys that fall on one number only cost a
 * comparison.
 */
export function candidatePairs(
  places: readonly ComparedPlace[],
  corpus: readonly CorpusPlace[],
  around: ReadonlySet<number> | null,
): Float64Array {
  const ranks = 2 ** Math.ceil(Math.log2(Math.max(2, places.length)))
  const entries = new Numbers(places.length * 12)
  const write = keyWriter(WHOLE / ranks)
  for (const [rank, place] of places.entries()) {
    const read = corpus[rank]
    if (read) write(place, read, (key) => entries.push(key * ranks + rank))
  }
  const sorted = entries.sorted()
  const pairs = new Numbers(places.length * 8)
  for (let from = 0; from < sorted.length; ) {
    const key = Math.floor((sorted[from] ?? 0) / ranks)
    let to = from + 1
    while (to < sorted.length && Math.floor((sorted[to] ?? 0) / ranks) === key) to += 1
    if (to - from > 1 && to - from <= MOST_IN_BLOCK)
      addBlock(pairs, sorted.subarray(from, to), ranks, { count: places.length, around })
    from = to
  }
  return withoutRepeats(pairs.sorted())
}

function addBlock(
  pairs: Numbers,
  block: Float64Array,
  ranks: number,
  { count, around }: { count: number; around: ReadonlySet<number> | null },
): void {
  for (let at = 0; at < block.length; at += 1) {
    const one = (block[at] ?? 0) % ranks
    const isWanted = !around || around.has(one)
    for (let to = at + 1; to < block.length; to += 1) {
      const other = (block[to] ?? 0) % ranks
      if (one !== other && (isWanted || around?.has(other))) pairs.push(one * count + other)
    }
  }
}

type Kind = 1 | 2 | 3 | 4 | 5

/** Gives each key of a place: two places that share one are compared. */
function keyWriter(most: number) {
  const grounds = new Map<string, number>()
  const numbered = (ground: string) => {
    const known = grounds.get(ground)
    if (known !== undefined) return known
    grounds.set(ground, grounds.size + 1)
    return grounds.size
  }
  const key = (kind: Kind, ground: number, word: number) => mixed(kind, ground, word) % most
  return (place: ComparedPlace, read: CorpusPlace, give: (key: number) => void): void => {
    const { communeCode, postalCode, latitude, longitude } = place
    const { street, number } = read
    const telling = tellingWords(read)
    const rarest = telling[0] ?? 0
    if (communeCode) {
      const ground = numbered(communeCode)
      if (telling.length === 0) give(key(1, ground, 0))
      for (const word of telling) give(key(1, ground, word))
      const way = street.ids[street.ids.length - 1]
      if (way !== undefined) give(key(2, ground * 100_000 + Number(number ?? 0), way))
    }
    if (postalCode) give(key(3, numbered(postalCode), rarest))
    if (latitude !== null && longitude !== null) {
      // Its cell and the three nearest: two points of neighbouring cells share one.
      const [row, column] = [Math.round(latitude / CELL), Math.round(longitude / CELL)]
      for (const up of [0, 1])
        for (const left of [0, 1]) give(key(4, (row - up) * 400_000 + column - left, rarest))
    }
    for (const same of [read.pivot, read.phone, read.mail]) if (same) give(key(5, numbered(same), 0))
  }
}

/** The words that tell most of a name, the rarest first. */
function tellingWords({ name: { ids, weights } }: CorpusPlace): number[] {
  const best: number[] = []
  for (let at = 0; at < ids.length; at += 1) {
    const weight = weights[at] ?? 0
    let to = best.length
    while (to > 0 && (weights[best[to - 1] ?? 0] ?? 0) < weight) to -= 1
    if (to < WORDS_AS_KEYS) best.splice(to, 0, at)
    if (best.length > WORDS_AS_KEYS) best.pop()
  }
  return best.map((at) => ids[at] ?? 0)
}

/** Three whole numbers as one of fifty-two bits, spread as evenly as chance would. */
function mixed(kind: number, ground: number, word: number): number {
  let high = Math.imul(kind ^ ground, 0x85ebca6b) ^ Math.imul(Math.floor(ground / 2 ** 32) + word, 0xc2b2ae35)
  let low = Math.imul(word ^ (ground >>> 7), 0x9e3779b1) ^ Math.imul(ground | 0, 0x27d4eb2f) ^ kind
  high = Math.imul(high ^ (high >>> 15), 0x2c1b3c6d) ^ low
  low = Math.imul(low ^ (low >>> 13), 0x297a2d39) ^ (high >>> 16)
  high = Math.imul(high ^ (high >>> 12), 0x165667b1)
  return (high >>> 12) * 2 ** 32 + (low >>> 0)
}

/** A list of numbers that grows by doubling. */
class Numbers {
  #values: Float64Array
  #length = 0
  constructor(expected: number) {
    this.#values = new Float64Array(Math.max(16, expected))
  }
  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(this.#length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.#length] = value
    this.#length += 1
  }
  sorted(): Float64Array {
    return this.#values.subarray(0, this.#length).sort()
  }
}

function withoutRepeats(sorted: Float64Array): Float64Array {
  let kept = 0
  for (let at = 0; at < sorted.length; at += 1) {
    if (at > 0 && sorted[at] === sorted[at - 1]) continue
    sorted[kept] = sorted[at] ?? 0
    kept += 1
  }
  return sorted.subarray(0, kept)
}
