import { type StarterSet, starterContent, starterCriterion } from './starter-set.ts'

const ANCHORS = [
  'Rien n’est montré.',
  'Une intention, ou un début isolé.',
  'Des actions régulières, pour une partie des habitants.',
  'Des actions suivies et évaluées, pour la plupart des habitants.',
  'Une politique établie, partagée, dont d’autres s’inspirent.',
]

/** 003, preamble and art. X, whose own criteria are not in the text. */
export const VILLES_INTERNET: StarterSet = {
  id: 'villes-internet',
  code: 'villes-internet',
  name: 'Territoires, Villes et Villages Internet',
  description:
    'Une collectivité qui met en œuvre une politique publique numérique locale, de une à cinq arobases.',
  source: 'Convention entre l’État et Villes Internet, préambule et article X',
  content: starterContent({
    holderKind: 'collectivite',
    grading: {
      kind: 'levels',
      unit: 'arobase',
      levels: [
        { level: 1, from: 1.5 },
        { level: 2, from: 2.25 },
        { level: 3, from: 3 },
        { level: 4, from: 3.75 },
        { level: 5, from: 4.5 },
      ],
    },
    cadence: 'campaign',
    route: 'jury',
    criteria: [
      starterCriterion('D1', 'Initiatives', 'Les initiatives déclarées par la collectivité', {
        help: 'Convention, préambule : classées par le référentiel des enjeux de développement du territoire.',
        kind: 'initiatives',
        anchors: ANCHORS,
      }),
      starterCriterion('D2', 'Services', 'Les services numériques rendus aux habitants', {
        help: 'Convention, préambule : un internet local à la disposition de chacun. L’article X annonce des critères que le texte ne donne pas : ajoutez les vôtres.',
        kind: 'long_text',
        anchors: ANCHORS,
      }),
      starterCriterion('D3', 'Participation', 'La place des habitants dans la vie numérique locale', {
        help: 'Convention, préambule : un internet citoyen, dans l’intérêt général.',
        kind: 'long_text',
        anchors: ANCHORS,
      }),
    ],
    duties: ['yearly_initiatives'],
    validity: { kind: 'next_edition' },
    jury: { readers: 3, scientific: 2, discussedFrom: 2 },
  }),
}
