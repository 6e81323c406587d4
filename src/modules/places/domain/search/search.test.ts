import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAsWords, readSearch } from './search.ts'
import { buildGazetteer } from './search-towns.ts'
import { fold, nearlySame } from './search-words.ts'

const commune = (code: string, nom: string) => ({
  type: 'commune-actuelle',
  code,
  nom,
  departement: code.slice(0, 2),
  codesPostaux: [],
})
const gazetteer = buildGazetteer(
  [
    commune('50502', 'Saint-Lô'),
    commune('14118', 'Caen'),
    commune('50129', 'Cherbourg-en-Cotentin'),
    commune('76351', 'Le Havre'),
    commune('76255', 'Eu'),
    commune('31488', 'Saint-Jean'),
    commune('93066', 'Saint-Denis'),
    commune('97411', 'Saint-Denis'),
    commune('13055', 'Marseille'),
    commune('14715', 'Trouville-sur-Mer'),
    commune('27665', 'Trouville-la-Haule'),
    commune('62098', 'Liré'),
    {
      type: 'arrondissement-municipal',
      code: '13211',
      nom: 'Marseille 11e Arrondissement',
      commune: '13055',
    },
    { type: 'commune-deleguee', code: '50173', nom: 'Équeurdreville-Hainneville', chefLieu: '50129' },
  ],
  [
    { kind: 'department', code: '50', name: 'Manche' },
    { kind: 'department', code: '18', name: 'Cher' },
  ],
)

/** The reading in one line: what was taken for what. */
function understood(text: string): string {
  const { postalCode, department, towns, need, choices, words } = readSearch(text, gazetteer)
  const parts = [
    postalCode && `postal ${postalCode}`,
    department && `department ${department.code}`,
    towns.length > 0 && `town ${towns.map(({ code }) => code).join('+')}`,
    need && `need ${need.services.join('+')}`,
    choices.length > 0 && choices.map(({ condition, value }) => `${condition} ${value}`).join(', '),
    words.length > 0 && `words ${words.join(' ')}`,
  ]
  return parts.filter(Boolean).join(', ')
}

describe('one field understands a town, a postal code, a need or a name (DIR-61)', () => {
  it.each([
    ['50100', 'postal 50100'],
    ['50 100', 'postal 50100'],
    ['st lo', 'town 50502'],
    ['SAINT-LÔ', 'town 50502'],
    ['Le Havre', 'town 76351'],
    ['havre', 'town 76351'],
    ['cherbourg', 'town 50129'],
    ['equeurdreville hainneville', 'town 50129'],
    ['saint denis', 'town 93066+97411'],
    ['eu', 'town 76255'],
    ['manche', 'department 50'],
    ['mediatheque', 'words mediatheque'],
    ['Médiathèque de Saint-Lô', 'town 50502, words mediatheque'],
    ['caen mediatheque', 'town 14118, words mediatheque'],
    ['bibliotheqe cherbourg', 'town 50129, words bibliotheqe'],
    ['aide demarches caen', 'town 14118, need administrative-procedures'],
    ['refaire ma carte grise', 'need administrative-procedures'],
    ['apprendre à envoyer un mail', 'need everyday-tools'],
    ['imprimer 14000', 'postal 14000, need internet-and-equipment-access'],
    ['les mails', 'need everyday-tools'],
    ['l’œuvre', 'words oeuvre'],
    ['un CV à Caen', 'town 14118, need job-seeking'],
    ['le samedi', 'open saturday'],
    ['auteuil', 'words auteuil'],
    ['caen samedi', 'town 14118, open saturday'],
    [
      'imprimer gratuit caen le soir',
      'town 14118, need internet-and-equipment-access, fees free, open evening',
    ],
    ['papiers trouville', 'town 14715+27665, need administrative-procedures'],
    ['ordinateur pas cher', 'need affordable-equipment'],
    ['cher', 'department 18'],
    ['mediatheque cher', 'department 18, words mediatheque'],
    ['code postal 50100', 'postal 50100'],
    ['cp 50100 impots', 'postal 50100, need administrative-procedures'],
    ['je ne sais pas lire', 'specialCare illiteracy'],
    [
      'je suis malentendante et je voudrais faire mes impôts',
      'need administrative-procedures, specialCare deafness',
    ],
    ['langues étrangères', 'specialCare english-speaking, specialCare other-languages'],
    ['arnaque sms', 'need safe-use, words sms'],
    ['lire', 'town 62098'],
    ['', ''],
  ])('%s → %s', (text, expected) => expect(understood(text)).toBe(expected))

  it('forgives one letter in a need', () => {
    expect(understood('imprimmer')).toBe('need internet-and-equipment-access')
    expect(understood('ordianteur')).toBe('need everyday-tools')
  })

  it('does not take a very short town for a word of a longer search', () => {
    expect(understood('maison eu')).toBe('words maison eu')
  })

  it('can be read word for word, small words aside', () => {
    expect(readAsWords(readSearch('Maison de Saint-Jean', gazetteer)).words).toEqual([
      'maison',
      'saint',
      'jean',
    ])
    expect(readAsWords(readSearch('la', gazetteer)).words).toEqual(['la'])
  })
})

describe('whatever is typed', () => {
  it('leaves words of letters and digits only: nothing a query could trip over', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const asRead = readSearch(text, gazetteer)
        for (const { words, need } of [asRead, readAsWords(asRead)]) {
          for (const word of [...words, ...(need?.said ?? [])]) expect(word).toMatch(/^[a-z0-9]+$/)
        }
      }),
    )
  })
})

describe('words', () => {
  it.each([
    ['Œuvre', 'oeuvre'],
    ['Verneuil s/ Avre', 'verneuil sur avre'],
    ['Ste-Mère-Église', 'sainte mere eglise'],
    ['l’espace numérique', 'l espace numerique'],
  ])('%s folds to %s', (text, expected) => expect(fold(text)).toBe(expected))

  it.each([
    ['bibliotheqe', 'bibliotheque', true],
    ['ordianteur', 'ordinateur', true],
    ['papiers', 'papier', true],
    ['caf', 'cap', false],
    ['mediatheque', 'ludotheque', false],
    ['imprimante', 'imprimer', false],
  ])('%s and %s', (typed, word, same) => expect(nearlySame(typed, word)).toBe(same))
})
