import type { RowSet } from './row-set.ts'

/** Where a row comes in a list: by its tier, then by its measure, then by its rank; all three the smaller, the sooner. */
export interface Standing {
  readonly tier: number
  /** Kilometres, or days; `Infinity` for what is not known. */
  readonly measure: number
  readonly rank: number
}

export interface Ordering {
  tierOf(row: number): number
  measureOf(row: number): number
  rankOf(row: number): number
}

/** `after`: only what comes at that standing or later; `before`: only what comes sooner. */
export interface Stretch {
  readonly after?: Standing
  readonly before?: Standing
}

interface Stood extends Standing {
  readonly row: number
}

/** The first `most` rows of a stretch in their order; of one that ends `before`, the last. */
export function pageOfRows(
  rows: RowSet,
  ordering: Ordering,
  { after, before }: Stretch,
  most: number,
): number[] {
  const way = before ? -1 : 1
  const chosen: Stood[] = []
  rows.forEach((row) => {
    const tier = ordering.tierOf(row)
    const measure = ordering.measureOf(row)
    const rank = ordering.rankOf(row)
    const last = chosen.length === most ? chosen[most - 1] : undefined
    // Most rows go no further: nothing is made of them.
    if (last && compare(tier, measure, rank, last) * way >= 0) return
    if (after && compare(tier, measure, rank, after) < 0) return
    if (before && compare(tier, measure, rank, before) >= 0) return
    chosen.splice(placeIn(chosen, { tier, measure, rank }, way), 0, { row, tier, measure, rank })
    if (chosen.length > most) chosen.pop()
  })
  return (before ? chosen.reverse() : chosen).map(({ row }) => row)
}

function compare(tier: number, measure: number, rank: number, other: Standing): number {
  if (tier !== other.tier) return tier - other.tier
  // Two unknown measures are the same: their difference is not a number.
  if (measure !== other.measure) return measure < other.measure ? -1 : 1
  return rank - other.rank
}

/** Where it goes among what is already in order. */
function placeIn(chosen: readonly Stood[], stood: Standing, way: number): number {
  let [low, high] = [0, chosen.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const at = chosen[middle]
    if (at && compare(at.tier, at.measure, at.rank, stood) * way <= 0) low = middle + 1
    else high = middle
  }
  return low
}
