import { quantile } from './jury-result.ts'

/** The least of a group shown: under it, one could tell who is who. LAB-41. */
export const LEAST_SHOWN = 5

export interface Stratum {
  readonly name: string
  readonly values: readonly number[]
}

export interface StratumShown {
  readonly name: string
  /** Null: too few, or it would let a smaller group be deduced. */
  readonly quartiles: readonly [number, number, number] | null
  readonly count: number | null
}

/**
 * The quartiles of each group large enough. When exactly one group is hidden, the smallest of the others is hidden too:
 * the total and the rest would give it away. LAB-41, LAB-78.
 */
export function comparison(strata: readonly Stratum[]): StratumShown[] {
  const hidden = new Set(strata.filter(({ values }) => values.length < LEAST_SHOWN).map(({ name }) => name))
  if (hidden.size === 1) {
    const [smallest] = strata
      .filter(({ name }) => !hidden.has(name))
      .sort((one, other) => one.values.length - other.values.length || (one.name < other.name ? -1 : 1))
    if (smallest) hidden.add(smallest.name)
  }
  return strata.map(({ name, values }) => {
    const [first, middle, third] = [0.25, 0.5, 0.75].map((share) => quantile(values, share))
    const isShown = !hidden.has(name) && first != null && middle != null && third != null
    return { name, quartiles: isShown ? [first, middle, third] : null, count: isShown ? values.length : null }
  })
}
