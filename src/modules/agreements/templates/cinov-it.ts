import {
  amendmentClause,
  committeeClause,
  communicationClause,
  disputeClause,
  durationClause,
  dutiesClause,
  governanceClause,
  PREAMBLE,
  partiesClause,
  SIGNATURES,
  stateParties,
} from './state-clauses.ts'
import { STATE_TERMS, YEARLY_TACIT_RENEWAL } from './state-terms.ts'
import type { Template } from './template.ts'

const NOTHING = { binds: [], variables: [] } as const

/** Seed 004: the State and an employers' union. */
export const CINOV_IT: Template = {
  id: 'cinov-it',
  version: 1,
  language: 'fr',
  title: 'Convention de coopération entre l’État et une organisation d’employeurs',
  status: 'published',
  parties: stateParties('cinov-it'),
  terms: { ...STATE_TERMS, parties: ['etat', 'cinov-it'], renewal: YEARLY_TACIT_RENEWAL },
  annexes: [],
  correctedReadings: [],
  profile: {},
  clauses: [
    partiesClause('organisation professionnelle d’employeurs'),
    PREAMBLE,
    {
      key: 'objet',
      number: '1',
      title: 'Objet',
      text: `
Les Parties coopèrent, dans la transparence et sans exclusivité, pour généraliser les usages du numérique. Elles veulent en particulier développer la médiation numérique, dont dépend la transition de toute la société.`,
      ...NOTHING,
    },
    dutiesClause('2'),
    {
      key: 'emplois-d-avenir',
      number: '3',
      title: 'Programme « 2 000 emplois d’avenir numériques »',
      text: `
Le Partenaire fait connaître à ses adhérents, autant que possible, le programme « 2 000 emplois d'avenir numériques ».

L'État prend en charge 75 % de la rémunération du jeune ; les 25 % restants reviennent à l'espace public numérique ou à la structure de médiation, rattachée à une collectivité, qui l'emploie. Le jeune est accueilli pour un projet de développement local qui associe une entreprise et une collectivité.

- Un tuteur, qui anime le lieu de médiation, le forme au projet.
- Un parrain, qui représente une entreprise locale, le suit et le conseille pendant toute cette première expérience.

Les entreprises adhérentes du Partenaire peuvent devenir marraines. Au terme des trois années du contrat, elles peuvent aider le jeune à trouver sa place dans le secteur privé : en lui ouvrant leurs offres d'emploi, de stage et d'alternance, ou en le recrutant.`,
      ...NOTHING,
    },
    {
      key: 'ordi-2-0',
      number: '4',
      title: 'Programme Ordi 2.0',
      text: `
Le programme Ordi 2.0 équipe d'ordinateurs rénovés des personnes en difficulté économique ou de santé, et donne du travail à d'autres, par la collecte, la rénovation et la redistribution.

Le Partenaire fait son possible pour le faire connaître. Il étudie avec ses membres dans quelle mesure leur matériel usagé peut être rénové par des acteurs du secteur social et solidaire, au profit de personnes éloignées du numérique ou de l'emploi.`,
      ...NOTHING,
    },
    {
      key: 'solidarites-numeriques',
      number: '5',
      title: 'Programme Solidarités numériques',
      text: `
Un fonds, alimenté par des contributions publiques, privées et citoyennes, soutient des services et des applications qui aident des personnes en difficulté à trouver leur place dans la société et au travail. On y accède par des appels à projets thématiques, ouverts aux entreprises, aux associations, aux établissements publics et aux collectivités.

Le Partenaire fait connaître ce fonds et encourage ses membres à l'alimenter, au titre de leur responsabilité sociale ou de contributions particulières, comme celles qui sont liées à l'emploi de personnes handicapées. Il peut siéger au comité de gouvernance du fonds.`,
      ...NOTHING,
    },
    {
      key: 'offres-d-emploi',
      number: '6',
      title: 'Visibilité des offres d’emploi',
      text: `
L'État fait connaître, sur son portail d'accompagnement des demandeurs d'emploi, l'engagement social du Partenaire et les offres d'emploi que publient ses membres.`,
      ...NOTHING,
    },
    {
      key: 'competences',
      number: '7',
      title: 'Compétences numériques au travail',
      text: `
Les Parties travaillent ensemble à un référentiel de formation aux compétences numériques de base dont on a besoin en entreprise. L'annuaire des compétences utiles à la transformation des petites et moyennes entreprises, auquel le Partenaire contribue déjà, peut y servir.`,
      ...NOTHING,
    },
    governanceClause('8', 'qui caractérisent le réseau des lieux de médiation numérique'),
    committeeClause('9', 'de représentants de l’État et de représentants du Partenaire'),
    durationClause('10'),
    communicationClause('11', {
      opening:
        'Toute promotion de la coopération est assurée par les deux Parties ensemble, ou par l’une d’elles lorsque l’autre a donné son accord sur le contenu et sur la forme.',
      visibility: true,
      cut: false,
    }),
    amendmentClause('12'),
    disputeClause('13'),
    SIGNATURES,
  ],
}
