import { plural } from '../../../../ui/french.ts'
import type { AgendaGroup, AgendaKind } from '../../domain/agenda.ts'
import type { AgendaEntry } from '../../domain/agenda-lines.ts'
import type { Party } from '../../domain/terms.ts'

/** What a line speaks about, in words. */
export interface About {
  /** The partner's name. */
  readonly who: string
  /** The place, when the line is about one. */
  readonly place: string
  readonly missed: number
  readonly isLate: boolean
}

/** Each kind in one sentence: what, with whom. */
const sentences: Record<AgendaKind, (about: About) => string> = {
  draft: ({ who }) => `Le projet de convention avec ${who} attend d’être complété et signé.`,
  awaiting_signatures: ({ who }) => `La convention avec ${who} attend encore une signature.`,
  agreement_end: ({ who }) => `La convention avec ${who} prend fin : c’est son dernier jour.`,
  period_end: ({ who }) =>
    `La période en cours de la convention avec ${who} s’achève ; elle se reconduit si personne ne la dénonce.`,
  last_day_to_denounce_before_renewal: ({ who }) =>
    `Dernier jour utile pour dénoncer la convention avec ${who} avant sa reconduction.`,
  last_day_to_request_amendment: ({ who }) =>
    `Dernier jour pour que ${who} demande un avenant à sa convention.`,
  renewal_notice: ({ who }) =>
    `Avis de reconduction : la convention avec ${who} va se reconduire, les deux parties en sont averties.`,
  renewal_to_decide: ({ who }) =>
    `La reconduction de la convention avec ${who} est à inscrire à la réunion de fin d’année : sans acte signé, elle prendra fin.`,
  amendment_to_sign: ({ who }) => `Un avenant à la convention avec ${who} attend encore une signature.`,
  amendment_effect: ({ who }) => `Un avenant à la convention avec ${who} prend effet.`,
  cure_end: ({ who }) => `Mise en demeure, convention avec ${who} : dernier jour pour y répondre.`,
  termination_available: ({ who }) =>
    `Mise en demeure restée sans réponse : la convention avec ${who} peut être résiliée. Rien ne se fait tout seul.`,
  amicable_end: ({ who }) => `Différend, convention avec ${who} : dernier jour de la phase amiable.`,
  minutes_to_validate: ({ who }) => `Le compte rendu d’une réunion avec ${who} attend d’être validé.`,
  communication_to_answer: ({ who }) =>
    `Une demande de communication, convention avec ${who}, attend une réponse.`,
  delegation_end: ({ who }) => `La délégation de signature de la convention avec ${who} arrive à son terme.`,
  activity_after_end: ({ who }) =>
    `Convention échue avec ${who} : une activité se poursuit. Proposez-lui une nouvelle convention, ou dites ce qui cesse.`,
  appeal: ({ who }) =>
    `Dernier jour, à vérifier, pour qu’un tiers conteste une décision publiée sur la convention avec ${who}.`,
  place_update: ({ place, missed, isLate }) =>
    isLate
      ? `La fiche du lieu ${place} n’a pas été confirmée${times(missed, 'semestre')}.`
      : `La fiche du lieu ${place} est à confirmer ce semestre.`,
  committee_steering: (about) => committee('Le comité de pilotage', about),
  committee_network: (about) => committee('Le comité du réseau', about),
  committee_bilateral: (about) => committee('La réunion de fin d’année', about),
  committee_governance: (about) => committee('Le comité de gouvernance', about),
  operation_results: ({ who }) => `Le bilan d’une opération de communication avec ${who} est à transmettre.`,
}

export function agendaSentence({ kind }: Pick<AgendaEntry, 'kind'>, about: About): string {
  return sentences[kind](about)
}

function committee(name: string, { who, missed, isLate }: About): string {
  return isLate
    ? `${name} avec ${who} ne s’est pas réuni${name.startsWith('La') ? 'e' : ''}${times(missed, 'période')}.`
    : `${name} avec ${who} est à réunir au plus tard ce jour.`
}

function times(missed: number, window: string): string {
  return missed > 1
    ? ` : ${plural(missed, `${window} manqué`, `${window}s manqué${window === 'période' ? 'e' : ''}s`)} depuis cette date`
    : ''
}

export const groupTitles: Record<AgendaGroup, string> = {
  late: 'En retard',
  waiting: 'En attente d’un acte',
  this_week: 'Cette semaine',
  this_month: 'Ce mois-ci',
  later: 'À venir',
}

/** In this order on the board. */
export const GROUPS = ['late', 'waiting', 'this_week', 'this_month', 'later'] as const

/** What the filter calls the kinds, in a list one reads. */
export const themes: Readonly<Record<string, { label: string; kinds: readonly AgendaKind[] }>> = {
  reconductions: {
    label: 'Reconductions et fins',
    kinds: [
      'period_end',
      'agreement_end',
      'last_day_to_denounce_before_renewal',
      'renewal_notice',
      'renewal_to_decide',
      'activity_after_end',
    ],
  },
  signatures: { label: 'Projets et signatures', kinds: ['draft', 'awaiting_signatures', 'delegation_end'] },
  avenants: {
    label: 'Avenants',
    kinds: ['last_day_to_request_amendment', 'amendment_to_sign', 'amendment_effect'],
  },
  courriers: {
    label: 'Mises en demeure et différends',
    kinds: ['cure_end', 'termination_available', 'amicable_end'],
  },
  lieux: { label: 'Fiches des lieux', kinds: ['place_update'] },
  instances: {
    label: 'Réunions et comptes rendus',
    kinds: [
      'committee_steering',
      'committee_network',
      'committee_bilateral',
      'committee_governance',
      'minutes_to_validate',
    ],
  },
  decisions: { label: 'Décisions publiées', kinds: ['appeal'] },
  communication: { label: 'Communication', kinds: ['communication_to_answer', 'operation_results'] },
}

export const owners = { tete: 'head', partenaires: 'partner' } as const

export const periods: Readonly<Record<string, { label: string; months: number }>> = {
  '1-mois': { label: 'Un mois', months: 1 },
  '3-mois': { label: 'Trois mois', months: 3 },
  '12-mois': { label: 'Douze mois', months: 12 },
}

/** « À faire par Région Estuaire et Val de Mer », or nothing when the clause names nobody. */
export function responsibleWords(responsible: readonly Party[], nameOf: (party: Party) => string): string {
  const names = [...new Set(responsible.map(nameOf))]
  return names.length === 0 ? '' : `À faire par ${names.join(' et ')}`
}

/** What a calendar has room for; and what a list of columns names the kind. */
export const calendarTitles: Record<AgendaKind, string> = {
  draft: 'Projet à compléter',
  awaiting_signatures: 'Signature attendue',
  agreement_end: 'Fin de la convention',
  period_end: 'Fin de période',
  last_day_to_denounce_before_renewal: 'Dernier jour utile pour dénoncer',
  last_day_to_request_amendment: 'Dernier jour pour demander un avenant',
  renewal_notice: 'Avis de reconduction',
  renewal_to_decide: 'Reconduction à décider',
  amendment_to_sign: 'Avenant à signer',
  amendment_effect: 'Effet d’un avenant',
  cure_end: 'Fin du délai de mise en demeure',
  termination_available: 'Résiliation possible',
  amicable_end: 'Fin de la phase amiable',
  minutes_to_validate: 'Compte rendu à valider',
  communication_to_answer: 'Communication à approuver',
  delegation_end: 'Fin d’une délégation',
  appeal: 'Fin du délai de recours (à vérifier)',
  activity_after_end: 'Activité après la fin',
  place_update: 'Fiche de lieu à confirmer',
  committee_steering: 'Comité de pilotage à réunir',
  committee_network: 'Comité du réseau à réunir',
  committee_bilateral: 'Réunion de fin d’année à tenir',
  committee_governance: 'Comité de gouvernance à réunir',
  operation_results: 'Bilan d’une opération à transmettre',
}
