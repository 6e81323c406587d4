/** One juror's score of a criterion; null: cannot judge. Those recused are not here. */
export interface Score {
  readonly criterion: string
  readonly juror: string
  readonly score: number | null
}

export interface CriterionResult {
  readonly criterion: string
  /** Null without a single score. */
  readonly median: number | null
  readonly spread: number
  /** Between the quartiles; null under four scores. */
  readonly interquartile: number | null
  readonly count: number
  readonly isDiscussed: boolean
}

export interface JuryResult {
  readonly criteria: readonly CriterionResult[]
  /** Null: not enough readers. */
  readonly median: number | null
  readonly readers: number
}

/** The middle of the scores; of an even number of them, the mean of the two in the middle. LAB-27. */
export function median(values: readonly number[]): number | null {
  return quantile(values, 0.5)
}

/** The value below which that share of them falls, between two of them when it falls between two. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((one, other) => one - other)
  const at = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return low === undefined || high === undefined ? null : low + (high - low) * (at - Math.floor(at))
}

/** What the jury's scores say of one application: a criterion, then all of them by their weights. LAB-27, LAB-74. */
export function juryResult(
  scores: readonly Score[],
  criteria: readonly { readonly code: string; readonly weight: number }[],
  { readers, discussedFrom }: { readers: number; discussedFrom: number },
): JuryResult {
  const results = criteria.map(({ code }) => resultOf(code, scores, discussedFrom))
  const heard = new Set(scores.filter(({ score }) => score !== null).map(({ juror }) => juror)).size
  const weighted = results.flatMap((result, rank) =>
    result.median === null ? [] : [{ value: result.median, weight: criteria[rank]?.weight ?? 0 }],
  )
  return { criteria: results, readers: heard, median: heard < readers ? null : weightedMedian(weighted) }
}

function resultOf(criterion: string, scores: readonly Score[], discussedFrom: number): CriterionResult {
  const values = scores.flatMap(({ criterion: of, score }) =>
    of === criterion && score !== null ? [score] : [],
  )
  const spread = values.length === 0 ? 0 : Math.max(...values) - Math.min(...values)
  const [first, third] = [quantile(values, 0.25), quantile(values, 0.75)]
  return {
    criterion,
    median: median(values),
    spread,
    interquartile: values.length >= 4 && first !== null && third !== null ? third - first : null,
    count: values.length,
    isDiscussed: values.length > 0 && spread >= discussedFrom,
  }
}

/** The value at half of the weight; when half falls between two values, their mean. */
export function weightedMedian(values: readonly { value: number; weight: number }[]): number | null {
  const sorted = values.filter(({ weight }) => weight > 0).sort((one, other) => one.value - other.value)
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2
  let reached = 0
  for (const [rank, { value, weight }] of sorted.entries()) {
    reached += weight
    if (reached > half) return value
    if (reached === half) return (value + (sorted[rank + 1]?.value ?? value)) / 2
  }
  return null
}

/** The level the thresholds propose; null: none is reached, which is possible. The jury decides. LAB-28. */
export function proposedLevel(
  value: number | null,
  levels: readonly { readonly level: number; readonly from: number }[],
): number | null {
  if (value === null) return null
  return levels.filter(({ from }) => value >= from).at(-1)?.level ?? null
}

/** How far each juror is from the others on the files read in common; for the chair alone, and nothing is corrected. */
export function severityOf(
  scores: readonly (Score & { readonly file: string })[],
): ReadonlyMap<string, number> {
  const given = scores.flatMap(({ file, criterion, juror, score }) =>
    score === null ? [] : [{ read: `${file} ${criterion}`, juror, score }],
  )
  const together = sums(given.map(({ read, score }) => [read, score]))
  const gaps = given.flatMap(({ read, juror, score }): [string, number][] => {
    const { sum, count } = together.get(read) ?? { sum: 0, count: 0 }
    return count < 2 ? [] : [[juror, score - (sum - score) / (count - 1)]]
  })
  return new Map([...sums(gaps)].map(([juror, { sum, count }]) => [juror, sum / count]))
}

function sums(values: readonly (readonly [string, number])[]): Map<string, { sum: number; count: number }> {
  const found = new Map<string, { sum: number; count: number }>()
  for (const [key, value] of values) {
    const one = found.get(key) ?? { sum: 0, count: 0 }
    found.set(key, { sum: one.sum + value, count: one.count + 1 })
  }
  return found
}
