import { describe, expect, it } from 'vitest'
import type { StandardColumn } from '../standard/standard-columns.ts'
import { applyMapping } from './apply-mapping.ts'
import { readMapping } from './mapping.schema.ts'
import type { SourceRow } from './mapping.ts'
import { proposeMapping } from './propose-mapping.ts'

/** The rows as the proposal reads them, without what is empty; the mapping goes through its file first. */
function read(...rows: SourceRow[]) {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const mapping = readMapping(JSON.parse(JSON.stringify(proposeMapping(header, rows))))
  if (!mapping) throw new Error('the proposal is no mapping')
  return rows.map((row) => {
    const entries = Object.entries(applyMapping(mapping, row).row)
    return Object.fromEntries(entries.filter(([, cell]) => cell !== ''))
  })
}

type Expected = Partial<Record<StandardColumn, string>>
const PLACE = { nom: 'Le Relais', adresse: '5 rue Haute', code_postal: '50999', commune: 'Valmer' }

describe('columns of files never seen (DIR-29)', () => {
  it.each<[kind: string, row: SourceRow, expected: Expected]>([
    [
      'a survey of Google Forms',
      {
        Horodateur: '12/03/2024 14:22:05',
        'Quel est le nom de votre structure ?': 'Le Relais',
        'Quelle est l’adresse de votre lieu ? (n° et rue)': '5 rue Haute',
        'Code postal de la commune': '50999',
        'Dans quelle commune se situe-t-il ?': 'Valmer',
        'À quel numéro peut-on vous joindre par téléphone ?': '01 99 00 00 00',
        'L’accès est-il gratuit ?': 'Oui',
      },
      { ...PLACE, telephone: '01 99 00 00 00', frais_a_charge: 'Gratuit', date_maj: '12/03/2024 14:22:05' },
    ],
    [
      'a survey of LimeSurvey',
      {
        'G01Q01. Nom du lieu': 'Le Relais',
        'G01Q02[SQ001]. Adresse du lieu [Numéro et voie]': '5 rue Haute',
        'G01Q02[SQ002]. Adresse du lieu [Code postal]': '50999',
        'G01Q02[SQ003]. Adresse du lieu [Commune]': 'Valmer',
        'G02Q01[SQ001]. Services proposés [Accès internet et matériel informatique]': 'Oui',
        'G02Q01[SQ002]. Services proposés [Loisirs et créations numériques]': 'Non',
      },
      { ...PLACE, services: 'Accès internet et matériel informatique' },
    ],
    [
      'the directory of the State, its cells unfolded',
      {
        id: '5',
        nom: 'Le Relais',
        'pivot.type_service_local': 'fs',
        'adresse.type_adresse': 'Adresse',
        'adresse.complement1': 'Mairie',
        'adresse.numero_voie': '5 rue Haute',
        'adresse.code_postal': '50999',
        'adresse.nom_commune': 'Valmer',
        'adresse.longitude': '-1.09',
        'adresse.latitude': '49.11',
        telephone: '01 99 00 00 00',
        adresse_courriel: 'relais@valmer.example',
        site_internet: 'https://relais.example',
        plage_ouverture: 'Mo-Fr 09:00-12:00',
        siret: '21500502000019',
        date_modification: '12/03/2025 10:11:12',
      },
      {
        ...{ ...PLACE, id: '5', complement_adresse: 'Mairie', latitude: '49.11', longitude: '-1.09' },
        ...{ telephone: '01 99 00 00 00', courriels: 'relais@valmer.example', pivot: '21500502000019' },
        ...{ site_web: 'https://relais.example', horaires: 'Mo-Fr 09:00-12:00' },
        date_maj: '12/03/2025 10:11:12',
      },
    ],
    [
      'a shared table, where each column says several things',
      {
        Name: 'Le Relais',
        'Où ?': '5 rue Haute, 50999 Valmer',
        'Contact (mail ou tél)': 'relais@valmer.example / 01 99 00 00 00',
      },
      {
        ...PLACE,
        courriels: 'relais@valmer.example / 01 99 00 00 00',
        telephone: 'relais@valmer.example / 01 99 00 00 00',
      },
    ],
    [
      'a table of the SIRENE base',
      {
        siren: '215005020',
        siret: '21500502000019',
        dateDernierTraitementEtablissement: '2024-05-01T10:00:00',
        numeroVoieEtablissement: '5',
        typeVoieEtablissement: 'rue',
        libelleVoieEtablissement: 'Haute',
        codePostalEtablissement: '50999',
        libelleCommuneEtablissement: 'Valmer',
        codeCommuneEtablissement: '50600',
        denominationUniteLegale: 'Le Relais',
        coordonneeLambertAbscisseEtablissement: '400000.1',
        coordonneeLambertOrdonneeEtablissement: '6900000.2',
      },
      {
        ...{ ...PLACE, pivot: '21500502000019', date_maj: '2024-05-01T10:00:00', code_insee: '50600' },
        ...{ latitude: '6900000.2', longitude: '400000.1' },
      },
    ],
    [
      'a site made with WordPress',
      { ID: '5', post_title: 'Le Relais', adresse: '5 rue Haute', ville: 'Valmer', cp: '50999' },
      { ...PLACE, id: '5' },
    ],
    [
      'a program that speaks English',
      {
        name: 'Le Relais',
        'address.street': '5 rue Haute',
        'address.zip': '50999',
        'address.city': 'Valmer',
        'openingHours.monday': '9h-12h',
        'openingHours.tuesday': '14h-17h',
        'openingHours.friday': '9h-12h',
      },
      { ...PLACE, horaires: 'Mo,Fr 09:00-12:00; Tu 14:00-17:00' },
    ],
    [
      'a week in three letters',
      {
        NOM: 'Le Relais',
        ADRESSE: '5 rue Haute',
        CP: '50999',
        VILLE: 'Valmer',
        LUN: '9h-12h',
        MAR: 'fermé',
        'Ouv. mer.': '14h à 17h',
      },
      { ...PLACE, horaires: 'Mo 09:00-12:00; We 14:00-17:00' },
    ],
    [
      'a place of SharePoint, its cells unfolded',
      {
        Title: 'Le Relais',
        'Emplacement.Address.Street': '5 rue Haute',
        'Emplacement.Address.City': 'Valmer',
        'Emplacement.Address.PostalCode': '50999',
        'Emplacement.Coordinates.Latitude': '49.11',
        'Emplacement.Coordinates.Longitude': '-1.09',
        Contact: '01 99 00 00 00',
      },
      { ...PLACE, latitude: '49.11', longitude: '-1.09', telephone: '01 99 00 00 00' },
    ],
    [
      'the contact of somebody, which is not the place’s own',
      { ...PLACE, 'Contact référent': '06 99 00 00 00' },
      PLACE,
    ],
    [
      'where somebody lives, which is not where the place is',
      { Nom: 'Le Relais', 'Adresse du président': '5 rue Haute 50999 Valmer' },
      { nom: 'Le Relais' },
    ],
    [
      'a table of a CRM',
      {
        'Account Name': 'Le Relais',
        'Billing Street': '5 rue Haute',
        'Billing City': 'Valmer',
        'Billing Zip/Postal Code': '50999',
      },
      PLACE,
    ],
    [
      'headings that say nothing, beside a SIREN and an instant',
      {
        SIREN: '215005020',
        c0: '2024-05-01T10:00:00',
        c1: 'Le Relais',
        c2: '5 rue Haute',
        c3: '50999',
        c4: 'Valmer',
      },
      PLACE,
    ],
    [
      'the shops of Google',
      {
        'Business name': 'Le Relais',
        'Address line 1': '5 rue Haute',
        Locality: 'Valmer',
        'Postal code': '50999',
        'Primary phone': '01 99 00 00 00',
        'Sunday hours': '',
        'Monday hours': '9:00 AM - 12:30 PM',
        'Tuesday hours': '2PM-5:30 p.m.',
      },
      { ...PLACE, telephone: '01 99 00 00 00', horaires: 'Mo 09:00-12:30; Tu 14:00-17:30' },
    ],
    [
      'a list by intercommunality, the postal code beside the commune',
      {
        EPCI: 'CC du Haut Pays',
        Commune: 'Valmer (50999)',
        'Nom du lieu': 'Le Relais',
        Adresse: '5 rue Haute',
      },
      PLACE,
    ],
    [
      'OpenStreetMap',
      {
        '@id': 'node/5',
        name: 'Le Relais',
        'addr:housenumber': '5',
        'addr:street': 'rue Haute',
        'addr:postcode': '50999',
        'addr:city': 'Valmer',
        'contact:phone': '+33 1 99 00 00 00',
        'contact:website': 'https://relais.example',
        opening_hours: 'Mo-Fr 09:00-12:00',
      },
      {
        ...PLACE,
        id: 'node/5',
        telephone: '+33 1 99 00 00 00',
        site_web: 'https://relais.example',
        horaires: 'Mo-Fr 09:00-12:00',
      },
    ],
    [
      'names as programs write them, the street in two cells',
      {
        nomEnseigne: 'Le Relais',
        'adresse.numeroRue': '5',
        'adresse.rue': 'rue Haute',
        'adresse.codePostal': '50999',
        'adresse.ville': 'Valmer',
        numeroTelephone: '0199000000',
      },
      { ...PLACE, telephone: '0199000000' },
    ],
    [
      'capitals and short names, the street in three cells',
      {
        LIB_STRUCTURE: 'Le Relais',
        NUM_VOIE: '5',
        TYPE_VOIE: 'rue',
        LIB_VOIE: 'Haute',
        CODE_POSTAL: '50999',
        LIB_COMMUNE: 'Valmer',
        MEL_STRUCT: 'accueil@relais.example',
      },
      { ...PLACE, courriels: 'accueil@relais.example' },
    ],
    [
      'headings that say nothing: the cells do',
      {
        col1: 'Le Relais',
        col2: '5 rue Haute',
        col3: '50999',
        col4: 'Valmer',
        col5: '01 99 00 00 00',
        col6: 'accueil@relais.example',
      },
      { ...PLACE, telephone: '01 99 00 00 00', courriels: 'accueil@relais.example' },
    ],
    [
      'the postal code and the commune in one cell',
      { nom: 'Le Relais', adresse: '5 rue Haute', 'CP - Ville': '50999 Valmer' },
      PLACE,
    ],
  ])('%s', (_kind, row, expected) => expect(read(row)[0]).toEqual(expected))

  it.each([
    ['48.85, 2.35', '48.85', '2.35'],
    ['48,8512 ; 2,3511', '48,8512', '2,3511'],
    ['48.85 / 2.35', '48.85', '2.35'],
    ['48.85|2.35', '48.85', '2.35'],
    ['POINT (2.35 48.85)', '48.85', '2.35'],
    ['{"type": "Point", "coordinates": [2.35, 48.85]}', '48.85', '2.35'],
    ['48°51\'00"N, 2°21\'00"E', '48°51\'00"N', '2°21\'00"E'],
  ])('a point in one cell: %s (DIR-21)', (cell, latitude, longitude) => {
    expect(read({ nom: 'A', 'Coordonnées GPS': cell })[0]).toMatchObject({ latitude, longitude })
  })

  it('hours of the morning and of the afternoon, or an opening and a closing, make one day (DIR-25)', () => {
    const [halves] = read({
      nom: 'A',
      ...{ 'Lundi matin': '9h-12h', 'Lundi après-midi': '14h-17h30' },
      ...{ 'Mardi matin': 'fermé', 'Mardi après-midi': '14h-17h30', Mercredi: '9h00/12h00' },
    })
    expect(halves?.horaires).toBe('Mo 09:00-12:00,14:00-17:30; Tu 14:00-17:30; We 09:00-12:00')
    const [pairs] = read({
      nom: 'A',
      ...{ lundi_am_ouverture: '09:00', lundi_am_fermeture: '12:00' },
      ...{ mardi_pm_ouverture: '14:00', mardi_pm_fermeture: '17:00' },
      ...{ jeudi_am_ouverture: '09:00', jeudi_am_fermeture: '12:00' },
    })
    expect(pairs?.horaires).toBe('Mo,Th 09:00-12:00; Tu 14:00-17:00')
  })

  it('somebody’s own mail or telephone is not taken for the place’s', () => {
    const [row] = read({
      nom: 'A',
      'Nom du référent': 'B',
      'Téléphone du référent': '01 99 00 00 00',
      'Mail privé du responsable': 'b@example.org',
    })
    expect(row).toEqual({ nom: 'A' })
  })

  it('a list of payments is no list of places', () => {
    expect(proposeMapping(['col1', 'col2'], [{ col1: '2024-01-01', col2: 'Papier' }]).columns).toEqual({})
  })
})

describe('columns to tick (DIR-29)', () => {
  it.each([['x'], ['X'], ['oui'], ['1'], ['true'], ['checked'], ['✓']])('« %s » says yes', (yes) => {
    const [row] = read({ nom: 'A', 'Wifi gratuit': yes })
    expect(row?.services).toBe('Accès internet et matériel informatique')
  })

  it('each says what its heading says, and an empty one says nothing', () => {
    const [one, other] = read(
      {
        nom: 'A',
        'Thématique : Démarches administratives': 'x',
        'Publics [Seniors]': 'x',
        'Accessible PMR': 'x',
        'Label FS': 'x',
        'Ateliers collectifs': 'x',
        'Accompagnement individuel': 'x',
      },
      { nom: 'B', 'Thématique : Démarches administratives': '', 'Publics [Seniors]': 'x' },
    )
    expect(one).toEqual({
      nom: 'A',
      services: 'Aide aux démarches administratives',
      publics_specifiquement_adresses: 'Seniors',
      prise_en_charge_specifique: 'Handicaps moteurs',
      dispositif_programmes_nationaux: 'France Services',
      modalites_accompagnement: 'Dans un atelier collectif|Accompagnement individuel',
    })
    expect(other).toEqual({ nom: 'B', publics_specifiquement_adresses: 'Seniors' })
  })

  it('they are added to a column of services', () => {
    const [row] = read({ nom: 'A', Services: 'Imprimante', 'Aide aux démarches': 'oui' })
    expect(row?.services).toBe('Accès internet et matériel informatique|Aide aux démarches administratives')
  })

  it.each([
    ['Nombre de postes en accès libre'],
    ['Besoin de formation aux démarches'],
    ['Fibre'],
    ['Publié'],
  ])('« %s » is none of them', (heading) =>
    expect(read({ nom: 'A', [heading]: '1' })).toEqual([{ nom: 'A' }]),
  )

  it('the totals of the last line do not hide them', () => {
    const rows = read(
      { nom: 'A', ville: 'Valmer', Démarches: 'x' },
      { nom: 'Total', ville: '', Démarches: '12' },
    )
    expect(rows[0]?.services).toBe('Aide aux démarches administratives')
  })
})

describe('a text that speaks of several things (DIR-29)', () => {
  it.each([
    [
      'Aide aux démarches, ateliers d’initiation (ordinateur, smartphone), accès internet',
      'Aide aux démarches administratives|Maîtrise des outils numériques du quotidien|Accès internet et matériel informatique',
    ],
    ['Accès à un ordinateur en libre accès', 'Accès internet et matériel informatique'],
    ['Médiathèque', undefined],
    ['Ouvert aux assurés de la sécurité sociale', undefined],
  ])('« %s »', (text, services) => expect(read({ nom: 'A', Services: text })[0]?.services).toBe(services))
})

describe('themes of data.inclusion today (DIR-15)', () => {
  it.each([
    ['numerique--acceder-a-des-services-en-ligne', 'Aide aux démarches administratives'],
    ['numerique--maitriser-les-fondamentaux-du-numerique', 'Maîtrise des outils numériques du quotidien'],
    ['numerique--acceder-a-une-connexion-internet', 'Accès internet et matériel informatique'],
    ['numerique--acquerir-un-equipement', 'Acquisition de matériel informatique à prix solidaire'],
  ])('%s', (theme, service) =>
    expect(read({ nom: 'A', thematiques: theme })[0]).toEqual({ nom: 'A', services: service }),
  )
})
