import { candidatePairs } from './candidates.ts'
import { type ComparedPlace, corpusOf } from './corpus.ts'
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

/**
 * The pairs of places that may be one, the surest first. No pair is left out but those that share no key. `around`: only the
 * pairs of these ranks, each with the score it has among all the places. DIR-42.
 */
export function duplicatePairs(
  places: readonly ComparedPlace[],
  least: Band = 'possible',
  around: ReadonlySet<number> | null = null,
): DuplicatePair[] {
  const corpus = corpusOf(places)
  const isKept = (band: Band | null): band is Band =>
    band !== null && (least === 'possible' || band === 'certain' || band === least)
  const found: DuplicatePair[] = []
  for (const key of candidatePairs(places, corpus.places, around)) {
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

/** Groups of places joined by pairs, each in order: nobody merges a chain unseen (DIR-45). */
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
