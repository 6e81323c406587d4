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
import { STATE_TERMS } from './state-terms.ts'
import type { Template } from './template.ts'

const NOTHING = { binds: [], variables: [] } as const

/** Seed 001: the State and a public establishment, for the places of its network. There is no article 8. */
export const CANOPE: Template = {
  id: 'canope',
  version: 1,
  language: 'fr',
  title: 'Convention de coopération entre l’État et un réseau national d’ateliers',
  status: 'published',
  parties: stateParties('canope'),
  terms: {
    ...STATE_TERMS,
    parties: ['etat', 'canope'],
    renewal: { mode: 'express', years: null, max: null },
  },
  annexes: [],
  correctedReadings: [],
  profile: {},
  clauses: [
    partiesClause('établissement public, qui agit aussi pour ses centres régionaux'),
    PREAMBLE,
    {
      key: 'objet',
      number: '1',
      title: 'Objet',
      text: `
Les Parties veulent que le numérique aide à apprendre et n'exclue personne, en particulier parmi les familles que l'école réunit. Elles coopèrent, dans la transparence et sans exclusivité, pour généraliser des usages accessibles à tous et pour soutenir la médiation numérique au service de la communauté éducative.`,
      ...NOTHING,
    },
    dutiesClause('2'),
    {
      key: 'ateliers',
      number: '3',
      title: 'Ateliers d’inclusion numérique',
      text: `
Les Parties organisent autant que possible, dans les espaces publics numériques ou dans les ateliers du Partenaire, des séances d'initiation et de découverte ouvertes à tous, sur le principe des portes ouvertes. Elles s'adressent à toute la communauté éducative : adhérents, élus, usagers, bénévoles, salariés.`,
      ...NOTHING,
    },
    {
      key: 'label',
      number: '4',
      title: 'Label NetPublic',
      text: `
L'État attribue le label NetPublic aux ateliers que lui propose un comité interne au Partenaire. Ces ateliers répondent à une exigence élevée : équipement, ressources et services numériques pour l'éducation, formation des personnes qui accueillent et accompagnent.

Le Partenaire y organise des formations aux usages éducatifs du numérique. Il signe, pour le compte de ces ateliers, la charte d'adhésion au label, et complète l'annuaire géolocalisé des espaces publics numériques.`,
      ...NOTHING,
    },
    {
      key: 'ordi-2-0',
      number: '5',
      title: 'Filière Ordi 2.0',
      text: `
Les Parties font leur possible pour développer, au sein du réseau du Partenaire, la filière nationale de collecte, de rénovation et de redistribution d'équipements informatiques. Dans ce but :

- les ateliers donnent leur matériel réformé à des associations ou à des entreprises labellisées Ordi 2.0, qui en équipent des personnes en difficulté ;
- une communication nationale fait connaître le programme aux ateliers.`,
      ...NOTHING,
    },
    {
      key: 'ressources',
      number: '6',
      title: 'Conseils, bonnes pratiques et ressources',
      text: `
Le Partenaire échange conseils et bonnes pratiques avec les espaces publics numériques et les lieux de médiation : conception des lieux, accessibilité universelle, animation, services rendus aux publics.

Il propose à ces lieux un abonnement à prix réduit à ses ressources.`,
      ...NOTHING,
    },
    governanceClause('7', 'd’appartenance au réseau national de la médiation numérique'),
    committeeClause('9', 'd’un représentant de l’État et d’un représentant du Partenaire'),
    durationClause('10'),
    communicationClause('11', {
      opening: 'Les Parties assurent ensemble toute autre opération de promotion de leur coopération.',
      visibility: false,
      cut: true,
    }),
    amendmentClause('12'),
    disputeClause('13'),
    SIGNATURES,
  ],
}
