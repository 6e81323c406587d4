import { describe, expect, it } from 'vitest'
import { groundsNamed } from './ground-named.ts'

const OWN = [{ slug: 'pays-d-auge', name: 'Pays d’Auge' }]

describe('a part of France by its name or its code (DIR-63, DIR-85)', () => {
  it.each([
    ['departement-50', ['departement 50']],
    ['commune-50502', ['commune 50502']],
    ['Manche', ['departement 50']],
    ['normandie', ['region 28']],
    ['Saint-Lô', ['commune 50502']],
    ['st lo', ['commune 50502']],
    ['pays d auge', ['territoire pays-d-auge']],
    ['territoire-pays-d-auge', ['territoire pays-d-auge']],
    ['Paris', ['departement 75', 'commune 75056']],
    ['departement-999', []],
    ['territoire-nulle-part', []],
    ['', []],
  ])('« %s »', (text, expected) =>
    expect(groundsNamed(text, OWN).map(({ kind, code }) => `${kind} ${code}`)).toEqual(expected),
  )

  it('finds an EPCI by its name', () =>
    expect(groundsNamed('CA du Cotentin', OWN).map(({ kind }) => kind)).toEqual(['epci']))
})
