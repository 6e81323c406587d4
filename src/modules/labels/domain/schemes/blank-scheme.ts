import type { Criterion, SchemeContent } from './scheme.ts'

/** What a label begins with when nothing is copied. Its remedies are left to be written: nobody guesses them. */
export const BLANK_SCHEME: SchemeContent = {
  holderKind: 'place',
  grading: { kind: 'binary' },
  cadence: 'continuous',
  route: 'application',
  agreement: null,
  criteria: [],
  duties: [],
  validity: { kind: 'months', months: 36, renewalMonths: 6 },
  maySuspend: false,
  instructionDays: 60,
  jury: null,
  remedies: null,
  publicNames: { active: 'Label en cours', ended: 'Label porté', withdrawn: 'Label retiré', suspended: '' },
  isStarter: false,
  standardLabel: null,
}

/** A yes-or-no question that asks for nothing more. */
export function blankCriterion(code: string, group: string, title: string): Criterion {
  return {
    ...{ code, group, title, help: '', kind: 'yes_no', choices: [], atLeast: null, weight: 1 },
    ...{ isEliminatory: false, minLevel: null, condition: null, evidence: [], autoSource: null, anchors: [] },
  }
}
