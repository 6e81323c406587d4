import { describe, expect, it } from 'vitest'
import { type Compared, coreName, likeness, similarity, WORTH_SHOWING } from './organisation-likeness.ts'

const blank: Compared = { name: '', kind: 'association', siret: null, rna: null, ridet: null, commune: '' }
const one = (change: Partial<Compared>): Compared => ({ ...blank, ...change })
const shown = (typed: Partial<Compared>, known: Partial<Compared>) =>
  likeness(one(typed), one(known)).score >= WORTH_SHOWING

describe('two organisations that look alike', () => {
  it.each<[string, Partial<Compared>, Partial<Compared>]>([
    [
      'commune',
      { name: 'Commune de Valmer', kind: 'commune' },
      { name: 'Mairie de Valmer', kind: 'commune' },
    ],
    [
      'commune and its town',
      { name: 'VALMER', kind: 'commune' },
      { name: 'Ville de Valmer', kind: 'commune' },
    ],
    ['accents and case', { name: 'LES ATELIERS DU QUAI' }, { name: 'Les Ateliers du quai' }],
    ['association', { name: 'Association Clics et Marées' }, { name: 'Clics et marees' }],
    ['a letter wrong', { name: 'Pays d’Auge solidaire' }, { name: 'Pays d’Auges solidaire' }],
    [
      'the same SIREN',
      { name: 'Siège', siret: '43493312300029' },
      { name: 'Antenne', siret: '43493312300011' },
    ],
    ['the same RNA', { name: 'A', rna: 'W142001234' }, { name: 'B', rna: 'W142001234' }],
    [
      'a name nearly close in the same commune',
      { name: 'Maison numérique', commune: 'Honfleur' },
      { name: 'La maison du numérique', commune: 'honfleur' },
    ],
  ])('%s: are proposed', (_what, typed, known) => {
    expect(shown(typed, known)).toBe(true)
  })

  it.each<[string, Partial<Compared>, Partial<Compared>]>([
    [
      'other names',
      { name: 'Commune de Valmer', kind: 'commune' },
      { name: 'Commune de Honfleur', kind: 'commune' },
    ],
    ['a commune alone', { name: 'Clics', commune: 'Caen' }, { name: 'Les Ateliers', commune: 'Caen' }],
    [
      'two companies that say so',
      { name: 'Clics et Marées', siret: '43493312300029' },
      { name: 'Clics et Marée', siret: '05550201700019' },
    ],
    ['no number on either side', { name: 'Alpha' }, { name: 'Oméga' }],
  ])('%s: are not', (_what, typed, known) => {
    expect(shown(typed, known)).toBe(false)
  })

  it('says why, with the figure', () => {
    const found = likeness(
      one({ name: 'Commune de Valmer', kind: 'commune', siret: '43493312300029', commune: 'Valmer' }),
      one({ name: 'Mairie de Valmer', kind: 'commune', siret: '43493312300011', commune: 'Valmer' }),
    )
    expect(found).toEqual({ score: 1, nameScore: 1, reasons: ['same-siren', 'close-name', 'same-commune'] })
  })

  it('weighs the kind when only the legal form tells them apart', () => {
    const commune = one({ name: 'Commune de Honfleur', kind: 'commune' })
    const association = one({ name: 'Association de Honfleur', kind: 'association' })
    expect(likeness(commune, association).score).toBeLessThan(likeness(commune, commune).score)
  })
})

describe('a name without its legal form', () => {
  it.each([
    ['Commune de Valmer', 'valmer'],
    ['Association « Clics & Marées » (loi 1901)', 'clics marees'],
    ['Mairie', 'mairie'],
    ['Communauté de communes du Cœur de Nacre', 'coeur nacre'],
  ])('%s → %s', (name, core) => {
    expect(coreName(name)).toBe(core)
  })
})

describe('trigrams', () => {
  it.each([
    ['valmer', 'valmer', 1],
    ['valmer', '', 0],
    ['', '', 0],
    // As `select similarity('valmer', 'valmar')` says: 4 common among 10.
    ['valmer', 'valmar', 0.4],
  ])('%j and %j: %d', (first, second, score) => {
    expect(similarity(first, second)).toBeCloseTo(score, 5)
  })
})
