import { describe, expect, it } from 'vitest'
import type { Mapping } from '../../domain/mapping/mapping.ts'
import { mappingOf, valuesOf } from './mapping.form.ts'

const HEADER = ['Nom', 'N°', 'Type', 'Voie', 'Point', 'Services', 'Ateliers', 'Wifi gratuit', 'Tél', 'Tél 2']

describe('a mapping that goes through its form (DIR-29)', () => {
  it('comes back the same: parts, joins of three, columns to tick, texts of several services', () => {
    const mapping: Mapping = {
      columns: {
        nom: { kind: 'column', from: ['Nom'] },
        adresse: { kind: 'join', from: ['N°', 'Type', 'Voie'], with: ' ' },
        latitude: { kind: 'part', from: 'Point', part: 'latitude' },
        longitude: { kind: 'part', from: 'Point', part: 'longitude' },
        telephone: { kind: 'column', from: ['Tél', 'Tél 2'] },
        services: {
          kind: 'terms',
          from: ['Services', 'Ateliers'],
          values: {
            wifietcv: 'Accès internet et matériel informatique|Insertion professionnelle via le numérique',
          },
          ticks: { 'Wifi gratuit': 'Accès internet et matériel informatique' },
        },
      },
      isGrouped: false,
    }
    expect(mappingOf(valuesOf(mapping, HEADER), HEADER, null)).toEqual(mapping)
  })

  it('columns to tick are enough for a list, and a tick of another file is nothing', () => {
    const sent = {
      'coche:7': 'services|Accès internet et matériel informatique',
      'coche:99': 'services|x',
      'coche:1': 'x',
    }
    expect(mappingOf(sent, HEADER, null).columns).toEqual({
      services: {
        kind: 'terms',
        from: [],
        values: {},
        ticks: { 'Wifi gratuit': 'Accès internet et matériel informatique' },
      },
    })
  })
})
