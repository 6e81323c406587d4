import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressPart } from './address-parts.ts'
import { applyMapping } from './apply-mapping.ts'
import { hoursOfDays } from './day-hours.ts'
import { formerTerm, isTermColumn, TERMS } from './former-terms.ts'
import { guessedTerm } from './keywords.ts'
import { columnsRead, type Mapping, type SourceRow } from './mapping.ts'
import { proposeMapping } from './propose-mapping.ts'

/** The proposal made of these rows, and the first of them as it reads it. */
function read(...rows: SourceRow[]) {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const mapping = proposeMapping(header, rows)
  return { mapping, ...applyMapping(mapping, rows[0] ?? {}) }
}

describe('what a file seems to say (DIR-29)', () => {
  it('the headings of the field are known, in capitals, with accents or dashes', () => {
    const { row } = read({
      'Nom du lieu': 'Espace des Grèves',
      'CODE-POSTAL': '50999',
      Ville: 'Valmer',
      'Adresse postale': '3 quai Nord',
      Téléphone: '01 99 00 00 00',
      'E-mail': 'accueil@greves.example',
      'Site internet': 'greves.example',
      'Dernière MAJ': '17/06/2026',
    })
    expect(row).toMatchObject({
      nom: 'Espace des Grèves',
      code_postal: '50999',
      commune: 'Valmer',
      adresse: '3 quai Nord',
      telephone: '01 99 00 00 00',
      courriels: 'accueil@greves.example',
      site_web: 'greves.example',
      date_maj: '17/06/2026',
    })
  })

  it('one cell holds the whole address, or its number stands apart', () => {
    const whole = read({ Lieu: 'A', 'Adresse postale': '8 rue Haute - 50999 Valmer' })
    expect(whole.row).toMatchObject({ adresse: '8 rue Haute', code_postal: '50999', commune: 'Valmer' })
    const apart = read({ nom: 'A', adresse_numero: '8', adresse_rue: 'rue Haute', cp: '50999' })
    expect(apart.row).toMatchObject({ adresse: '8 rue Haute', code_postal: '50999' })
  })

  it('X may be the latitude: the values say it', () => {
    const swapped = read({ nom: 'A', 'Coord. X': '44.83', 'Coord. Y': '-0.58' })
    expect(swapped.row).toMatchObject({ latitude: '44.83', longitude: '-0.58' })
    const straight = read({ nom: 'A', X: '-0.58', Y: '44.83' })
    expect(straight.row).toMatchObject({ latitude: '44.83', longitude: '-0.58' })
  })

  it('a column per day makes the hours', () => {
    const { row } = read({
      nom: 'A',
      h_lundi: '09:00 - 12:00 / 13:30 - 17:00',
      h_mardi: '9h-12h',
      h_mercredi: '9h - 12h',
    })
    expect(row.horaires).toBe('Mo 09:00-12:00,13:30-17:00; Tu,We 09:00-12:00')
  })

  it('a column that is empty everywhere is no column, one whose words mean nothing is no list', () => {
    const { mapping } = read({ nom: 'A', commune: '', labellisation: 'Espace labellisé 01/01/2020' })
    expect(Object.keys(mapping.columns)).toEqual(['nom'])
    expect([...columnsRead(mapping)]).toEqual(['nom'])
  })

  it('a row per service is seen: a fifth of the rows repeat another', () => {
    const row = (nom: string, service: string) => ({ nom, adresse: '1 rue A', cp: '50999', service })
    const rows = [
      row('A', 'Accéder à du matériel'),
      row('A', 'Créer avec le numérique'),
      row('B', 'Créer avec le numérique'),
    ]
    expect(read(...rows).mapping.isGrouped).toBe(true)
    expect(read(rows[0] ?? {}, rows[2] ?? {}).mapping.isGrouped).toBe(false)
  })

  it('words it does not know are guessed by what they speak of, and shown', () => {
    const { mapping, row } = read({
      nom: 'A',
      services: 'Etre initié aux outils numériques / Activités récréatives',
    })
    expect(mapping.columns.services).toMatchObject({
      values: { etreinitieauxoutilsnumeriques: 'Maîtrise des outils numériques du quotidien' },
    })
    expect(row.services).toBe('Maîtrise des outils numériques du quotidien|Loisirs et créations numériques')
  })

  it('a word of a list is misspelt', () => {
    expect(guessedTerm('prise_en_charge_specifique', 'Déficiance visuelle')).toBe('Déficience visuelle')
  })
})

describe('words of before 1.0 (DIR-15)', () => {
  it.each([
    ['services', 'Prendre en main un ordinateur', 'Maîtrise des outils numériques du quotidien'],
    [
      'services',
      'numerique--prendre-en-main-un-smartphone-ou-une-tablette',
      'Maîtrise des outils numériques du quotidien',
    ],
    ['services', 'numerique', ''],
    [
      'services',
      'S’équiper en matériel informatique',
      'Acquisition de matériel informatique à prix solidaire',
    ],
    [
      'services',
      "S'EQUIPER EN MATERIEL INFORMATIQUE.",
      'Acquisition de matériel informatique à prix solidaire',
    ],
    ['frais_a_charge', 'Gratuit : Je peux accéder gratuitement au lieu et à ses services', 'Gratuit'],
    ['frais_a_charge', 'Adhésion : L’accès au lieu nécessite d’y adhérer', 'Payant'],
    ['dispositif_programmes_nationaux', 'CNFS', 'Conseillers numériques'],
    ['dispositif_programmes_nationaux', 'France Services', 'France Services'],
    ['formations_labels', 'Étapes numériques (La Poste)', 'Étapes numériques(La Poste)'],
    ['publics_specifiquement_adresses', 'Seniors (+ 65 ans)', 'Seniors'],
    ['publics_specifiquement_adresses', 'Adultes', ''],
    ['prise_en_charge_specifique', 'Public langues étrangères', 'Langues étrangères (autres)'],
    [
      'modalites_accompagnement',
      'Dans un atelier : j’apprends collectivement à utiliser le numérique',
      'Dans un atelier collectif',
    ],
    ['modalites_accompagnement', 'A ma place : une personne habilitée fait les démarches', null],
    ['itinerance', 'Oui', 'Itinérant'],
  ] as const)('%s: « %s »', (column, word, expected) => expect(formerTerm(column, word)).toBe(expected))

  it('nothing of old becomes « Utilisation sécurisée du numérique », and every word of today is itself', () => {
    for (const [column, terms] of Object.entries(TERMS))
      for (const { standard } of terms) {
        if (!isTermColumn(column as never)) throw new Error(column)
        expect(formerTerm(column as never, standard)).toBe(standard)
      }
    expect(formerTerm('services', 'Sécurité')).toBeNull()
  })

  it('one column of labels feeds three: each takes its own, what is left is another label', () => {
    const { row, unknown } = read({
      nom: 'A',
      labels_nationaux: 'CNFS;Fabriques de Territoire;EPN du Bocage',
    })
    expect(row).toMatchObject({
      dispositif_programmes_nationaux: 'Conseillers numériques',
      formations_labels: 'Fabriques de Territoire',
      autres_formations_labels: 'EPN du Bocage',
    })
    expect(unknown).toEqual([])
  })

  it('one column of publics feeds two; a word that neither knows is told, not lost', () => {
    const { row, unknown } = read({
      nom: 'A',
      publics_accueillis: 'Adultes;Seniors (+ 65 ans);Surdité;Martiens',
    })
    expect(row).toMatchObject({
      publics_specifiquement_adresses: 'Seniors',
      prise_en_charge_specifique: 'Surdité',
    })
    expect(unknown.map(({ value }) => value)).toContain('Martiens')
    expect(unknown.map(({ value }) => value)).not.toContain('Surdité')
  })
})

describe('a mapping', () => {
  const mapping: Mapping = {
    columns: {
      nom: { kind: 'column', from: ['titre', 'lieu'] },
      source: { kind: 'constant', value: 'Le Bocage' },
      services: {
        kind: 'terms',
        from: ['activité'],
        values: { tricot: '', robots: 'Loisirs et créations numériques' },
      },
    },
    isGrouped: false,
  }
  it('takes the first column that says something, a constant, and its own words', () => {
    const { row, unknown } = applyMapping(mapping, { titre: ' ', lieu: 'B', activité: 'Robots|Tricot|Chant' })
    expect(row).toMatchObject({
      nom: 'B',
      source: 'Le Bocage',
      services: 'Loisirs et créations numériques',
      commune: '',
    })
    expect(unknown).toEqual([{ column: 'services', value: 'Chant' }])
  })

  it('reads any row without an error', () => {
    const cells = fc.dictionary(fc.constantFrom('titre', 'lieu', 'activité', 'autre'), fc.string())
    fc.assert(
      fc.property(cells, (row) => {
        expect(Object.values(applyMapping(mapping, row).row).every((cell) => typeof cell === 'string')).toBe(
          true,
        )
        expect(applyMapping(proposeMapping(Object.keys(row), [row]), row).row.id).toBe('')
      }),
    )
  })
})

describe('an address in one cell', () => {
  it.each([
    ['8 rue Haute - 50999 Valmer', '8 rue Haute', '50999', 'Valmer'],
    ['8 rue Haute 50999 VALMER cedex 2', '8 rue Haute', '50999', 'VALMER cedex 2'],
    ['8 rue Haute, 50 999 Valmer', '8 rue Haute', '50999', 'Valmer'],
    ['8 rue Haute', '8 rue Haute', '', ''],
    ['50999 Valmer', '', '50999', 'Valmer'],
    ['Valmer (50999)', '', '50999', 'Valmer'],
    ['Valmer (Manche)', 'Valmer (Manche)', '', ''],
    ['', '', '', ''],
  ])('« %s »', (text, street, code, commune) => {
    expect([
      addressPart(text, 'street'),
      addressPart(text, 'postal-code'),
      addressPart(text, 'commune'),
    ]).toEqual([street, code, commune])
  })
})

describe('a week in seven cells', () => {
  it.each([
    [['9h-12h', '9h-12h', '9h-12h', '', '9h-12h', '', ''], 'Mo-We,Fr 09:00-12:00'],
    [['8h30 à 12h', '', '', '', '', '', ''], 'Mo 08:30-12:00'],
    [['fermé', 'sur rendez-vous', '', '', '', '', ''], ''],
    [[], ''],
  ])('%j', (cells, hours) => expect(hoursOfDays(cells)).toBe(hours))
})
