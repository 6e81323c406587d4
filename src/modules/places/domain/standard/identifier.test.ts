import { describe, expect, it } from 'vitest'
import { isSiret } from '../../../../kernel/organisation-numbers.ts'
import { aRow, checked } from '../testing.ts'
import { checkPivot } from './identifier.ts'

const pivot = (text: string, postalCode = '50000') =>
  checked((findings) => checkPivot(aRow({ pivot: text, code_postal: postalCode }), findings))

describe('SIRET (DIR-5)', () => {
  it.each(['43493312300029', '35600000000048'])('takes %s', (siret) => {
    expect(pivot(siret)).toMatchObject({ value: siret, codes: [] })
  })

  it('takes a site of La Poste by the sum of its figures, and refuses one that passes neither rule', () => {
    expect(isSiret('35600000009075')).toBe(true)
    expect(isSiret('35600000009076')).toBe(false)
  })

  it('leaves a false one empty', () => {
    expect(pivot('43493312300028')).toMatchObject({ value: null, codes: ['siret-false'] })
  })

  it('leaves empty one whose fourteen figures pass the key and not its first nine', () => {
    const passes = (digits: string) => luhn(digits) % 10 === 0
    expect([passes('43493312500016'), passes('434933125')]).toEqual([true, false])
    expect(pivot('43493312500016')).toMatchObject({ value: null, codes: ['siret-false'] })
  })

  it('says that a SIREN is not a SIRET', () => {
    expect(pivot('434933123')).toMatchObject({ value: null, codes: ['siren-for-siret'] })
  })
})

describe('unknown identifier (DIR-6)', () => {
  it.each(['', '00000000000000', '00000000000000.0', 'null', '1', 'N/A'])(
    'reads « %s » as unknown, without a word',
    (text) => {
      expect(pivot(text)).toMatchObject({ value: null, codes: [] })
    },
  )
})

describe('dirty identifiers (DIR-18)', () => {
  it('removes spaces and dots', () => {
    expect(pivot('434 933 123 00029')).toMatchObject({ value: '43493312300029', codes: ['pivot-spaced'] })
  })

  it.each(['36750100000000', '21760400000000', '3,67501E+13', '3.67501e13'])(
    'recognises %s, rounded by a spreadsheet, even when its key is right by chance',
    (text) => {
      expect(pivot(text)).toMatchObject({ value: null, codes: ['siret-rounded'] })
    },
  )

  it('proposes the leading zero of 13 figures, and does not put it by itself', () => {
    const siret = '05550201700019'
    expect(isSiret(siret)).toBe(true)
    expect(pivot(siret.slice(1))).toEqual({ value: null, codes: ['siret-zero-lost'], proposals: [siret] })
  })
})

describe('other registers (DIR-5)', () => {
  it('takes an RNA anywhere, a RIDET in 988, a TAHITI number in 987, and nowhere else', () => {
    expect(pivot('W9R1234567').value).toBe('W9R1234567')
    expect(pivot('0123456.001', '98800').value).toBe('0123456001')
    expect(pivot('A12345001', '98713').value).toBe('A12345001')
    expect(pivot('A12345001').codes).toEqual(['pivot-unreadable'])
  })
})

/** Of the figures, from the right, every second one doubled, written apart from the product's own. */
function luhn(digits: string): number {
  return [...digits]
    .reverse()
    .map((digit, place) => Number(digit) * (place % 2 === 0 ? 1 : 2))
    .reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0)
}
