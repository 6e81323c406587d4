import type { Day } from '../../../kernel/day.ts'
import type { Changes } from './acts.ts'
import type { AmendmentState } from './amendments.ts'

/** What changed a clause, so that its text can say so. */
export interface ClauseChange {
  readonly amendment: string
  readonly effectiveOn: Day
}

interface ClauseText {
  readonly key: string
  readonly text: string
}

export type Consolidated<C extends ClauseText> = C & { readonly changes: readonly ClauseChange[] }

/** The clauses as they read on `onDate`, in the order of the original, each with what changed it. AGR-61. */
export function consolidated<C extends ClauseText>(
  clauses: readonly C[],
  amendments: readonly AmendmentState[],
  onDate: Day,
): Consolidated<C>[] {
  const effective = inOrderOfEffect(amendments, onDate)
  return clauses.map((clause) => {
    const changing = effective.filter(({ changes }) => changes.clauses?.[clause.key] !== undefined)
    const text = changing.at(-1)?.changes.clauses?.[clause.key] ?? clause.text
    const changes = changing.map(({ id, effectiveOn }) => ({ amendment: id, effectiveOn }))
    return { ...clause, text, changes }
  })
}

/** The terms and clauses that another amendment already changes: shown while the next one is written. AGR-60. */
export function conflicts(
  amendments: readonly AmendmentState[],
  proposed: Changes,
): { path: string; amendment: string }[] {
  const touched = new Set(pathsOf(proposed))
  return amendments
    .filter(({ status }) => status !== 'never_effective')
    .flatMap(({ id, changes }) =>
      pathsOf(changes)
        .filter((path) => touched.has(path))
        .map((path) => ({ path, amendment: id })),
    )
}

function inOrderOfEffect(amendments: readonly AmendmentState[], onDate: Day) {
  return amendments
    .flatMap((one) => {
      const { effectiveOn, status } = one
      const counts = effectiveOn !== null && effectiveOn <= onDate && status !== 'never_effective'
      return counts ? [{ ...one, effectiveOn }] : []
    })
    .sort((one, other) =>
      one.effectiveOn < other.effectiveOn ? -1 : one.effectiveOn > other.effectiveOn ? 1 : 0,
    )
}

function pathsOf({ terms = {}, clauses = {} }: Changes): string[] {
  return [...Object.keys(terms), ...Object.keys(clauses).map((key) => `clauses.${key}`)]
}
