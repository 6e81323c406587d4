import { describe, expect, it } from 'vitest'
import { isSiret, readRidet, readRna, readSiret, sirenOf } from './organisation-numbers.ts'

describe('a SIRET', () => {
  it.each([
    ['43493312300029', '43493312300029'],
    ['434 933 123 00029', '43493312300029'],
    ['434\u00a0933\u202f123 000 29', '43493312300029'],
    ['05550201700019', '05550201700019'],
  ])('is read from « %s »', (typed, number) => {
    expect(readSiret(typed)).toBe(number)
  })

  it('of La Poste follows the sum of its figures', () => {
    expect(isSiret('35600000000048')).toBe(true)
    expect(isSiret('35600000009075')).toBe(true)
    expect(isSiret('35600000009076')).toBe(false)
  })

  it.each([
    ['43493312300028', 'siret-false'],
    ['4349331230002', 'siret-length'],
    ['434933123', 'siren-for-siret'],
    ['5550201700019', 'siret-zero-lost'],
    ['36750100000000', 'siret-rounded'],
    ['3,67501E+13', 'siret-rounded'],
    ['3.67501e13', 'siret-rounded'],
    ['', 'siret-length'],
    ['SIRET', 'siret-length'],
  ])('« %s » is refused: %s', (typed, refused) => {
    expect(readSiret(typed)).toMatchObject({ refused })
  })

  it('gives its SIREN, and proposes the zero that was lost without putting it', () => {
    expect(sirenOf('43493312300029')).toBe('434933123')
    expect(readSiret('5550201700019')).toMatchObject({ details: { proposal: '05550201700019' } })
  })
})

describe('an RNA', () => {
  it.each([
    ['W142001234', 'W142001234'],
    ['w 142 001234', 'W142001234'],
    ['W9R1000000', 'W9R1000000'],
    ['W2A1000456', 'W2A1000456'],
  ])('is read from « %s »', (typed, number) => {
    expect(readRna(typed)).toBe(number)
  })

  it.each(['142001234', 'W14200123', 'W1420012345', 'X142001234', ''])('« %s » is refused', (typed) => {
    expect(readRna(typed)).toMatchObject({ refused: 'rna-unreadable' })
  })
})

describe('a RIDET', () => {
  it.each([
    ['0123456.001', '0123456.001'],
    ['0123456001', '0123456.001'],
    ['123 456 001', '123456.001'],
  ])('is read from « %s »', (typed, number) => {
    expect(readRidet(typed)).toBe(number)
  })

  it.each(['01234567.001', '12345.001', '0123456', 'A23456.001', ''])('« %s » is refused', (typed) => {
    expect(readRidet(typed)).toMatchObject({ refused: 'ridet-unreadable' })
  })
})
