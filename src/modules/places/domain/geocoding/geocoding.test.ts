import { describe, expect, it } from 'vitest'
import { indexCommunes } from '../communes.ts'
import { centresFile, readCentres } from './centres-file.ts'
import { communeCentres } from './commune-centres.ts'
import { askedAddress, bestOf, fateOf, pauseSeconds } from './judge-answer.ts'
import { knownTowns } from './known-towns.ts'
import { readOfficialCentres } from './official-centres.ts'

const entry = (code: string, nom: string, more = {}) => ({ code, nom, type: 'commune-actuelle', ...more })
const entries = [
  entry('50502', 'Saint-Lô', { codesPostaux: ['50000'] }),
  entry('50129', 'Cherbourg-en-Cotentin', { anciensCodes: ['50173'] }),
  entry('97701', 'Saint-Barthélemy'),
  entry('98735', 'Papeete'),
  entry('98731', 'Nuku-Hiva'),
  entry('98814', 'Lifou'),
]

function town(
  name: string,
  [latitude, longitude]: [number, number],
  { country = 'FR', kind = 'PPL', codes = ['', '', '', ''], population = 100 } = {},
): string {
  return [
    ...['1', name, name, '', latitude, longitude, 'P', kind, country, '', ...codes, population],
    ...['', '0', 'Europe/Paris', '2024-01-01'],
  ].join('\t')
}
const coded = (code: string) => ({ codes: ['28', '50', '502', code] })

describe('the centre of a commune (DIR-54)', () => {
  it('is the settlement that bears its name, else the largest', () => {
    const known = knownTowns(
      [
        town('La Ferronnière', [49.2, -1.2], { ...coded('50502'), population: 90_000 }),
        town('Saint-Lo', [49.1157, -1.0906], coded('50502')),
        town('Octeville', [49.62, -1.64], coded('50129')),
        town('Équeurdreville', [49.65, -1.65], { ...coded('50173'), population: 9000 }),
      ],
      entries,
    )
    expect(known.get('50502')).toEqual({ latitude: 49.1157, longitude: -1.0906 })
    expect(known.get('50129')).toEqual({ latitude: 49.65, longitude: -1.65 })
  })

  it.each([
    [
      'one community, whatever the settlement',
      town('Gustavia', [17.896, -62.85], { country: 'BL' }),
      '97701',
    ],
    ['the name, where no code is told', town('Papeete', [-17.53, -149.57], { country: 'PF' }), '98735'],
    ['its main village', town('Taiohae', [-8.91, -140.1], { country: 'PF' }), '98731'],
    [
      'a code of another level',
      town('Wé', [-20.9, 167.26], { country: 'NC', codes: ['03', '98814', '', ''] }),
      '98814',
    ],
  ])('overseas, is known by %s', (_how, line, code) => {
    expect([...knownTowns([line], entries).keys()]).toEqual([code])
  })

  it.each([
    ['a quarter', town('Saint-Lo', [49.1, -1.1], { ...coded('50502'), kind: 'PPLX' })],
    ['a town abroad', town('Papeete', [45, 4], { country: 'CH' })],
    ['a point that is nowhere in France', town('Saint-Lo', [0, 0], coded('50502'))],
    ['a code that nobody bears', town('Ailleurs', [49, -1], coded('50999'))],
  ])('is not told by %s', (_what, line) => {
    expect(knownTowns([line], entries).size).toBe(0)
  })

  it('is the mean of its neighbours by postal code, then by EPCI, weighted by inhabitants', () => {
    const near = (code: string, postalCodes: string[], epci: string | null, population: number) => ({
      ...{ code, postalCodes, epci, population },
    })
    const centres = communeCentres(
      [
        near('1', ['50000'], 'a', 300),
        near('2', ['50000'], 'a', 100),
        near('3', ['50000'], 'b', 1),
        near('4', ['50001'], 'a', 1),
        near('5', ['50002'], null, 1),
      ],
      new Map([
        ['1', { latitude: 40, longitude: 0 }],
        ['2', { latitude: 44, longitude: 4 }],
      ]),
    )
    expect(centres.get('1')?.basis).toBe('known')
    expect(centres.get('3')).toEqual({ latitude: 41, longitude: 1, basis: 'postal' })
    expect(centres.get('4')).toEqual({ latitude: 41, longitude: 1, basis: 'epci' })
    expect(centres.has('5')).toBe(false)
  })

  it('is written to eleven metres, and read back', () => {
    const text = centresFile([town('Saint-Lo', [49.115_68, -1.090_58], coded('50502'))], entries)
    expect(text).toBe('50502;49.1157;-1.0906\n')
    expect(readCentres(text).get('50502')).toEqual({ latitude: 49.1157, longitude: -1.0906 })
  })
})

describe('an official file of centres (DIR-54)', () => {
  const communes = indexCommunes(entries)

  it.each([
    ['commas', 'code_insee,nom,latitude,longitude\n50502,Saint-Lô,49.1,-1.1'],
    ['semicolons and decimal commas', '\uFEFFCode INSEE;Latitude;Longitude\r\n"50502";49,1;-1,1\r\n'],
    ['tabs', 'code\tlat\tlon\n50502\t49.1\t-1.1'],
  ])('is read with %s', (_how, text) => {
    expect(readOfficialCentres(text, communes)).toEqual({
      points: new Map([['50502', { latitude: 49.1, longitude: -1.1 }]]),
      leftOut: [],
    })
  })

  it('says which lines it leaves out: a former code, a point abroad, an empty cell', () => {
    const text = 'code,lat,lon\n50173,49.6,-1.6\n50129,0,0\n50502,,\n50502,49.1,-1.1'
    expect(readOfficialCentres(text, communes)).toMatchObject({ leftOut: [2, 3, 4] })
  })

  it.each([
    ['a column is missing', 'code,lat\n50502,49.1', 'centres-columns-missing'],
    ['no line is of use', 'code,lat,lon\n99999,1,1', 'centres-empty'],
    ['it is empty', '', 'centres-columns-missing'],
  ])('is refused when %s', (_why, text, refused) => {
    expect(readOfficialCentres(text, communes)).toMatchObject({ refused })
  })
})

describe('what a service of addresses answers (DIR-56)', () => {
  const point = { latitude: 49.11, longitude: -1.09, label: '8 rue du Port' }
  const same = (code: string) => (code === '50173' ? '50129' : code)

  it.each([
    ['sure, in the commune', { score: 90, inseeCode: '50502', isStreet: true }, '50502', 'write'],
    [
      'sure, in a commune merged into it',
      { score: 90, inseeCode: '50173', isStreet: true },
      '50129',
      'write',
    ],
    ['sure, elsewhere', { score: 95, inseeCode: '50129', isStreet: true }, '50502', 'propose'],
    ['hesitant', { score: 55, inseeCode: '50502', isStreet: true }, '50502', 'propose'],
    ['sure, where no commune is known', { score: 95, inseeCode: '50502', isStreet: true }, null, 'propose'],
    ['of another thing', { score: 20, inseeCode: '50502', isStreet: true }, '50502', 'leave'],
    ['only the commune', { score: 99, inseeCode: '50502', isStreet: false }, '50502', 'leave'],
  ])('%s', (_what, answer, inseeCode, fate) => {
    expect(fateOf({ ...point, ...answer }, { inseeCode }, same)).toBe(fate)
  })

  it('is read longitude first, and left when it lies outside France', () => {
    const feature = (coordinates: [number, number]) => ({
      geometry: { coordinates },
      properties: { label: '8 rue du Port', score: 0.914, type: 'housenumber', citycode: '50502' },
    })
    expect(bestOf({ features: [feature([-1.09, 49.11])] })).toMatchObject({
      latitude: 49.11,
      score: 91,
      isStreet: true,
    })
    expect(bestOf({ features: [feature([10.75, 59.91])] })).toBeNull()
    expect(bestOf({ features: [] })).toBeNull()
  })

  it('is asked once for two writings of one address', () => {
    const place = { address: '8, rue du Port', postalCode: '50000', commune: 'Saint-Lô', inseeCode: '50502' }
    expect(askedAddress(place)).toBe(
      askedAddress({ ...place, address: '8 RUE DU PORT', commune: 'saint lo' }),
    )
    expect(askedAddress(place)).not.toBe(askedAddress({ ...place, inseeCode: null }))
  })

  it.each([
    [1, 300],
    [2, 600],
    [5, 4800],
    [30, 86_400],
  ])('after %i failures is left alone for %i seconds', (failures, seconds) => {
    expect(pauseSeconds(failures)).toBe(seconds)
  })
})
