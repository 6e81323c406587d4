import type { Criterion } from './scheme.ts'

export type CriterionChange =
  | {
      readonly kind: 'added' | 'removed' | 'reworded' | 'stricter_or_looser'
      readonly code: string
      readonly title: string
    }
  | {
      readonly kind: 'weight'
      readonly code: string
      readonly title: string
      readonly before: number
      readonly after: number
    }

/** What a new version changes, criterion by criterion, in the order of the new one; told before it opens. LAB-4. */
export function criterionChanges(
  before: readonly Criterion[],
  after: readonly Criterion[],
): CriterionChange[] {
  const old = new Map(before.map((one) => [one.code, one]))
  const kept = new Set(after.map(({ code }) => code))
  return [
    ...after.flatMap((one) => changesOf(old.get(one.code), one)),
    ...before
      .filter(({ code }) => !kept.has(code))
      .map(({ code, title }) => ({ kind: 'removed' as const, code, title })),
  ]
}

function changesOf(old: Criterion | undefined, one: Criterion): CriterionChange[] {
  const { code, title } = one
  if (!old) return [{ kind: 'added', code, title }]
  const changes: CriterionChange[] = []
  if (wordsOf(old) !== wordsOf(one)) changes.push({ kind: 'reworded', code, title })
  if (demandsOf(old) !== demandsOf(one)) changes.push({ kind: 'stricter_or_looser', code, title })
  if (old.weight !== one.weight)
    changes.push({ kind: 'weight', code, title, before: old.weight, after: one.weight })
  return changes
}

function wordsOf({ title, help, group, anchors }: Criterion): string {
  return JSON.stringify([title, help, group, anchors])
}

function demandsOf({
  kind,
  choices,
  atLeast,
  isEliminatory,
  minLevel,
  condition,
  evidence,
}: Criterion): string {
  return JSON.stringify([kind, choices, atLeast, isEliminatory, minLevel, condition, evidence])
}
