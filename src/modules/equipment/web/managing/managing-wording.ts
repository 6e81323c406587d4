import { HOLIDAY_CALENDARS, type HolidayCalendar } from '../../../../kernel/working-day.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { Lifecycle } from '../../data/catalogue.store.ts'
import type { QueueLine } from '../../data/queue.queries.ts'
import type { Proposal } from '../../domain/displacement.ts'
import type { InventoryRole } from '../../domain/rights.ts'
import type { ReasonCode } from '../../use-cases/decide-line.ts'
import type { DeskRefusal } from '../../use-cases/keep-desks.ts'
import { momentText } from '../moment-wording.ts'

export const ROLE_WORDS: Readonly<Record<InventoryRole, string>> = {
  head: 'responsable',
  manager: 'gestionnaire',
  desk: 'guichet',
  technician: 'technicien',
  reader: 'lecture',
}

export const ROLE_HINTS: Readonly<Record<InventoryRole, string>> = {
  head: 'Tout : règlement, rôles, dépassements, reprises, frais.',
  manager: 'Décide des demandes, tient le catalogue et les incidents.',
  desk: 'Prépare, remet et reprend le matériel.',
  technician: 'Entretien, mises à jour, état des exemplaires.',
  reader: 'Lit tout, ne change rien.',
}

export const SHOWN_WORDS = {
  owner: 'à nous seulement',
  members: 'aux membres du réseau',
  public: 'à tout le monde',
} as const

const CALENDAR_WORDS: Partial<Record<HolidayCalendar, string>> = {
  metropole: 'Métropole',
  alsace_moselle: 'Alsace et Moselle',
  guadeloupe: 'Guadeloupe',
  martinique: 'Martinique',
  guyane: 'Guyane',
  reunion: 'La Réunion',
  mayotte: 'Mayotte',
}

export const calendarChoices = HOLIDAY_CALENDARS.map((value) => ({
  value,
  label: CALENDAR_WORDS[value] ?? value,
}))

export const ZONES = [
  'Europe/Paris',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'Indian/Reunion',
  'Indian/Mayotte',
  'America/Miquelon',
  'Pacific/Noumea',
  'Pacific/Tahiti',
] as const

export const WEEKDAYS = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'] as const

export const REASON_WORDS: Readonly<Record<ReasonCode, string>> = {
  owner_need: 'Besoin propre de la tête de réseau',
  unavailable: 'Matériel indisponible',
  out_of_purpose: 'Hors de l’objet du prêt',
  incomplete: 'Dossier incomplet',
  insurance: 'Assurance',
  rights: 'Pas de droit de prêt à ces dates',
  duration: 'Durée',
  overdue: 'Retard en cours',
  other: 'Autre',
}

export const LIFECYCLE_WORDS: Readonly<Record<Lifecycle, string>> = {
  in_service: 'en service',
  quarantine: 'mis de côté',
  in_repair: 'en réparation',
  lost: 'perdu',
  stolen: 'volé',
  retired: 'réformé',
}

export const LIFECYCLE_LOOKS: Readonly<Record<Lifecycle, State>> = {
  in_service: 'positive',
  quarantine: 'warning',
  in_repair: 'warning',
  lost: 'danger',
  stolen: 'danger',
  retired: 'neutral',
}

export const ACTION_WORDS: Readonly<Record<string, string>> = {
  workshop: 'atelier',
  event: 'événement',
  training: 'formation',
  loan_to_a_place: 'prêt à un lieu',
  other: 'autre action',
}

/** What the story of a loan says of each act. */
export const ACT_WORDS: Readonly<Record<string, string>> = {
  drafted: 'Demande préparée',
  submitted: 'Demande envoyée',
  approved: 'Prêt accordé',
  rejected: 'Demande refusée',
  withdrawn: 'Abandonné par l’emprunteur',
  expired: 'Sans réponse dans le délai',
  prepared: 'Matériel préparé',
  unprepared: 'Matériel remis en rayon',
  handed_over: 'Matériel remis',
  taken_back: 'Matériel rendu',
  inspected: 'Retour contrôlé',
  closed: 'Prêt clos',
  displaced: 'Repris par le propriétaire',
  substitute_accepted: 'Remplacement accepté',
  split_accepted: 'Prêt partagé autour des dates du propriétaire',
  split: 'Issu d’un partage',
  extension_asked: 'Prolongation demandée',
  extension_granted: 'Prolongation accordée',
  extension_refused: 'Prolongation refusée',
  offer_accepted: 'Offre de la liste d’attente acceptée',
  unit_changed: 'Exemplaire changé à la main',
  no_show: 'Jamais retiré',
}

interface Flag {
  readonly state: State
  readonly text: string
}

/** What to look at before one decides. EQP-1102. */
export function flagsOf(line: QueueLine): Flag[] {
  const flags: (Flag | false)[] = [
    line.needsDerogation && { state: 'warning', text: 'dépassement' },
    !line.isInsured && { state: 'warning', text: 'assurance à vérifier' },
    line.isBorrowerLate && { state: 'danger', text: 'emprunteur en retard' },
    line.isUnitLate && { state: 'danger', text: 'exemplaire pas encore rendu' },
    line.isUnitOutOfService && { state: 'danger', text: 'exemplaire hors service' },
    line.isLate && { state: 'danger', text: 'en retard' },
    line.extensionUntil !== null && { state: 'pending', text: 'prolongation demandée' },
    line.isEnteredForBorrower && { state: 'info', text: 'saisie par nous' },
  ]
  return flags.filter((flag) => flag !== false)
}

export const deskProblems: Record<DeskRefusal, Problem> = {
  name_taken: {
    field: 'nom',
    message: 'Un guichet de cet inventaire porte déjà ce nom : choisissez-en un autre.',
  },
  hours_overlap: {
    field: 'semaine',
    message: 'Deux plages d’un même jour se chevauchent, ou finissent avant de commencer : corrigez-les.',
  },
}

/** What the borrower of a displaced loan is offered. EQP-602. */
export function proposalSentence(proposal: Proposal, unitName: string, zone: string): string {
  if (proposal.kind === 'same_model')
    return `${unitName}, du même modèle, lui est gardé le temps de répondre.`
  if (proposal.kind === 'compatible') return `${unitName}, d’un autre modèle, lui est gardé s’il l’accepte.`
  if (proposal.kind === 'waiting_list')
    return 'Rien d’autre n’est libre : la liste d’attente lui est proposée.'
  const parts = [proposal.before, proposal.after].filter((part) => part !== null)
  const told = parts.map(({ from, until }) => `du ${momentText(from, zone)} au ${momentText(until, zone)}`)
  return `Les jours restants lui sont proposés : ${told.join(', puis ')}.`
}
