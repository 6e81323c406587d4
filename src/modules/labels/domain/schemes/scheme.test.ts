import { describe, expect, it } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import { type Answer, asked, type Held, verdictOf } from '../applications/answers.ts'
import { faultsOf, type SchemeFault } from './publishable.ts'
import type { Criterion, SchemeContent } from './scheme.ts'
import { criterionChanges } from './scheme-changes.ts'
import { aCriterion, aScheme } from './testing.ts'

const TODAY = day('2026-11-21')
const levels = (...of: [number, number][]): SchemeContent['grading'] => ({
  kind: 'levels',
  unit: 'arobase',
  levels: of.map(([level, from]) => ({ level, from })),
})
const anchors = ['Rien', 'Un peu', 'Régulier', 'Solide', 'Exemplaire']
const jury = { readers: 3, scientific: 2, discussedFrom: 2 }

describe('a scheme is published only whole (LAB-1, LAB-52)', () => {
  const cases: [string, Partial<SchemeContent>, SchemeFault[]][] = [
    ['a binary label on criteria', {}, []],
    ['levels in a row, thresholds rising', { grading: levels([1, 1.5], [2, 2.5], [3, 3.5]) }, []],
    ['levels with a gap', { grading: levels([1, 1.5], [3, 3.5]) }, ['levels_not_contiguous']],
    ['no level at all', { grading: levels() }, ['levels_not_contiguous']],
    ['thresholds that do not rise', { grading: levels([1, 2], [2, 2]) }, ['thresholds_not_rising']],
    ['a code used twice', { criteria: [aCriterion('A1'), aCriterion('A1')] }, ['code_reused']],
    ['nothing asked', { criteria: [] }, ['no_criterion']],
    [
      'weights that sum to zero, where they count',
      { grading: levels([1, 1]), criteria: [aCriterion('A1', { weight: 0 })] },
      ['weights_sum_to_zero'],
    ],
    [
      'a condition on what comes after',
      { criteria: [aCriterion('A1', { condition: { code: 'A2', is: 'true' } }), aCriterion('A2')] },
      ['condition_unknown'],
    ],
    ['a choice of nothing', { criteria: [aCriterion('A1', { kind: 'choice' })] }, ['choice_without_choices']],
    ['a level that does not exist', { criteria: [aCriterion('A1', { minLevel: 4 })] }, ['min_level_unknown']],
    ['no way to contest a decision', { remedies: null }, ['remedies_missing']],
    [
      'a jury without its rules',
      { route: 'jury', criteria: [aCriterion('A1', { anchors })] },
      ['jury_rules_missing'],
    ],
    ['a jury without words for its scale', { route: 'jury', jury }, ['anchors_missing', 'anchors_missing']],
    ['a suspension without a name', { maySuspend: true }, ['suspension_without_words']],
  ]
  it.each(cases)('%s', (_, change, faults) => {
    expect(faultsOf(aScheme(change)).map(({ fault }) => fault)).toEqual(faults)
  })

  it('names each criterion at fault (LAB-52)', () => {
    const criteria = [aCriterion('A1'), aCriterion('A1'), aCriterion('B', { kind: 'choice' })]
    expect(faultsOf(aScheme({ criteria })).map(({ code }) => code)).toEqual(['A1', 'B'])
  })
})

describe('what a file has to answer, and whether it meets it (LAB-2, LAB-6, LAB-7)', () => {
  it('a question is asked when the one it depends on was answered so', () => {
    const criteria = [
      aCriterion('A'),
      aCriterion('B', { condition: { code: 'A', is: 'true' } }),
      aCriterion('C', { condition: { code: 'B', is: 'true' } }),
    ]
    const codes = (answers: [string, Answer][]) => asked(criteria, new Map(answers)).map(({ code }) => code)
    expect(codes([])).toEqual(['A'])
    expect(codes([['A', true]])).toEqual(['A', 'B'])
    // An answer left behind by a question that is no more asked opens nothing.
    expect(
      codes([
        ['A', false],
        ['B', true],
      ]),
    ).toEqual(['A'])
  })

  const choices = [
    { value: 'oui', meets: true },
    { value: 'en projet', meets: false },
  ]
  const file = { kind: 'file', isRequired: true, maxAgeMonths: 12 } as const
  const proof = (on: string): Held => ({ code: 'A', kind: 'file', on: day(on) })
  const cases: [string, Partial<Criterion>, Answer | undefined, Held[], string][] = [
    ['yes', {}, true, [], 'met'],
    ['no', {}, false, [], 'not_met'],
    ['no answer', {}, undefined, [], 'unknown'],
    ['an empty list', { kind: 'initiatives' }, [], [], 'unknown'],
    ['a choice that meets it', { kind: 'choice', choices }, 'oui', [], 'met'],
    ['a choice that does not', { kind: 'choice', choices }, 'en projet', [], 'not_met'],
    ['enough', { kind: 'number', atLeast: 4 }, 4, [], 'met'],
    ['too little', { kind: 'number', atLeast: 4 }, 3, [], 'not_met'],
    ['a proof asked and not held', { evidence: [file] }, true, [], 'unknown'],
    ['a proof young enough, to the day', { evidence: [file] }, true, [proof('2025-11-21')], 'met'],
    ['a proof one day too old', { evidence: [file] }, true, [proof('2025-11-20')], 'unknown'],
    ['a visit, made by others', { evidence: [{ ...file, kind: 'visit' }] }, true, [], 'met'],
  ]
  it.each(cases)('%s', (_, change, answer, held, verdict) => {
    const answers = new Map(answer === undefined ? [] : [['A', answer]])
    expect(verdictOf(aCriterion('A', change), answers, held, TODAY)).toBe(verdict)
  })
})

describe('a new version says what it changes (LAB-4, LAB-86)', () => {
  it('criterion by criterion', () => {
    const before = [aCriterion('A'), aCriterion('B'), aCriterion('C'), aCriterion('D')]
    const after = [
      aCriterion('A', { title: 'Autrement dit' }),
      aCriterion('B', { weight: 3 }),
      aCriterion('C', { kind: 'number', atLeast: 2 }),
      aCriterion('E'),
    ]
    expect(criterionChanges(before, after).map(({ kind, code }) => `${kind} ${code}`)).toEqual([
      'reworded A',
      'weight B',
      'stricter_or_looser C',
      'added E',
      'removed D',
    ])
    expect(criterionChanges(before, before)).toEqual([])
  })
})
