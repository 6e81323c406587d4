import type { Criterion, SchemeContent } from './scheme.ts'

export function aCriterion(code: string, change: Partial<Criterion> = {}): Criterion {
  return {
    code,
    title: `Critère ${code}`,
    help: '',
    group: 'Accueil',
    kind: 'yes_no',
    choices: [],
    atLeast: null,
    weight: 1,
    isEliminatory: false,
    minLevel: null,
    condition: null,
    evidence: [],
    autoSource: null,
    anchors: [],
    ...change,
  }
}

/** A binary label on criteria, per place, under an agreement. */
export function aScheme(change: Partial<SchemeContent> = {}): SchemeContent {
  return {
    holderKind: 'place',
    grading: { kind: 'binary' },
    cadence: 'continuous',
    route: 'application',
    agreement: { templates: ['normandie-connectee'], clause: 'art. 6' },
    criteria: [aCriterion('A1'), aCriterion('A2')],
    duties: ['semester_information'],
    validity: { kind: 'agreement' },
    maySuspend: false,
    instructionDays: 60,
    jury: null,
    remedies: { body: 'Tribunal administratif', address: '', months: 2 },
    publicNames: { active: 'Lieu labellisé', ended: 'Label porté', withdrawn: 'Label retiré', suspended: '' },
    isStarter: false,
    standardLabel: null,
    ...change,
  }
}
