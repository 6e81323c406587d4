import {
  amendmentClause,
  committeeClause,
  communicationClause,
  disputeClause,
  durationClause,
  governanceClause,
  PREAMBLE,
  partiesClause,
  SIGNATURES,
  stateParties,
} from './state-clauses.ts'
import { STATE_TERMS, YEARLY_TACIT_RENEWAL } from './state-terms.ts'
import type { Clause, Template } from './template.ts'

const NOTHING = { binds: [], variables: [] } as const

/**
 * Seed 003: the State and an association of communities. The copy gives only the first line of I to VIII and of X:
 * what follows it is not invented, so no new agreement is drawn from this template (AGR-8); those signed under it are
 * recorded and read with their terms, which are whole.
 */
export const VILLES_INTERNET: Template = {
  id: 'villes-internet',
  version: 1,
  language: 'fr',
  title: 'Convention de coopération entre l’État et une association de collectivités numériques',
  status: 'retired',
  parties: stateParties('villes-internet'),
  terms: { ...STATE_TERMS, parties: ['etat', 'villes-internet'], renewal: YEARLY_TACIT_RENEWAL },
  annexes: [],
  correctedReadings: [],
  profile: {},
  clauses: [
    partiesClause('association régie par la loi du 1er juillet 1901'),
    PREAMBLE,
    cut('objet', 'I', 'Objet', 'Les Parties partagent un intérêt pour de meilleurs usages du numérique.'),
    cut(
      'engagements',
      'II',
      'Engagements des Parties',
      'Les Parties savent que leurs objectifs ne s’atteignent pas sans coopération.',
    ),
    cut(
      'elus',
      'III',
      'Sensibiliser les élus des territoires',
      'Le Partenaire s’adresse, autant que possible, aux acteurs locaux de son réseau.',
    ),
    cut(
      'bonnes-pratiques',
      'IV',
      'Conseils et bonnes pratiques',
      'Le Partenaire apporte ses conseils aux services de l’État.',
    ),
    cut(
      'diagnostic',
      'V',
      'Diagnostic sur la contribution du numérique',
      'Les Parties travaillent ensemble, avec des collectivités volontaires.',
    ),
    cut(
      'mesure-economique',
      'VI',
      'Mesure de l’efficacité économique des projets',
      'Les Parties mènent, autant que possible, une concertation avec les acteurs locaux.',
    ),
    cut(
      'formation',
      'VII',
      'Référentiel national de formation',
      'Les Parties travaillent ensemble, en lien avec les collectivités.',
    ),
    cut(
      'republique-numerique',
      'VIII',
      'Contribuer à la République numérique',
      'Les Parties encouragent, autant que possible, les collectivités.',
    ),
    {
      key: 'solidarites-numeriques',
      number: 'IX',
      title: 'Programme Solidarités numériques',
      text: `
Un fonds, alimenté par des contributions publiques, privées et citoyennes, soutient des services et des applications qui aident des personnes en difficulté à trouver leur place dans la société et au travail. On y accède par des appels à projets thématiques, ouverts aux entreprises, aux associations, aux établissements publics et aux collectivités.

Les membres du Partenaire peuvent ainsi contribuer à des projets que portent des lieux de médiation numérique.`,
      ...NOTHING,
    },
    cut(
      'criteres-du-label',
      'X',
      'Critères du label « Territoires, Villes et Villages Internet »',
      'Le Partenaire complète, autant que possible, les critères d’attribution du label.',
    ),
    governanceClause('XI', 'qui caractérisent le réseau national des lieux de médiation numérique'),
    committeeClause('XII', 'de représentants de l’État et de représentants du Partenaire'),
    durationClause('XIII'),
    communicationClause('XIV', {
      opening:
        'Toute promotion de la coopération est assurée par les deux Parties ensemble, ou par l’une d’elles lorsque l’autre a donné son accord sur le contenu et sur la forme.',
      visibility: true,
      cut: false,
    }),
    amendmentClause('XV'),
    disputeClause('XVI'),
    SIGNATURES,
  ],
}

/** A clause of which the copy keeps the first line only, told in our words. */
function cut(key: string, number: string, title: string, text: string): Clause {
  return { key, number, title, text, textIncomplete: true, ...NOTHING }
}
