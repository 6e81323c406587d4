import { describe, expect, it } from 'vitest'
import { aRow, checked } from '../testing.ts'
import { checkCoordinates } from './coordinates.ts'

const at = (latitude: string, longitude: string, postalCode: string | null = '50000') => {
  const { value, codes } = checked((findings) =>
    checkCoordinates(aRow({ latitude, longitude }), postalCode, findings),
  )
  return [value.latitude, value.longitude, ...codes]
}

describe('coordinates (DIR-21)', () => {
  it.each([
    ['plain degrees', '49.1156', '-1.0906', [49.1156, -1.0906]],
    ['a decimal comma', '49,1156', '-1,0906', [49.1156, -1.0906, 'coordinates-rewritten']],
    ['degrees, minutes, seconds', `49°06'56"N`, `1°05'26"O`, [49.115556, -1.090556, 'coordinates-rewritten']],
    ['degrees and minutes', `49° 06.93' N`, `1° 5.43' W`, [49.1155, -1.0905, 'coordinates-rewritten']],
    ['exchanged columns', '-1.0906', '49.1156', [49.1156, -1.0906, 'coordinates-swapped']],
    ['nothing at all', '', '', [null, null]],
    ['0/0', '0', '0.0', [null, null, 'coordinates-absent']],
    ['1/1', '1', '1', [null, null, 'coordinates-absent']],
    ['one alone', '49.1', '', [null, null, 'coordinate-alone']],
    ['metres of nowhere', '12', '9900000', [null, null, 'coordinates-in-metres']],
    ['New York', '40.7', '-74.0', [null, null, 'coordinates-outside']],
    ['words', 'nord', 'ouest', [null, null, 'coordinates-unreadable']],
  ])('%s', (_case, latitude, longitude, expected) => {
    expect(at(latitude, longitude)).toEqual(expected)
  })

  it.each([
    ['Lambert-93', '6862271.7', '648237.3', '75007', [48.8584, 2.2945]],
    ['Lambert-93, exchanged', '648237.3', '6862271.7', '75007', [48.8584, 2.2945]],
    ['Lambert-93, without a postal code', '6862271.7', '648237.3', null, [48.8584, 2.2945]],
    ['the origin of a conic of one zone', '8200000', '1700000', '75001', [49, 3]],
    ['the origin of the Caledonian conic', '300000', '400000', '98800', [-21.5, 166]],
  ])(
    '%s: metres are brought to degrees, within a metre',
    (_case, latitude, longitude, postalCode, expected) => {
      const [north, east, ...codes] = at(latitude, longitude, postalCode)
      expect(Math.abs(Number(north) - Number(expected[0]))).toBeLessThan(1e-5)
      expect(Math.abs(Number(east) - Number(expected[1]))).toBeLessThan(1e-5)
      expect(codes).toEqual(['coordinates-projected'])
    },
  )

  it('a point written in UTM 40 south lands on La Réunion (scenario 7)', () => {
    expect(at('7690500', '338542', '97400')).toEqual([
      expect.closeTo(-20.87868, 4),
      expect.closeTo(55.44785, 4),
      'coordinates-projected',
    ])
    expect(at('7690500', '338542', '50000')).toEqual([null, null, 'coordinates-in-metres'])
  })

  it('knows every French territory', () => {
    expect(at('-20.88', '55.45', '97400')).toEqual([-20.88, 55.45])
    expect(at('55.45', '-20.88', '97400')).toEqual([-20.88, 55.45, 'coordinates-swapped'])
    expect(at('-22.27', '166.45', '98800')).toEqual([-22.27, 166.45])
    expect(at('18.07', '-63.08', '97150')).toEqual([18.07, -63.08])
  })

  it('refuses a point in another territory than the postal code', () => {
    expect(at('48.85', '2.35', '97400')).toEqual([null, null, 'coordinates-elsewhere'])
  })
})
