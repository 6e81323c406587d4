import { describe, expect, it } from 'vitest'
import { CANOPE } from './canope.ts'
import { CINOV_IT } from './cinov-it.ts'
import { absentClauses, differingTerms } from './comparison.ts'
import { NORMANDIE_CONNECTEE } from './normandie-connectee.ts'
import { TERRITOIRES_APPRENANTS } from './territoires-apprenants.ts'
import { VILLES_INTERNET } from './villes-internet.ts'

describe('what a template lacks (AGR-10)', () => {
  it.each([
    [NORMANDIE_CONNECTEE, ['committee']],
    [CANOPE, ['termination', 'data-protection']],
    [TERRITOIRES_APPRENANTS, ['denunciation', 'data-protection', 'renewal']],
    [VILLES_INTERNET, ['termination', 'data-protection']],
    [CINOV_IT, ['termination', 'data-protection']],
  ])('is stated: $id', (template, absent) => {
    expect(absentClauses(template)).toEqual(absent)
  })
})

describe('what differs from another template (AGR-10)', () => {
  it('is told term by term, in words', () => {
    expect(differingTerms(CANOPE.terms, CINOV_IT.terms)).toEqual([
      {
        term: 'renewal',
        here: 'expresse, durée fixée par l’acte',
        there: 'tacite, par périodes d’un an',
      },
    ])
    const terms = differingTerms(NORMANDIE_CONNECTEE.terms, TERRITOIRES_APPRENANTS.terms)
    expect(terms.map(({ term }) => term)).toEqual([
      'renewal',
      'denunciation',
      'formalNotice',
      'labelLoss',
      'committee',
      'lending',
      'placeUpdate',
    ])
    expect(terms[2]).toMatchObject({
      here: 'trente jours après l’envoi, puis une seconde lettre recommandée',
      there: 'trente jours après l’envoi, puis une notification',
    })
  })

  it('is nothing between a template and itself, and an agreement’s own terms are seen', () => {
    expect(differingTerms(CANOPE.terms, CANOPE.terms)).toEqual([])
    expect(differingTerms({ ...CANOPE.terms, initialYears: 5 }, CANOPE.terms)).toEqual([
      { term: 'initialYears', here: 'cinq ans', there: 'trois ans' },
    ])
  })
})
