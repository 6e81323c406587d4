import { blankCriterion } from './blank-scheme.ts'
import type { Criterion, SchemeContent } from './scheme.ts'

/** A criterion is known in a draft by its rank, from one: two may bear the same code until it is published. */
export type Rank = number

export function criterionAt({ criteria }: SchemeContent, rank: Rank): Criterion | null {
  return criteria[rank - 1] ?? null
}

export function withCriterion(content: SchemeContent, rank: Rank, criterion: Criterion): SchemeContent {
  return {
    ...content,
    criteria: content.criteria.map((one, index) => (index === rank - 1 ? criterion : one)),
  }
}

/** Put after the last one of its group, else at the end; its code is the next free one: `C7`. */
export function withNewCriterion(
  content: SchemeContent,
  { title, group }: { title: string; group: string },
): { content: SchemeContent; rank: Rank } {
  const { criteria } = content
  const last = criteria.findLastIndex((one) => one.group === group)
  const at = last === -1 ? criteria.length : last + 1
  const added = blankCriterion(freeCode(criteria), group, title)
  return { content: { ...content, criteria: criteria.toSpliced(at, 0, added) }, rank: at + 1 }
}

export function withoutCriterion(content: SchemeContent, rank: Rank): SchemeContent {
  return { ...content, criteria: content.criteria.toSpliced(rank - 1, 1) }
}

/** One place up or down; the first does not go higher, nor the last lower. */
export function withMovedCriterion(content: SchemeContent, rank: Rank, by: -1 | 1): SchemeContent {
  const { criteria } = content
  const moved = criterionAt(content, rank)
  const to = rank - 1 + by
  if (!moved || to < 0 || to >= criteria.length) return content
  return { ...content, criteria: criteria.toSpliced(rank - 1, 1).toSpliced(to, 0, moved) }
}

function freeCode(criteria: readonly Criterion[]): string {
  const taken = new Set(criteria.map(({ code }) => code))
  let number = criteria.length + 1
  while (taken.has(`C${number}`)) number += 1
  return `C${number}`
}
