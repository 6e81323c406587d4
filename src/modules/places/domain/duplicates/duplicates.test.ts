import { describe, expect, it } from 'vitest'
import type { ComparedPlace } from './corpus.ts'
import { duplicatePairs, groupsOf } from './pairs.ts'
import { recallOf } from './recall.ts'
import { streetOf } from './words.ts'

const place: ComparedPlace = {
  name: 'Médiathèque des Embruns',
  address: '12 rue des Goémons',
  postalCode: '50999',
  commune: 'Valmer',
  communeCode: '50999',
  latitude: 49.1,
  longitude: -1.5,
  phone: '+33199000001',
  mail: 'accueil@embruns.example',
  pivot: null,
  typologies: [],
  isItinerant: false,
}

/** Enough other places for words to be rare or common, none of which resembles another. */
const others: ComparedPlace[] = [
  ...['Mairie de Rocheville', 'Mairie de Bellac', 'Médiathèque du Phare', 'France services Pontorge'],
  ...['Espace numérique des Dunes', 'Centre social Bellevue', 'La Poste', 'Maison des associations'],
].map((name, rank) => ({
  ...place,
  name,
  address: `${rank + 30} rue ${['Ampère', 'Monge', 'Carnot', 'Arago', 'Fourier', 'Galois', 'Lagrange', 'Cauchy'][rank]}`,
  commune: `Commune ${rank}`,
  postalCode: `6000${rank}`,
  communeCode: `6000${rank}`,
  latitude: 43 + rank,
  phone: `+3319900010${rank}`,
  mail: `accueil@lieu${rank}.example`,
}))

type Change = Partial<ComparedPlace>
const bare: Change = { phone: null, mail: null, latitude: null, longitude: null }

/** The band of two places: the one above, changed twice. */
function band(one: Change, other: Change): string {
  const [pair] = duplicatePairs([{ ...place, ...one }, { ...place, ...other }, ...others]).filter(
    (found) => found.one === 0 && found.other === 1,
  )
  return pair?.band ?? 'none'
}

const named = (name: string, change: Change = {}): Change => ({ name, ...change })
const at = (address: string, change: Change = {}): Change => ({ address, ...change })
/** So many metres to the north. */
const north = (metres: number): Change => ({ latitude: 49.1 + metres / 111_195 })

describe('two places that are one (DIR-42, DIR-43)', () => {
  const cases: [string, Change, Change, string][] = [
    ['word for word', {}, {}, 'certain'],
    ['case and accents', named('MEDIATHEQUE DES EMBRUNS'), at('12 RUE DES GOEMONS'), 'certain'],
    [
      'kinds of ways written short',
      at('12 av. du Gal Leclerc'),
      at('12, avenue du général Leclerc'),
      'certain',
    ],
    ['the rest unknown', { ...bare }, { ...bare }, 'certain'],
    ['one letter wrong', named('Médiathèque des Embrums'), {}, 'probable'],
    ['an acronym', named('CCAS de Valmer'), named('Centre communal d’action sociale de Valmer'), 'certain'],
    ['the commune added', named('Espace Hermès'), named('Espace Hermès Valmer'), 'probable'],
    [
      'a longer name',
      named('Familles rurales'),
      named('Association familles rurales du Valmerois'),
      'probable',
    ],
    ['town hall, two ways', named('Commune de Valmer'), named('Mairie de Valmer'), 'certain'],
    ['no number in one address', at('rue des Goémons'), { ...north(40) }, 'certain'],
    ['no number in one address, nothing else known', at('rue des Goémons', bare), bare, 'probable'],
    ['same name and telephone, no address', at(''), {}, 'probable'],
    ['other INSEE code, same door', { communeCode: '50998' }, {}, 'certain'],
  ]
  it.each(cases)('%s', (_, one, other, expected) => expect(band(one, other)).toBe(expected))

  it('in whatever order they come', () => {
    for (const [, one, other, expected] of cases) expect(band(other, one)).toBe(expected)
  })
})

describe('two places that are two are never certain (DIR-43)', () => {
  const far = { phone: '+33199000002', mail: 'autre@lieu.example', ...north(900) }
  const cases: [string, Change, Change][] = [
    [
      'two post offices of a town',
      named('La Poste'),
      named('La Poste', { ...at('3 place du Marché'), ...far }),
    ],
    [
      'two sites of one SIRET',
      { pivot: '21500999000017' },
      at('48 rue des Goémons', { pivot: '21500999000017' }),
    ],
    ['numbers of one street', {}, at('21 rue des Goémons')],
    [
      'the bus and the house',
      named('France services Valmer'),
      named('Bus France services Valmer', { isItinerant: true }),
    ],
    [
      'stops of one bus',
      { ...named('Bus numérique'), isItinerant: true },
      {
        ...named('Bus numérique'),
        isItinerant: true,
        communeCode: '50998',
        commune: 'Rocheville',
        ...north(15_000),
      },
    ],
    ['library and town hall', named('Mairie de Valmer'), named('Médiathèque de Valmer')],
    ['library and school', named('Bibliothèque de Valmer'), named('École de Valmer')],
    ['town hall and post office', named('Mairie de Valmer'), named('La Poste de Valmer')],
    ['secondary schools', named('Collège Jules Verne'), named('Lycée Jules Verne')],
    ['crèche and school', named('Crèche Les Lutins'), named('École Les Lutins')],
    ['museum and library', named('Musée des Embruns'), named('Médiathèque des Embruns')],
    ['same name, far away, other address', {}, at('4 quai Nord', north(3000))],
    ['same name and address, 12 km apart', {}, north(12_000)],
    ['same name and address, 19 km apart', {}, north(19_000)],
    ['neighbours', named('Espace Hermès'), named('Atelier des Dunes')],
    ['one door, two associations', named('Secours des Grèves'), named('Club d’échecs de Valmer')],
    [
      'one organisation, two branches',
      named('Antenne Nord', { pivot: '21500999000017' }),
      named('Antenne Sud', { pivot: '21500999000017', ...at('9 rue du Port'), ...far }),
    ],
    [
      'twin town halls',
      named('Mairie de Valmer'),
      named('Mairie de Rocheville', {
        commune: 'Rocheville',
        communeCode: '50997',
        ...at('1 place de la Mairie'),
        ...far,
      }),
    ],
    [
      'annexe and town hall',
      named('Mairie de Valmer'),
      named('Mairie annexe de la Grève', { ...at('2 rue de la Grève'), ...far }),
    ],
    [
      'two social centres',
      named('Centre social Nord'),
      named('Centre social Sud', { ...at('7 allée des Pins'), ...far }),
    ],
    [
      'two neighbourhoods',
      named('Maison de quartier du Port'),
      named('Maison de quartier du Bourg', { ...at('8 rue du Bourg'), ...far }),
    ],
    ['one telephone, two places', named('Espace Nord'), named('Espace Sud', at('40 rue du Sud'))],
    [
      'one mail, two places',
      named('Point numérique Est', { phone: null }),
      named('Point numérique Ouest', { phone: null, ...at('40 rue du Sud') }),
    ],
    [
      'house of services, two towns',
      named('Maison France services'),
      named('Maison France services', {
        commune: 'Rocheville',
        communeCode: '50997',
        postalCode: '50997',
        ...at('7 avenue Barre'),
        ...far,
      }),
    ],
    [
      'only the town in common',
      named('Point accueil Valmer'),
      named('Cyber-base Valmer', { ...at('6 rue Haute'), ...far }),
    ],
    [
      'only the kind in common',
      named('Médiathèque Aragon'),
      named('Médiathèque Colette', { ...at('6 rue Haute'), ...far }),
    ],
    ['a fablab and a repair café', named('Fablab des Embruns'), named('Repair café des Embruns')],
    [
      'a hall and who meets in it',
      named('Salle des fêtes'),
      named('Atelier numérique de la salle des fêtes', at('14 rue des Goémons')),
    ],
    [
      'numbered houses',
      named('Maison des solidarités 1'),
      named('Maison des solidarités 2', at('14 rue des Goémons')),
    ],
    ['arrondissements', named('Mairie du 1er'), named('Mairie du 2e', at('4 rue Basse', far))],
    ['one letter of two short names', named('Cap 50'), named('Cap 61', at('4 rue Basse', far))],
    ['rural and urban', named('Familles rurales'), named('Familles urbaines')],
    ['food bank and clothes bank', named('Banque alimentaire'), named('Vestiaire solidaire')],
    [
      'mission and its antenna',
      named('Mission locale'),
      named('Mission locale antenne de la Grève', { ...at('3 rue de la Grève'), ...far }),
    ],
    ['the old and the new street', {}, at('5 boulevard Neuf', far)],
    ['opposite sides', {}, at('13 rue des Goémons')],
    ['campus and library', named('Campus connecté'), named('Bibliothèque du campus')],
    [
      'job centre and job house',
      named('Agence de l’emploi'),
      named('Maison de l’emploi', at('90 rue Basse', far)),
    ],
    ['youth club and youth office', named('MJC de Valmer'), named('Bureau information jeunesse de Valmer')],
    ['nothing but words that tie', named('La maison'), named('Le point', at('90 rue Basse', far))],
    ['a number that begins another', at('12 rue des Goémons'), at('120 rue des Goémons')],
  ]
  it.each(cases)('%s', (_, one, other) => expect(band(one, other)).not.toBe('certain'))

  it('are forty at least, of which most are not even proposed', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40)
    const proposed = cases.filter(([, one, other]) => ['certain', 'probable'].includes(band(one, other)))
    expect(proposed.map(([words]) => words).length).toBeLessThan(15)
  })
})

describe('what is known of a pair', () => {
  it('is told with its figures (DIR-44)', () => {
    const [pair] = duplicatePairs([place, { ...place, ...north(14) }, ...others])
    expect(pair?.why).toMatchObject({ name: 1, street: 1, phone: true, mail: true, pivot: null, doubt: null })
    expect(Math.round(pair?.why.distance ?? 0)).toBe(14)
  })

  it('a telephone shared by more than twenty places brings nobody together (DIR-42)', () => {
    const many = Array.from({ length: 25 }, (_, rank) => ({
      ...place,
      ...bare,
      name: `Lieu ${String.fromCharCode(97 + rank).repeat(6)}`,
      address: '',
      communeCode: `700${rank}`,
      postalCode: null,
      phone: '+33199999999',
    }))
    expect(duplicatePairs(many)).toEqual([])
  })

  it('three places in a chain are one group for the measure, and three pairs at most for people (DIR-45)', () => {
    expect(
      groupsOf([
        { one: 0, other: 1 },
        { one: 1, other: 4 },
        { one: 2, other: 3 },
      ]),
    ).toEqual([
      [0, 1, 4],
      [2, 3],
    ])
  })

  it('a known group is found when its own pairs join it, not through another place (DIR-91)', () => {
    const pairs = [
      { one: 0, other: 1 },
      { one: 1, other: 2 },
      { one: 3, other: 9 },
      { one: 4, other: 9 },
    ]
    expect(
      recallOf(
        [
          [0, 1, 2],
          [3, 4],
        ],
        pairs,
      ),
    ).toEqual({ found: 1, known: 2, missed: [[3, 4]] })
  })
})

describe('an address', () => {
  it.each([
    ['12 bis rue des Goémons', '12', 'rue des goemons'],
    ['12B, rue des Goémons', '12', 'rue des goemons'],
    ['2 - 4 allée des Pins', '2', 'allee des pins'],
    ['rue du 8 mai 1945', null, 'rue du 8 mai 1945'],
    ['', null, ''],
    ['14', null, '14'],
  ])('%s', (text, number, way) => expect(streetOf(text)).toEqual({ number, way }))
})

it('leaves two addresses of one SIRET to a person (DIR-4)', () => {
  const pivot = '21760351000010'
  expect(band({ pivot }, { pivot })).toBe('certain')
  expect(band({ pivot }, at('3 place du Marché', { pivot }))).not.toBe('certain')
})
