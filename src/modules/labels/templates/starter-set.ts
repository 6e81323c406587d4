import { BLANK_SCHEME, blankCriterion } from '../domain/schemes/blank-scheme.ts'
import type { Criterion, SchemeContent } from '../domain/schemes/scheme.ts'

/** A label shipped as data, to begin from: what its articles say, and nothing more. LAB-3, LAB-5. */
export interface StarterSet {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly description: string
  /** Where it comes from, for whoever chooses it. */
  readonly source: string
  readonly content: SchemeContent
}

/** Never shown as the specifications of whoever takes it over, who writes its own, and how it is contested. */
export function starterContent(change: Partial<SchemeContent>): SchemeContent {
  return { ...BLANK_SCHEME, ...change, isStarter: true }
}

export function starterCriterion(
  code: string,
  group: string,
  title: string,
  change: Partial<Criterion> = {},
): Criterion {
  return { ...blankCriterion(code, group, title), ...change }
}
