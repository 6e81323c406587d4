import { describe, expect, it } from 'vitest'
import { aRow, checked, communes } from '../testing.ts'
import { checkLocality } from './location.ts'
import type { StandardRow } from './standard-columns.ts'

const where = (commune: string, code_postal: string, code_insee = '') => {
  const row: StandardRow = aRow({ commune, code_postal, code_insee })
  return checked((findings) => checkLocality(row, communes, findings))
}

describe('agreement of name, postal code and INSEE code (DIR-20)', () => {
  it.each([
    ['MARSEILLE 11', '13011', '13055'],
    ['Marseille 11e Arrondissement', '13011', '13211'],
    ['Paris', '75018', '75118'],
    ['St-Lo', '50000', '50502'],
    ['SAINT LÔ', '50000', '50502'],
    ['Équeurdreville-Hainneville', '50120', '50129'],
  ])('finds %s, %s, %s coherent', (commune, postalCode, insee) => {
    expect(where(commune, postalCode, insee)).toMatchObject({
      value: { commune, postalCode, inseeCode: insee },
      codes: [],
    })
  })

  it('brings a merged or delegated commune to the present one', () => {
    expect(where('Équeurdreville-Hainneville', '50120', '50173')).toMatchObject({
      value: { inseeCode: '50129' },
      codes: ['commune-merged'],
    })
    expect(where('Cherbourg-en-Cotentin', '50100', '50383').value.inseeCode).toBe('50129')
  })

  it('deduces a missing INSEE code, and a missing name', () => {
    expect(where('St Lô', '50000')).toMatchObject({ value: { inseeCode: '50502' }, codes: ['insee-deduced'] })
    expect(where('', '50000', '50502')).toMatchObject({
      value: { commune: 'Saint-Lô' },
      codes: ['commune-deduced'],
    })
  })

  it('drops an INSEE code that name and postal code both deny', () => {
    expect(where('Arras', '62000', '63144')).toMatchObject({
      value: { inseeCode: null },
      codes: ['insee-elsewhere'],
      proposals: ['62041'],
    })
  })

  it('only remarks a single disagreement', () => {
    expect(where('Bourgade', '50000', '50502').codes).toEqual(['commune-elsewhere'])
    expect(where('Saint-Lô', '50120', '50502').codes).toEqual(['postal-code-elsewhere'])
  })
})

describe('lost zeros and odd codes (DIR-19)', () => {
  it('restores a lost zero that the commune confirms', () => {
    expect(where('Ambérieu-en-Bugey', '1500', '1004')).toMatchObject({
      value: { postalCode: '01500', inseeCode: '01004' },
      codes: ['insee-repaired', 'postal-code-zero-lost'],
    })
  })

  it('only proposes it otherwise', () => {
    expect(where('Hameau perdu', '1500')).toMatchObject({
      value: { postalCode: null },
      codes: ['postal-code-unreadable', 'commune-unknown'],
      proposals: ['01500', null],
    })
  })

  it('reads 20xxx as the half of Corsica that the postal code tells', () => {
    expect(where('Ajaccio', '20000', '20004').value.inseeCode).toBe('2A004')
    expect(where('Bastia', '20200', '20033').value.inseeCode).toBe('2B033')
  })

  it.each(['Chartres (28)', 'Chartres (28000)', 'Chartres ( 28 )'])(
    'takes the code beside the name apart: « %s »',
    (said) => {
      expect(where(said, '28000')).toMatchObject({ value: { commune: 'Chartres', inseeCode: '28085' } })
    },
  )

  it('replaces a CEDEX code by that of the commune, and keeps the mention', () => {
    expect(where('Chartres Cedex', '28028')).toMatchObject({
      value: { commune: 'Chartres', postalCode: '28000', inseeCode: '28085', cedex: 'Cedex' },
      codes: ['postal-code-cedex', 'insee-deduced'],
    })
  })

  it('empties « 0null » and the like', () => {
    expect(where('Gap', '05000', '0null')).toMatchObject({
      value: { inseeCode: '05061' },
      codes: ['insee-unknown', 'insee-deduced'],
    })
    expect(where('Gap', 'BP 12').codes).toContain('postal-code-unreadable')
  })
})
