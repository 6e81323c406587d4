import { describe, expect, it } from 'vitest'
import { day } from '../../../../kernel/day.ts'
import type { Answers } from '../applications/answers.ts'
import { editionStanding, firstEdition, nextEdition } from './edition.ts'
import { nextVersion } from './next-version.ts'
import type { SchemeContent } from './scheme.ts'
import { codeOf, isSchemeCode } from './scheme-code.ts'
import { withMovedCriterion, withNewCriterion, withoutCriterion } from './scheme-draft.ts'
import { aCriterion, aScheme } from './testing.ts'
import { wouldLack } from './would-lack.ts'

const TODAY = day('2026-06-17')

describe('what publishing makes of a draft (LAB-4, LAB-6)', () => {
  const last = { version: 2, revision: 3, content: aScheme() }
  const [first, second] = last.content.criteria
  const cases: [string, Partial<SchemeContent>, [string, number, number]][] = [
    ['nothing', {}, ['nothing', 2, 3]],
    [
      'a title: words',
      { criteria: [aCriterion('A1', { title: 'Mieux dit' }), aCriterion('A2')] },
      ['revision', 2, 4],
    ],
    ['the remedies: words', { remedies: { body: 'Autre', address: '', months: 2 } }, ['revision', 2, 4]],
    ['the order of the form', { criteria: [second, first].flatMap((one) => one ?? []) }, ['revision', 2, 4]],
    ['a criterion more', { criteria: [...last.content.criteria, aCriterion('A3')] }, ['version', 3, 1]],
    ['a criterion less', { criteria: [aCriterion('A1')] }, ['version', 3, 1]],
    ['a weight', { criteria: [aCriterion('A1', { weight: 2 }), aCriterion('A2')] }, ['version', 3, 1]],
    [
      'what it demands',
      { criteria: [aCriterion('A1', { isEliminatory: true }), aCriterion('A2')] },
      ['version', 3, 1],
    ],
    ['how long it lasts', { validity: { kind: 'next_edition' } }, ['version', 3, 1]],
    ['a suspension', { maySuspend: true }, ['version', 3, 1]],
  ]
  it.each(cases)('%s', (_, change, expected) => {
    const next = nextVersion(last, { ...last.content, ...change })
    expect([next.kind, next.version, next.revision]).toEqual(expected)
  })

  it('the first is version 1; keys in another order are the same words', () => {
    expect(nextVersion(null, aScheme())).toMatchObject({ kind: 'version', version: 1, revision: 1 })
    const turned = Object.fromEntries(Object.entries(last.content).reverse()) as unknown as SchemeContent
    expect(nextVersion(last, turned).kind).toBe('nothing')
  })
})

describe('what a holder would lack (LAB-4, LAB-86)', () => {
  const before = aScheme({ criteria: [aCriterion('A1'), aCriterion('A2', { kind: 'number' })] })
  const next = aScheme({
    criteria: [
      aCriterion('A1', { title: 'Le même, mieux dit', weight: 4 }),
      aCriterion('A2', { kind: 'number', atLeast: 3 }),
      aCriterion('B1'),
    ],
  })
  const lacks = (answers: Answers, from: SchemeContent | null = before) =>
    wouldLack(from, next, { answers, held: [] }, TODAY).map(({ criterion, verdict }) => [
      criterion.code,
      verdict,
    ])

  it('is only what is asked anew, as its file says', () => {
    expect(lacks(new Map([['A2', 2]]))).toEqual([
      ['A2', 'not_met'],
      ['B1', 'unknown'],
    ])
    expect(
      lacks(
        new Map<string, number | boolean>([
          ['A2', 5],
          ['B1', true],
        ]),
      ),
    ).toEqual([])
  })

  it('is all of it, to be looked at, for who was judged before there were versions', () => {
    expect(lacks(new Map(), null)).toEqual([
      ['A1', 'unknown'],
      ['A2', 'unknown'],
      ['B1', 'unknown'],
    ])
  })

  it('leaves aside what would not be asked of them', () => {
    const asked = aScheme({
      criteria: [aCriterion('A1'), aCriterion('B1', { condition: { code: 'A1', is: 'true' } })],
    })
    const none = wouldLack(before, asked, { answers: new Map([['A1', false]]), held: [] }, TODAY)
    expect(none).toEqual([])
  })
})

describe('a criterion in a draft (LAB-2)', () => {
  const codes = ({ criteria }: SchemeContent) => criteria.map(({ code }) => code)
  const draft = aScheme({
    criteria: [aCriterion('A'), aCriterion('C4', { group: 'Équipe' }), aCriterion('B', { group: 'Équipe' })],
  })

  it('is added after those of its part, with a code of its own', () => {
    const added = withNewCriterion(draft, { title: 'Plus', group: 'Accueil' })
    expect([codes(added.content), added.rank]).toEqual([['A', 'C5', 'C4', 'B'], 2])
    expect(withNewCriterion(draft, { title: 'Plus', group: 'Suivi' }).rank).toBe(4)
  })

  it('moves by one, never beyond the ends; is removed', () => {
    expect(codes(withMovedCriterion(draft, 3, -1))).toEqual(['A', 'B', 'C4'])
    expect(codes(withMovedCriterion(draft, 1, -1))).toEqual(['A', 'C4', 'B'])
    expect(codes(withMovedCriterion(draft, 3, 1))).toEqual(['A', 'C4', 'B'])
    expect(codes(withMovedCriterion(draft, 9, 1))).toEqual(['A', 'C4', 'B'])
    expect(codes(withoutCriterion(draft, 2))).toEqual(['A', 'B'])
  })
})

describe('a campaign (LAB-22)', () => {
  const days = { opensOn: day('2026-03-01'), closesOn: day('2026-06-17') }

  it('is open from its first day to its last, both included', () => {
    expect(editionStanding(days, day('2026-02-28'))).toBe('to_come')
    expect(editionStanding(days, day('2026-03-01'))).toBe('open')
    expect(editionStanding(days, day('2026-06-17'))).toBe('open')
    expect(editionStanding(days, day('2026-06-18'))).toBe('closed')
  })

  it('suggests the next: a year later, the 29 February being the 28', () => {
    const last = {
      name: 'Label 2028, édition 2028',
      year: 2028,
      opensOn: day('2028-02-29'),
      closesOn: day('2028-06-30'),
    }
    expect(nextEdition(last)).toEqual({
      name: 'Label 2029, édition 2029',
      year: 2029,
      opensOn: day('2029-02-28'),
      closesOn: day('2029-06-30'),
    })
    expect(firstEdition('Label', TODAY)).toEqual({ name: 'Label 2026', year: 2026 })
  })
})

describe('the short name of a label', () => {
  it.each([
    ['EPN Normandie', 'epn-normandie'],
    ['Lieu « Accueillant » & Sœurs', 'lieu-accueillant-soeurs'],
    ['  Été  ', 'ete'],
    ['???', ''],
  ])('%s', (name, code) => {
    expect(codeOf(name)).toBe(code)
  })

  it.each(['', 'accueil', 'suivi', 'a--b', '-a', 'é', 'a.b', 'a'.repeat(41)])('refuses %s', (code) => {
    expect(isSchemeCode(code)).toBe(false)
  })
})
