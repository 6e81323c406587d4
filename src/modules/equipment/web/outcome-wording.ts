/** What a loan made possible, in the words in which it is told and added up. EQP-1401. */
export const SESSION_WORDS = {
  ateliers: 'Ateliers',
  evenements: 'Événements',
  formations: 'Formations',
  autres: 'Autres séances',
} as const

export const PUBLIC_WORDS = {
  enfants: 'Enfants',
  jeunes: 'Jeunes',
  adultes: 'Adultes',
  seniors: 'Seniors',
} as const

/** « Ce matériel convenait-il ? », from 1 to 5. */
export const APPRECIATION_WORDS: readonly string[] = [
  'Pas du tout',
  'Plutôt non',
  'Moyennement',
  'Plutôt oui',
  'Tout à fait',
]
