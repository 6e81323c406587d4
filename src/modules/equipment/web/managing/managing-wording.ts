import { HOLIDAY_CALENDARS, type HolidayCalendar } from '../../../../kernel/working-day.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { Lifecycle } from '../../data/catalogue/catalogue.store.ts'
import type { QueueLine } from '../../data/telling/queue.queries.ts'
import { isAway, type LineState } from '../../domain/line.ts'
import type { Proposal } from '../../domain/moving/displacement.ts'
import type { InventoryRole } from '../../domain/rights.ts'
import type { DeskRefusal } from '../../use-cases/catalogue/keep-desks.ts'
import type { ReasonCode } from '../../use-cases/deciding/decide-line.ts'
import { spanText } from '../moment-wording.ts'

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

const CALENDAR_WORDS: Readonly<Record<HolidayCalendar, string>> = {
  metropole: 'Métropole',
  alsace_moselle: 'Alsace et Moselle',
  guadeloupe: 'Guadeloupe',
  martinique: 'Martinique',
  guyane: 'Guyane',
  reunion: 'La Réunion',
  mayotte: 'Mayotte',
  saint_barthelemy: 'Saint-Barthélemy',
  saint_martin: 'Saint-Martin',
}

export const calendarChoices = HOLIDAY_CALENDARS.map((value) => ({
  value,
  label: CALENDAR_WORDS[value],
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

export const ZONE_WORDS: Readonly<Record<(typeof ZONES)[number], string>> = {
  'Europe/Paris': 'Métropole',
  'America/Guadeloupe': 'Guadeloupe, Saint-Barthélemy, Saint-Martin',
  'America/Martinique': 'Martinique',
  'America/Cayenne': 'Guyane',
  'Indian/Reunion': 'La Réunion',
  'Indian/Mayotte': 'Mayotte',
  'America/Miquelon': 'Saint-Pierre-et-Miquelon',
  'Pacific/Noumea': 'Nouvelle-Calédonie',
  'Pacific/Tahiti': 'Polynésie française',
}

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
  imported: 'Prêt passé, repris d’un fichier',
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
  lost: 'Matériel déclaré perdu',
  stolen: 'Matériel déclaré volé',
  part_lost: 'Une partie déclarée perdue',
  part_stolen: 'Une partie déclarée volée',
  disputed: 'Contrôle du retour contesté',
  cancelled: 'Annulé',
  recalled: 'Rappelé pour la fin de la convention',
  recall_lifted: 'Rappel levé',
  appointment_closed: 'Rendez-vous à replanifier, guichet fermé',
  appointment_kept: 'Rendez-vous maintenu',
  appointment_moved: 'Nouveau rendez-vous',
  shortened: 'Raccourci',
  early_return_asked: 'Retour anticipé demandé',
  early_return_accepted: 'Retour anticipé accepté',
  early_return_declined: 'Retour anticipé refusé',
  confirmed: 'Demande confirmée par l’emprunteur',
}

interface Flag {
  readonly state: State
  readonly text: string
}

/** While it may still be decided whether the thing leaves. */
const BEFORE_LEAVING: readonly LineState[] = ['draft', 'submitted', 'approved', 'prepared']

/** What to look at before one decides. EQP-1102. */
export function flagsOf(line: QueueLine): Flag[] {
  const mayStay = BEFORE_LEAVING.includes(line.state)
  const flags: (Flag | false)[] = [
    line.needsDerogation && { state: 'warning', text: 'dépassement' },
    !line.isInsured && (mayStay || isAway(line.state)) && { state: 'warning', text: 'assurance à vérifier' },
    mayStay && line.isBorrowerLate && { state: 'danger', text: 'emprunteur en retard' },
    line.isUnitLate && { state: 'danger', text: 'exemplaire pas encore rendu' },
    line.isUnitOutOfService && { state: 'danger', text: 'exemplaire hors service' },
    line.lacksCriticalPart && { state: 'danger', text: 'malle incomplète' },
    line.hasClosedAppointment && { state: 'warning', text: 'rendez-vous à replanifier' },
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
  const told = parts.map((part) => spanText(part, zone))
  return `Les jours restants lui sont proposés : ${told.join(', puis ')}.`
}
