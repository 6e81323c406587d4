import { describe, expect, it } from 'vitest'
import { checkLocality } from '../domain/standard/location.ts'
import { aRow, checked } from '../domain/testing.ts'
import { loadCommunes } from './communes.ts'

/** What the whole official code says of a commune, a postal code and an INSEE code. */
function where(commune: string, code_postal: string, code_insee = '') {
  return checked((findings) =>
    checkLocality(aRow({ commune, code_postal, code_insee }), loadCommunes(), findings),
  )
}

describe('communes of the official code (DIR-20, scenario 6)', () => {
  it.each([
    ['Lyon', '69003', '69123'],
    ['Lyon', '69001', '69381'],
    ['Lyon 3e Arrondissement', '69003', '69383'],
    ['Paris', '75018', '75056'],
    ['PARIS 18', '75018', '75118'],
    ['MARSEILLE 11', '13011', '13055'],
    ['Ajaccio', '20000', '2A004'],
    ['Bastia', '20200', '2B033'],
    ['St-Denis', '97400', '97411'],
    ['L’Haÿ-les-Roses', '94240', '94038'],
  ])('%s, %s and %s agree', (commune, postalCode, inseeCode) => {
    expect(where(commune, postalCode, inseeCode)).toMatchObject({
      value: { postalCode, inseeCode },
      codes: [],
    })
  })

  it.each([
    // Part of another now; the name of before; Corsica when it was one.
    ['Équeurdreville-Hainneville', '50120', '50173', '50129'],
    ['Cherbourg-Octeville', '50100', '50129', '50129'],
    ['Ajaccio', '20000', '20004', '2A004'],
    ['Bastia', '20200', '20033', '2B033'],
    ['Chartres Cedex', '28028', '', '28085'],
  ])('%s, %s, %s is today %s', (commune, postalCode, given, present) => {
    expect(where(commune, postalCode, given).value.inseeCode).toBe(present)
  })

  it('a CEDEX code gives way to that of the commune, and its mention is kept (DIR-19)', () => {
    expect(where('Chartres Cedex', '28028').value).toMatchObject({ postalCode: '28000', cedex: 'Cedex' })
  })

  it('a postal code may serve communes of two départements: the pair is judged, not its first figures', () => {
    expect(where('Claret', '05110', '04058')).toMatchObject({ value: { inseeCode: '04058' }, codes: [] })
    expect(where('Claret', '05110')).toMatchObject({
      value: { inseeCode: '04058' },
      codes: ['insee-deduced'],
    })
    expect(where('Gap', '05110', '05061').codes).not.toEqual([])
  })
})
