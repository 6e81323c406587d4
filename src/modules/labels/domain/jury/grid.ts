import type { Criterion, SchemeContent } from '../schemes/scheme.ts'

/** The steps of the scale, each with its words in the scheme. */
export const MARKS = [1, 2, 3, 4, 5] as const

/** One line of a grid as it was filled: `cannot_judge` is a mark of its own, kept out of every sum. LAB-26. */
export interface FilledMark {
  readonly code: string
  readonly mark: number | null
  readonly comment: string
}

/** The criteria a jury judges: those whose five steps have words. */
export function judged({ criteria }: Pick<SchemeContent, 'criteria'>): Criterion[] {
  return criteria.filter(({ anchors }) => anchors.filter((words) => words.trim()).length === MARKS.length)
}

/** The lowest and the highest mark are explained. */
export function wantsComment({ mark, comment }: FilledMark): boolean {
  return (mark === 1 || mark === 5) && comment.trim() === ''
}

/** The groups of criteria, in the order of the specifications. */
export function groupsOf(criteria: readonly Pick<Criterion, 'group'>[]): string[] {
  return [...new Set(criteria.map(({ group }) => group))]
}
