import type { Criterion } from '../schemes/scheme.ts'
import { comparison, type StratumShown } from './comparison.ts'
import { type CriterionResult, median } from './jury-result.ts'

/** One applicant as it is compared. `stratum` null: with nobody. */
export interface Compared<FileId extends string> {
  readonly file: FileId
  readonly stratum: string | null
  readonly isOpen: boolean
  /** The median of each group of criteria; a group nobody could judge is not there. */
  readonly groups: ReadonlyMap<string, number>
}

export interface GroupComparison<FileId extends string> {
  readonly group: string
  readonly own: number | null
  readonly stratum: StratumShown | null
  /** Those who let the others see theirs. */
  readonly named: readonly { readonly file: FileId; readonly value: number }[]
}

/** Three quartiles and a number: as many unknown values could be told from them, one more could not. */
const LEAST_UNKNOWN = 5

/** The middle of the medians of each group of criteria. */
export function groupMedians(
  criteria: readonly Pick<Criterion, 'code' | 'group'>[],
  results: readonly CriterionResult[],
): Map<string, number> {
  const groups = Map.groupBy(criteria, ({ group }) => group)
  const found = [...groups].flatMap(([group, list]) => {
    const values = list.flatMap(({ code }) => {
      const value = results.find(({ criterion }) => criterion === code)?.median
      return value == null ? [] : [value]
    })
    const middle = median(values)
    return middle === null ? [] : [[group, middle] as const]
  })
  return new Map(found)
}

/**
 * One applicant beside its like, group by group. Those who opened theirs are named only while the others stay too many to
 * be told from the quartiles. LAB-41, LAB-78.
 */
export function comparedWith<FileId extends string>(
  own: Compared<FileId>,
  all: readonly Compared<FileId>[],
  groups: readonly string[],
): GroupComparison<FileId>[] {
  return groups.map((group) => {
    const having = all.filter((one) => one.stratum !== null && one.groups.has(group))
    const byStratum = Map.groupBy(having, ({ stratum }) => stratum ?? '')
    const strata = [...byStratum].map(([name, list]) => ({
      name,
      values: list.map((one) => one.groups.get(group) ?? 0),
    }))
    const stratum = comparison(strata).find(({ name }) => name === own.stratum) ?? null
    const others = (byStratum.get(own.stratum ?? '') ?? []).filter(({ file }) => file !== own.file)
    const open = others.filter(({ isOpen }) => isOpen)
    const unknown = others.length - open.length
    const mayBeNamed = stratum?.quartiles != null && (unknown === 0 || unknown >= LEAST_UNKNOWN)
    return {
      group,
      own: own.groups.get(group) ?? null,
      stratum,
      named: mayBeNamed ? open.map(({ file, groups: of }) => ({ file, value: of.get(group) ?? 0 })) : [],
    }
  })
}
