import type { Day } from '../../../../kernel/day.ts'
import type { Criterion, EvidenceAsked, SchemeContent } from '../schemes/scheme.ts'
import { type Answers, asked, type Held, missingProofs } from './answers.ts'

/** What a file says so far. */
export interface Written {
  readonly answers: Answers
  readonly held: readonly Held[]
  /** Copied from another file, and not read again yet. */
  readonly toConfirm: ReadonlySet<string>
}

/** What one criterion still waits for. `old`: a proof is there, but older than asked, or without its date. */
export type Gap =
  | { readonly kind: 'answer' }
  | { readonly kind: 'to_confirm' }
  | { readonly kind: 'proof'; readonly evidence: EvidenceAsked; readonly isOld: boolean }

export interface AskedCriterion {
  readonly criterion: Criterion
  /** A criterion of a higher level only may be left out. */
  readonly isRequired: boolean
  readonly gaps: readonly Gap[]
}

/** A group of criteria: one page of the form. */
export interface Section {
  /** In the address of its page: from 1, whatever the answers open or close. */
  readonly rank: number
  readonly name: string
  readonly criteria: readonly AskedCriterion[]
  /** Criteria that keep the file from being sent. */
  readonly missing: number
}

/** The form, group by group in the order they are met, with what each still lacks. LAB-6. */
export function sectionsOf(scheme: SchemeContent, written: Written, today: Day): Section[] {
  const open = new Set(asked(scheme.criteria, written.answers))
  const groups = [...Map.groupBy(scheme.criteria, ({ group }) => group)]
  return groups.flatMap(([name, all], index) => {
    const criteria = all
      .filter((one) => open.has(one))
      .map((criterion) => ({
        criterion,
        isRequired: isRequired(criterion, scheme),
        gaps: gapsOf(criterion, written, today),
      }))
    if (criteria.length === 0) return []
    const missing = criteria.filter(({ isRequired, gaps }) => isRequired && gaps.length > 0).length
    return [{ rank: index + 1, name, criteria, missing }]
  })
}

function isRequired({ minLevel }: Criterion, { grading }: SchemeContent): boolean {
  if (minLevel === null || grading.kind === 'binary') return true
  return minLevel <= Math.min(...grading.levels.map(({ level }) => level))
}

function gapsOf(criterion: Criterion, { answers, held, toConfirm }: Written, today: Day): Gap[] {
  const { code, kind } = criterion
  const isAnswered = isThere(answers.get(code))
  const own = held.filter((one) => one.code === code)
  return [
    // A file answers by being there: its absence is said once, by its proof.
    ...(isAnswered || (kind === 'file' && criterion.evidence.length > 0)
      ? []
      : [{ kind: 'answer' as const }]),
    ...(isAnswered && toConfirm.has(code) ? [{ kind: 'to_confirm' as const }] : []),
    ...missingProofs(criterion, held, today)
      // What another part of the network knows, or does not, is not the applicant's to bring.
      .filter((evidence) => evidence.kind !== 'platform_data')
      .map((evidence) => ({
        kind: 'proof' as const,
        evidence,
        isOld: own.some((one) => one.kind === evidence.kind),
      })),
  ]
}

/** The proofs a criterion asks; one that asks for a file asks for at least that. */
export function evidenceOf({ kind, evidence }: Criterion): readonly EvidenceAsked[] {
  return kind === 'file' && evidence.length === 0
    ? [{ kind: 'file', isRequired: true, maxAgeMonths: null }]
    : evidence
}

function isThere(answer: ReturnType<Answers['get']>): boolean {
  return answer !== undefined && answer !== '' && !(Array.isArray(answer) && answer.length === 0)
}
