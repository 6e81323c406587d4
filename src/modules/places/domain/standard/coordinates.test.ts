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
    ['metres', '6896000.5', '403000', [null, null, 'coordinates-in-metres']],
    ['New York', '40.7', '-74.0', [null, null, 'coordinates-outside']],
    ['words', 'nord', 'ouest', [null, null, 'coordinates-unreadable']],
  ])('%s', (_case, latitude, longitude, expected) => {
    expect(at(latitude, longitude)).toEqual(expected)
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
