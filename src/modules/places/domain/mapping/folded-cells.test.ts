import { describe, expect, it } from 'vitest'
import { unfolding } from './folded-cells.ts'

/** One column, as it is read once unfolded: its names, then its cells. */
function read(...cells: string[]) {
  const rows = cells.map((cell) => [cell])
  const found = unfolding(['c'], rows)
  return found && [found.header, ...rows.map(found.cells)]
}

const json = (value: unknown) => JSON.stringify(value)
const weekdays = {
  nom_jour_debut: 'Lundi',
  nom_jour_fin: 'Vendredi',
  valeur_heure_debut_1: '09:00:00',
  valeur_heure_fin_1: '12:00:00',
  valeur_heure_debut_2: '13:30:00',
  valeur_heure_fin_2: '17:00:00',
  commentaire: '',
}
const saturday = {
  ...weekdays,
  nom_jour_debut: 'Samedi',
  nom_jour_fin: 'Samedi',
  valeur_heure_debut_2: '',
  valeur_heure_fin_2: '',
}

describe('cells that hold lists and objects (DIR-28)', () => {
  it.each<[what: string, cell: string, text: string]>([
    ['a list of texts', json(['a', 'b', 'a']), 'a|b'],
    ['no text', json([]), ''],
    [
      'telephones with what they are',
      json([{ valeur: '01 99', description: 'accueil' }, { valeur: '02 99' }]),
      '01 99|02 99',
    ],
    [
      'a site whose name is not said',
      json([{ libelle: '', valeur: 'https://a.example' }]),
      'https://a.example',
    ],
    ['one value', json({ value: 3 }), '3'],
    ['the hours of a week', json([weekdays, saturday]), 'Mo-Fr 09:00-12:00,13:30-17:00; Sa 09:00-12:00'],
    [
      'names with their codes',
      json([
        { id: 3, name: 'Wifi' },
        { id: 4, name: 'Fablab' },
      ]),
      'Wifi|Fablab',
    ],
    [
      'a morning and an afternoon for each day',
      json([
        { matin: ['09:00', '12:00'], apresMidi: ['14:00', '17:00'] },
        { matin: ['Fermé', 'Fermé'], apresMidi: ['14:00', '17:00'] },
        ...Array.from({ length: 5 }, () => ({ matin: ['Fermé', 'Fermé'], apresMidi: ['Fermé', 'Fermé'] })),
      ]),
      'Mo 09:00-12:00,14:00-17:00; Tu 14:00-17:00',
    ],
    [
      'hours of which a line says none, as the directory of the State does',
      json([
        weekdays,
        { ...saturday, valeur_heure_debut_1: '', valeur_heure_fin_1: '', commentaire: 'Sur rendez-vous' },
      ]),
      'lundi au vendredi 09:00-12:00 et 13:30-17:00\nsamedi (Sur rendez-vous)',
    ],
    [
      'the end written before the beginning, a day that is closed',
      json([
        { closes: '18:00', opens: '09:00', dayOfWeek: 'Monday' },
        { dayOfWeek: 'Tuesday', opens: '00:00', closes: '00:00' },
      ]),
      'Mo 09:00-18:00',
    ],
    [
      'hours and what is said of them',
      json([
        { ...saturday, commentaire: 'sur rendez-vous' },
        { ...weekdays, nom_jour_fin: 'Mardi' },
      ]),
      'samedi 09:00-12:00 (sur rendez-vous)\nlundi, mardi 09:00-12:00 et 13:30-17:00',
    ],
    [
      'the hours of schema.org',
      json([
        {
          '@type': 'OpeningHoursSpecification',
          dayOfWeek: ['Monday', 'https://schema.org/Tuesday'],
          opens: '9:00',
          closes: '18:00',
        },
        { dayOfWeek: 'Sunday', opens: '10:00', closes: '12:00' },
      ]),
      'Mo,Tu 09:00-18:00; Su 10:00-12:00',
    ],
  ])('%s', (_what, cell, text) => expect(read(cell, '')).toEqual([['c'], [text], ['']]))

  it('an object has a column for each of its fields; of several objects, the first is told', () => {
    const one = { numero_voie: '5 rue Haute', code_postal: '50999', sites: ['a', 'b'], more: { a: 1 } }
    const other = { numero_voie: 'BP 12', cedex: 'oui' }
    expect(read(json([one, other]), json([]), json(other), 'à la mairie')).toBeNull()
    expect(read(json([one, other]), json([]), json(other))).toEqual([
      ['c.numero_voie', 'c.code_postal', 'c.sites', 'c.more.a', 'c.cedex'],
      ['5 rue Haute', '50999', 'a|b', '1', ''],
      ['', '', '', '', ''],
      ['BP 12', '', '', '', 'oui'],
    ])
  })

  it.each([
    ['texts', '[sic] un mot', '{entre accolades}'],
    ['a text beside a list', json(['a']), 'b'],
    ['a geometry', json({ type: 'Point', coordinates: [1.4, 43.6] }), ''],
    ['what holds a geometry', json({ at: { type: 'Point', coordinates: [1.4, 43.6] } }), ''],
    ['nothing', '', ' '],
    ['an object without end', '{"a": 1', '{"a": 2'],
    ['a document', json(Object.fromEntries(Array.from({ length: 41 }, (_, rank) => [`f${rank}`, 1]))), ''],
  ])('%s stay as they are', (_what, one, other) => expect(read(one, other)).toBeNull())

  it('a cell that is written otherwise further down is not lost', () => {
    const found = unfolding(['nom', 'adresse'], [['A', json({ rue: 'Haute', cp: '50999' })]])
    expect(found?.cells(['B', '5 rue Basse'])).toEqual(['B', '5 rue Basse', ''])
    expect(found?.cells(['C'])).toEqual(['C', '', ''])
  })

  it('hours that nobody understands are left whole', () => {
    const cell = json([{ lundi: 'oui' }, { mardi: 'non' }])
    expect(unfolding(['Horaires'], [[cell]])).toBeNull()
    const week = json({ lundi: '9h-12h', mardi: 'fermé' })
    expect(unfolding(['Horaires'], [[week]])?.header).toEqual(['Horaires.lundi', 'Horaires.mardi'])
    expect(unfolding(['Jours'], [[cell]])?.header).toEqual(['Jours.lundi', 'Jours.mardi'])
  })

  it('hours that are none are an object like another', () => {
    const inFrench = { jour: 'lundi', debut: '9h', fin: '12h' }
    expect(read(json([inFrench]))).toEqual([
      ['c.jour', 'c.debut', 'c.fin'],
      ['lundi', '9h', '12h'],
    ])
    const never = { nom_jour_debut: 'Jamais', valeur_heure_debut_1: '09:00', valeur_heure_fin_1: '12:00' }
    expect(read(json([never]))).toEqual([
      ['c.nom_jour_debut', 'c.valeur_heure_debut_1', 'c.valeur_heure_fin_1'],
      ['Jamais', '09:00', '12:00'],
    ])
  })
})
