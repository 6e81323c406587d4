import { describe, expect, it } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import type { Criterion } from '../schemes/scheme.ts'
import { aCriterion, aScheme } from '../schemes/testing.ts'
import type { Answer, Held } from './answers.ts'
import { sectionsOf, type Written } from './completion.ts'
import { obstaclesOf, type Situation } from './eligibility.ts'
import { readAnswer } from './typed-answer.ts'

const today = day('2026-06-17')
const written = (
  answers: Record<string, Answer>,
  held: readonly Held[] = [],
  toConfirm: readonly string[] = [],
): Written => ({ answers: new Map(Object.entries(answers)), held, toConfirm: new Set(toConfirm) })

describe('the sections of a file', () => {
  const file = { kind: 'file', isRequired: true, maxAgeMonths: 12 } as const
  const scheme = aScheme({
    criteria: [
      aCriterion('A1'),
      aCriterion('B1', { group: 'Moyens', evidence: [file] }),
      aCriterion('A2', { condition: { code: 'A1', is: 'true' } }),
      aCriterion('C1', { group: 'Si oui', condition: { code: 'A1', is: 'true' } }),
    ],
  })
  const missing = (said: Written) =>
    sectionsOf(scheme, said, today).map(({ name, missing }) => [name, missing])

  it.each([
    [
      'nothing yet',
      written({}),
      [
        ['Accueil', 1],
        ['Moyens', 1],
      ],
    ],
    [
      'an answer that opens others',
      written({ A1: true }),
      [
        ['Accueil', 1],
        ['Moyens', 1],
        ['Si oui', 1],
      ],
    ],
    [
      'an answer that closes them',
      written({ A1: false, B1: true }),
      [
        ['Accueil', 0],
        ['Moyens', 1],
      ],
    ],
    [
      'a recent proof',
      written({ A1: false, B1: true }, [{ code: 'B1', kind: 'file', on: day('2025-06-17') }]),
      [
        ['Accueil', 0],
        ['Moyens', 0],
      ],
    ],
    [
      'a copy to confirm',
      written({ A1: false }, [], ['A1']),
      [
        ['Accueil', 1],
        ['Moyens', 1],
      ],
    ],
  ])('say what is missing: %s (LAB-6)', (_case, said, expected) => {
    expect(missing(said)).toEqual(expected)
  })

  it('tell a proof that is too old from one that is absent (LAB-9)', () => {
    const gapsWith = (held: readonly Held[]) =>
      sectionsOf(scheme, written({ A1: false, B1: true }, held), today)[1]?.criteria[0]?.gaps
    expect(gapsWith([])).toEqual([{ kind: 'proof', evidence: file, isOld: false }])
    expect(gapsWith([{ code: 'B1', kind: 'file', on: day('2025-06-16') }])).toEqual([
      { kind: 'proof', evidence: file, isOld: true },
    ])
  })

  it('keep their place in the address whatever opens or closes', () => {
    const ranks = (said: Written) => sectionsOf(scheme, said, today).map(({ rank }) => rank)
    expect([ranks(written({})), ranks(written({ A1: true }))]).toEqual([
      [1, 2],
      [1, 2, 3],
    ])
  })

  it('ask of a higher level nothing that keeps the file from being sent', () => {
    const levels = {
      kind: 'levels',
      unit: '@',
      levels: [1, 2].map((level) => ({ level, from: level })),
    } as const
    const criteria = [aCriterion('A1'), aCriterion('A2', { minLevel: 2 })]
    const [section] = sectionsOf(aScheme({ grading: levels, criteria }), written({ A1: true }), today)
    expect([section?.missing, section?.criteria[1]?.isRequired]).toEqual([0, false])
  })

  it('wait for no data that another part of the network holds', () => {
    const evidence = [{ kind: 'platform_data', isRequired: true, maxAgeMonths: null }] as const
    const [section] = sectionsOf(
      aScheme({ criteria: [aCriterion('A1', { evidence })] }),
      written({ A1: true }),
      today,
    )
    expect(section?.missing).toBe(0)
  })
})

describe('what stands in the way', () => {
  const free: Situation = { campaign: null, hasAgreement: true, isBorne: false, isBehind: false }
  const campaign = { opensOn: day('2026-06-01'), closesOn: day('2026-06-30') }
  const criteria = [aCriterion('A1', { isEliminatory: true }), aCriterion('A2')]
  const scheme = aScheme({ criteria })
  const kinds = (situation: Partial<Situation>, said = written({}), on = today, of = scheme) =>
    obstaclesOf(of, said, { ...free, ...situation }, on).map(({ kind, isBlocking }) => [kind, isBlocking])

  it.each([
    ['nothing', {}, written({ A1: true, A2: true }), []],
    ['no agreement', { hasAgreement: false }, written({}), [['no_agreement', true]]],
    ['an eliminatory criterion', {}, written({ A1: false }), [['not_met', true]]],
    ['another criterion', {}, written({ A2: false }), [['not_met', false]]],
    [
      'the label itself',
      { isBorne: true },
      written({ A1: false }),
      [
        ['not_met', true],
        ['borne_already', false],
      ],
    ],
  ])('is told criterion by criterion: %s (LAB-8)', (_case, situation, said, expected) => {
    expect(kinds(situation, said)).toEqual(expected)
  })

  it.each([
    ['2026-05-31', [['not_open_yet', true]]],
    ['2026-06-01', []],
    ['2026-06-30', []],
    ['2026-07-01', [['closed', true]]],
  ])('is the calendar of the campaign on %s (LAB-22)', (on, expected) => {
    expect(kinds({ campaign }, written({}), day(on))).toEqual(expected)
  })

  it('is an agreement that only counts for something when the label does not live by it (LAB-8)', () => {
    const own = aScheme({ validity: { kind: 'months', months: 24, renewalMonths: 3 } })
    expect(kinds({ hasAgreement: false }, written({}), today, own)).toEqual([['no_agreement', false]])
    expect(kinds({ hasAgreement: false }, written({}), today, aScheme({ agreement: null }))).toEqual([])
  })

  it('is no criterion of a graded label, but the eliminatory ones', () => {
    const grading = { kind: 'levels', unit: '@', levels: [{ level: 1, from: 1 }] } as const
    const said = written({ A1: false, A2: false })
    expect(kinds({}, said, today, aScheme({ grading, criteria }))).toEqual([['not_met', true]])
  })
})

describe('what is typed', () => {
  const of = (kind: Criterion['kind'], typed: string) =>
    readAnswer({ kind, choices: [{ value: 'a', meets: true }] }, typed)
  it.each([
    ['yes_no', 'oui', { answer: true }],
    ['yes_no', 'peut-être', { wrong: 'choice_expected' }],
    ['choice', 'a', { answer: 'a' }],
    ['choice', 'b', { wrong: 'choice_expected' }],
    ['number', '1 234,5', { answer: 1234.5 }],
    ['number', 'douze', { wrong: 'number_expected' }],
    ['date', '17/06/2026', { answer: '2026-06-17' }],
    ['date', '31/02/2026', { wrong: 'day_expected' }],
    ['url', 'https://exemple.fr', { answer: 'https://exemple.fr' }],
    ['url', 'javascript:alert(1)', { wrong: 'address_expected' }],
    ['siret', '732 829 320 00074', { answer: '73282932000074' }],
    ['siret', '732 829 320 00075', { wrong: 'siret_expected' }],
    ['text', '', { answer: null }],
    ['text', 'x'.repeat(501), { wrong: 'too_long' }],
    ['long_text', 'x'.repeat(501), { answer: 'x'.repeat(501) }],
    ['commune', 'Honfleur', { answer: 'Honfleur' }],
  ] as const)('is read as its field says: %s « %s » (LAB-2)', (kind, typed, expected) => {
    expect(of(kind, typed)).toEqual(expected)
  })
})
