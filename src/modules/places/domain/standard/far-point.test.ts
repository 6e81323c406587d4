import { describe, expect, it } from 'vitest'
import { type CommuneEntry, indexCommunes } from '../communes.ts'
import { centreFinder } from '../geocoding/centre-of.ts'
import { aRow, reference } from '../testing.ts'
import { validateRow } from './validate-row.ts'

const town = (code: string, nom: string, ...codesPostaux: string[]): CommuneEntry => ({
  ...{ code, nom, type: 'commune-actuelle', codesPostaux },
})
const communes = indexCommunes([
  town('50502', 'Saint-Lô', '50000'),
  town('50001', 'Agneaux', '50000'),
  town('97307', 'Matoury', '97351'),
  town('75056', 'Paris', '75001', '75018'),
  { code: '75118', nom: 'Paris 18e Arrondissement', type: 'arrondissement-municipal', commune: '75056' },
  { code: '50599', nom: 'Sainte-Croix', type: 'commune-associee', chefLieu: '50502' },
  town('05061', 'Gap', '05000'),
])
const centres = {
  '50502': { latitude: 49.1157, longitude: -1.0906 },
  '97307': { latitude: 4.8508, longitude: -52.3246 },
  '75056': { latitude: 48.8534, longitude: 2.3488 },
}
const checkedAgainst = {
  ...{ ...reference, communes },
  centreOf: centreFinder(communes, new Map(Object.entries(centres))),
}

/** As many degrees of latitude as make that many kilometres. */
const northBy = (latitude: number, kilometres: number) => String(latitude + kilometres / 111.195)

function seen(commune: string, code_postal: string, code_insee: string, latitude: string, longitude: string) {
  const row = aRow({ nom: 'Bus', adresse: '1 rue du Port', commune, code_postal, code_insee })
  const { fields, findings } = validateRow({ ...row, latitude, longitude }, checkedAgainst)
  return { point: fields.latitude, codes: findings.map(({ code }) => code), findings }
}

const { '50502': saintLo, '97307': matoury, '75056': paris } = centres

describe('a point far from its commune (DIR-21)', () => {
  it.each([
    ['24 km', 'Saint-Lô', '50000', '50502', northBy(saintLo.latitude, 24), saintLo.longitude],
    ['149 km in Guyane', 'Matoury', '97351', '97307', northBy(matoury.latitude, -149), matoury.longitude],
    ['under 25 km of Paris', 'Paris', '75018', '75118', northBy(paris.latitude, 24), paris.longitude],
    ['of which nobody knows the centre', 'Gap', '05000', '05061', '49.1', -1.09],
  ])('has nothing told of it: %s', (_what, commune, postalCode, insee, latitude, longitude) => {
    expect(seen(commune, postalCode, insee, latitude, String(longitude))).toMatchObject({
      point: Number(latitude),
      codes: [],
    })
  })

  it.each([
    ['26 km', 'Saint-Lô', '50000', '50502', northBy(saintLo.latitude, 26), saintLo.longitude],
    ['151 km in Guyane', 'Matoury', '97351', '97307', northBy(matoury.latitude, -151), matoury.longitude],
    ['over 25 km of an arrondissement', 'Paris', '75018', '75118', northBy(paris.latitude, 26), 2.3488],
    ['26 km of its neighbour, the only one known', 'Agneaux', '50000', '50001', '49.3496', -1.0906],
  ])('is told at %s, and kept', (_what, commune, postalCode, insee, latitude, longitude) => {
    expect(seen(commune, postalCode, insee, latitude, String(longitude))).toMatchObject({
      point: Number(latitude),
      codes: ['point-far'],
    })
  })

  it('says both distances, and quotes what was received', () => {
    const north = northBy(saintLo.latitude, 25.01)
    expect(seen('Saint-Lô', '50000', '50502', north, '-1.0906').findings).toMatchObject([
      {
        ...{ column: 'latitude', value: `${north} -1.0906`, severity: 'remark', proposal: null },
        message: expect.stringMatching(
          /éloigné de la commune.* 26 km du centre de Saint-Lô, pour 25 km au plus/,
        ),
      },
    ])
  })

  it('is measured once the latitude and the longitude are put in order', () => {
    expect(seen('Saint-Lô', '50000', '50502', '-1.0906', '49.1157')).toMatchObject({
      point: 49.1157,
      codes: ['coordinates-swapped'],
    })
    expect(seen('Saint-Lô', '50000', '50502', '-1.0906', '48.1').codes).toEqual([
      'coordinates-swapped',
      'point-far',
    ])
  })

  it('is measured from the present commune of a former one', () => {
    expect(seen('Sainte-Croix', '50000', '50599', '48.1', '-1.0906').codes).toContain('point-far')
  })

  it('is believed where a person placed it', () => {
    const row = aRow({ nom: 'Bus', adresse: '1 rue', commune: 'Saint-Lô', code_postal: '50000' })
    const typed = { ...row, code_insee: '50502', latitude: '48.1', longitude: '-1.09' }
    expect(validateRow(typed, { ...reference, communes }).findings).toEqual([])
  })
})
