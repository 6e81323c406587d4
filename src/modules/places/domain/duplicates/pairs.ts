import { type ComparedPlace, type CorpusPlace, corpusOf } from './corpus.ts'
import { wordsLikeness } from './likeness.ts'
import { type Band, bandOf, isWorthComparing, type Resemblance, resemblance, scoreOf } from './score.ts'

export interface DuplicatePair {
  /** Ranks in the list given, the first one lower. */
  readonly one: number
  readonly other: number
  readonly score: number
  readonly band: Band
  readonly why: Resemblance
}

/** About 200 metres, in degrees of latitude. */
const CELL = 0.002
/** A key met so often tells nothing: « mairie » in a great town. Other keys bring its true pairs together. */
const MOST_IN_BLOCK = 150

/** The pairs of places that may be one, the surest first. No pair is left out but those that share no key. DIR-42. */
export function duplicatePairs(places: readonly ComparedPlace[], least: Band = 'possible'): DuplicatePair[] {
  const corpus = corpusOf(places)
  const isKept = (band: Band | null): band is Band =>
    band !== null && (least === 'possible' || band === 'certain' || band === least)
  const found: DuplicatePair[] = []
  for (const key of candidates(places, corpus.places)) {
    const [one, other] = [Math.floor(key / places.length), key % places.length]
    const [first, second] = [corpus.places[one], corpus.places[other]]
    if (!first || !second) continue
    const name = wordsLikeness(first.name, second.name, corpus.alike)
    if (!isWorthComparing(name)) continue
    const why = resemblance(first, second, corpus.alike, name)
    const score = scoreOf(why)
    const band = bandOf(score)
    if (isKept(band)) found.push({ one, other, score, band, why })
  }
  return found.sort((a, b) => b.score - a.score || a.one - b.one || a.other - b.other)
}

/** `one * count + other` for each pair that shares a key. */
function candidates(places: readonly ComparedPlace[], corpus: readonly CorpusPlace[]): Set<number> {
  // Most keys are those of one place: an array only from the second on.
  const first = new Map<number, number>()
  const blocks = new Map<number, number[]>()
  const keys = keyMaker()
  for (const [rank, place] of places.entries()) {
    const read = corpus[rank]
    if (!read) continue
    for (const key of keys(place, read)) {
      const before = first.get(key)
      if (before === undefined) first.set(key, rank)
      else if (before !== rank) {
        const block = blocks.get(key)
        if (block) block.push(rank)
        else blocks.set(key, [before, rank])
      }
    }
  }
  const pairs = new Set<number>()
  for (const block of blocks.values()) {
    if (block.length > MOST_IN_BLOCK) continue
    for (let at = 0; at < block.length; at += 1)
      for (let to = at + 1; to < block.length; to += 1)
        pairs.add((block[at] ?? 0) * places.length + (block[to] ?? 0))
  }
  return pairs
}

/** How many of the words that tell most of a name are keys within its commune. */
const WORDS_AS_KEYS = 3

/** The keys of a place, as numbers: two places that share one are compared. */
function keyMaker(): (place: ComparedPlace, read: CorpusPlace) => number[] {
  const grounds = new Map<string, number>()
  // A ground (commune, postal code, cell, telephone…) and a word make one number that no other ground and word make.
  const numberOf = (ground: string, word = 0) => {
    const known = grounds.get(ground) ?? grounds.size
    if (known === grounds.size) grounds.set(ground, known)
    return known * 2 ** 24 + word
  }
  return ({ communeCode, postalCode, latitude, longitude }, read) => {
    const [rarest = 0, ...others] = tellingWords(read)
    const keys: number[] = []
    if (communeCode) for (const word of [rarest, ...others]) keys.push(numberOf(`c${communeCode}`, word))
    if (postalCode) keys.push(numberOf(`p${postalCode}`, rarest))
    for (const cell of cellsAround(latitude, longitude)) keys.push(numberOf(cell, rarest))
    const { street, number } = read
    if (communeCode && street.ids.length > 0)
      keys.push(numberOf(`a${communeCode} ${number ?? ''}`, street.ids[street.ids.length - 1]))
    for (const same of [read.pivot, read.phone, read.mail]) if (same) keys.push(numberOf(same))
    return keys
  }
}

function tellingWords({ name: { ids, weights } }: CorpusPlace): number[] {
  return Array.from(ids, (id, at) => ({ id, weight: weights[at] ?? 0 }))
    .sort((one, other) => other.weight - one.weight)
    .slice(0, WORDS_AS_KEYS)
    .map(({ id }) => id)
}

/** Its cell and the three nearest: two points of neighbouring cells share one. */
function cellsAround(latitude: number | null, longitude: number | null): string[] {
  if (latitude === null || longitude === null) return []
  const [row, column] = [Math.round(latitude / CELL), Math.round(longitude / CELL)]
  return [`g${row}:${column}`, `g${row - 1}:${column}`, `g${row}:${column - 1}`, `g${row - 1}:${column - 1}`]
}

/** Groups of places joined by pairs, each in order: for a measure; nobody merges a chain unseen (DIR-45). */
export function groupsOf(pairs: readonly Pick<DuplicatePair, 'one' | 'other'>[]): number[][] {
  const roots = new Map<number, number>()
  const rootOf = (rank: number): number => {
    const above = roots.get(rank) ?? rank
    if (above === rank) return rank
    const root = rootOf(above)
    roots.set(rank, root)
    return root
  }
  for (const { one, other } of pairs)
    roots.set(Math.max(rootOf(one), rootOf(other)), Math.min(rootOf(one), rootOf(other)))
  const groups = new Map<number, number[]>()
  for (const rank of new Set(pairs.flatMap(({ one, other }) => [one, other]))) {
    const root = rootOf(rank)
    groups.set(root, [...(groups.get(root) ?? []), rank])
  }
  return [...groups.values()].map((group) => group.sort((a, b) => a - b))
}
