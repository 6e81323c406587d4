import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../../../platform/root.ts'
import { aGoodRow, reference } from '../testing.ts'
import * as vocabulary from '../vocabulary.ts'
import { fromFields, placesOfColumns, toStandardRow } from './standard.ts'
import { standardColumns } from './standard-columns.ts'
import { validateRow } from './validate-row.ts'

const schemaFile = join(root, '../shared/data/places/schema-standard-1.0.2.json')
const absent = !existsSync(schemaFile) && process.env.CI !== 'true'

describe('the standard (§2)', () => {
  it('gives back what it was given: a conforming row makes the same row', () => {
    const row = aGoodRow({
      pivot: '43493312300029',
      latitude: '44.5594',
      longitude: '6.0786',
      telephone: '+33492000000',
      courriels: 'contact@lieu.fr|accueil@lieu.fr',
      site_web: 'https://lieu.fr',
      horaires: 'Mo-Fr 09:00-12:00',
      itinerance: 'Itinérant|Fixe',
      services: vocabulary.services.map((term) => term.standard).join('|'),
      publics_specifiquement_adresses: vocabulary.publics.map((term) => term.standard).join('|'),
      prise_en_charge_specifique: vocabulary.specialCare.map((term) => term.standard).join('|'),
      frais_a_charge: 'Gratuit sous condition|Payant',
      dispositif_programmes_nationaux: vocabulary.programmes.map((term) => term.standard).join('|'),
      formations_labels: vocabulary.trainings.map((term) => term.standard).join('|'),
      autres_formations_labels: 'EPN Normandie',
      modalites_acces: vocabulary.accessModes.map((term) => term.standard).join('|'),
      modalites_accompagnement: vocabulary.supportModes.map((term) => term.standard).join('|'),
    })
    const { fields, findings } = validateRow(row, reference)
    expect(findings).toEqual([])
    expect(fromFields(row.id, fields)).toEqual(row)
  })

  it('exports an unknown identifier as 14 zeros (DIR-6), and no short number (DIR-22)', () => {
    const { fields } = validateRow(aGoodRow({ pivot: '', telephone: '3646' }), reference)
    expect(fromFields('x', fields)).toMatchObject({ pivot: '00000000000000', telephone: '' })
  })

  it('finds columns in any order and case', () => {
    const places = placesOfColumns(['Code postal', 'NOM', 'Adresse', 'commune', 'inconnue'])
    expect(toStandardRow(['05000', 'Lieu', '1 rue', 'Gap'], places)).toMatchObject({
      nom: 'Lieu',
      code_postal: '05000',
      commune: 'Gap',
      telephone: '',
    })
  })

  it.skipIf(absent)('has the columns and the closed lists of the official schema (DIR-12, DIR-13)', () => {
    const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as {
      fields: { name: string; constraints?: { pattern?: string } }[]
    }
    expect(schema.fields.map((field) => field.name)).toEqual([...standardColumns])
    const lists = {
      services: vocabulary.services,
      publics_specifiquement_adresses: vocabulary.publics,
      prise_en_charge_specifique: vocabulary.specialCare,
      frais_a_charge: vocabulary.fees,
      dispositif_programmes_nationaux: vocabulary.programmes,
      formations_labels: vocabulary.trainings,
      modalites_acces: vocabulary.accessModes,
      modalites_accompagnement: vocabulary.supportModes,
      itinerance: vocabulary.itinerance,
    }
    for (const [name, terms] of Object.entries(lists)) {
      const pattern = schema.fields.find((field) => field.name === name)?.constraints?.pattern ?? ''
      const values = /\((?!\?)(.*)\)\)\+\$$/
        .exec(pattern)?.[1]
        ?.split('|')
        .map((value) => value.replace(/\\/g, ''))
      expect(terms.map((term) => term.standard)).toEqual(values)
    }
  })
})
