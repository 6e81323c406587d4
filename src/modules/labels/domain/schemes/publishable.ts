import type { Criterion, Grading, SchemeContent } from './scheme.ts'

export type SchemeFault =
  | 'no_criterion'
  | 'code_reused'
  | 'weights_sum_to_zero'
  | 'condition_unknown'
  | 'choice_without_choices'
  | 'min_level_unknown'
  | 'levels_not_contiguous'
  | 'thresholds_not_rising'
  | 'remedies_missing'
  | 'jury_rules_missing'
  | 'anchors_missing'
  | 'suspension_without_words'

export interface Fault {
  readonly fault: SchemeFault
  /** The criterion at fault; empty for the scheme itself. */
  readonly code: string
}

/** All that stands in the way of publishing a scheme, in the order of its screens; empty: it may be. LAB-52. */
export function faultsOf(scheme: SchemeContent): Fault[] {
  return [
    ...ofCriteria(scheme),
    ...ofGrading(scheme.grading),
    ...when(scheme.remedies === null, 'remedies_missing'),
    ...when(scheme.route === 'jury' && scheme.jury === null, 'jury_rules_missing'),
    ...when(scheme.maySuspend && scheme.publicNames.suspended.trim() === '', 'suspension_without_words'),
  ]
}

function ofCriteria({ criteria, grading, route }: SchemeContent): Fault[] {
  if (criteria.length === 0) return [{ fault: 'no_criterion', code: '' }]
  const weight = criteria.reduce((sum, one) => sum + one.weight, 0)
  return [
    ...when(weight <= 0 && grading.kind === 'levels', 'weights_sum_to_zero'),
    ...criteria.flatMap((one, rank) => ofCriterion(one, criteria.slice(0, rank), grading, route)),
  ]
}

function ofCriterion(
  one: Criterion,
  before: readonly Criterion[],
  grading: Grading,
  route: SchemeContent['route'],
): Fault[] {
  const isKnown = (code: string) => before.some((other) => other.code === code)
  const levels = grading.kind === 'levels' ? grading.levels.map(({ level }) => level) : []
  return [
    ...when(isKnown(one.code), 'code_reused', one.code),
    // A condition looks back only: a form is filled from top to bottom.
    ...when(one.condition !== null && !isKnown(one.condition.code), 'condition_unknown', one.code),
    ...when(one.kind === 'choice' && one.choices.length < 2, 'choice_without_choices', one.code),
    ...when(one.minLevel !== null && !levels.includes(one.minLevel), 'min_level_unknown', one.code),
    ...when(
      route === 'jury' && one.anchors.filter((words) => words.trim()).length !== 5,
      'anchors_missing',
      one.code,
    ),
  ]
}

function ofGrading(grading: Grading): Fault[] {
  if (grading.kind === 'binary') return []
  const levels = grading.levels
  const isContiguous =
    levels.length > 0 && levels.every(({ level }, rank) => level === (levels[0]?.level ?? 0) + rank)
  const isRising = levels.every(({ from }, rank) => rank === 0 || from > (levels[rank - 1]?.from ?? from))
  return [...when(!isContiguous, 'levels_not_contiguous'), ...when(!isRising, 'thresholds_not_rising')]
}

function when(isSo: boolean, fault: SchemeFault, code = ''): Fault[] {
  return isSo ? [{ fault, code }] : []
}
