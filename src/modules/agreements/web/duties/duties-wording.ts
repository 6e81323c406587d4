import type { Day } from '../../../../kernel/day.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { DocumentRefusal } from '../../../../platform/files/kept-files.ts'
import { documentProblems } from '../../../../platform/http/document-wording.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { EvidenceKind } from '../../domain/duties.ts'
import type { DutyGroup, TrackedDuty } from '../../domain/tracked-duties.ts'
import type { ConfirmationRefusal } from '../../use-cases/duties/confirm-listed-place.ts'
import type { DeclarationRefusal } from '../../use-cases/duties/declare-evidence.ts'
import type { WithdrawalRefusal } from '../../use-cases/duties/take-evidence-back.ts'

/** Each duty of the reference templates, as an act to do. A test holds that none is missing. */
const dutyWords: Readonly<Record<string, string>> = {
  place_update: 'Tenir à jour la fiche du lieu',
  committee_steering: 'Réunir le comité de pilotage',
  committee_network: 'Réunir le comité du réseau',
  committee_bilateral: 'Tenir la réunion de fin d’année',
  committee_governance: 'Réunir le comité de gouvernance',
  operation_results: 'Transmettre le bilan de l’opération de communication',
  minutes: 'Valider le compte rendu de la réunion',
  activity_report: 'Remettre le rapport d’activité',
  campaigns_and_exchanges: 'Prendre part aux campagnes et aux échanges du réseau',
  lead_displayed: 'Afficher l’engagement du chef de file dans le lieu',
  regional_tools: 'Faire connaître les outils du chef de file',
  labels_granted: 'Attribuer les labels',
  communication_kit: 'Fournir le kit de communication',
  map: 'Montrer les lieux sur la carte publique',
  shared_agenda: 'Tenir l’agenda partagé',
  forum: 'Ouvrir un forum aux médiateurs et médiatrices',
  workspaces: 'Ouvrir des espaces de travail communs',
  training_plan: 'Proposer un plan de formation',
  shared_equipment: 'Mettre du matériel à disposition',
  expert_help: 'Mettre en relation avec des experts',
  data_protection: 'Protéger les données des personnes accueillies',
  data_protection_of_the_site: 'Protéger les données du site et répondre aux demandes',
  open_door_workshops: 'Ouvrir des ateliers à tous les publics',
  charter_and_directory: 'Faire signer la charte et compléter l’annuaire',
  equipment_donated: 'Encourager le don de matériel à reconditionner',
  advice_and_reduced_price: 'Conseiller les lieux et proposer des ressources à prix réduit',
  access_for_all: 'Accueillir tous les publics',
  computers: 'Mettre des postes et internet à disposition',
  one_facilitator: 'Avoir au moins un médiateur ou une médiatrice',
  regular_workshops: 'Proposer des ateliers réguliers',
  loan_rules: 'Respecter les règles du prêt de matériel',
  network_animated: 'Animer le réseau',
  common_promotion: 'Faire connaître les lieux du réseau',
  indicators: 'Transmettre les indicateurs',
  fund_calls: 'Faire connaître les appels du fonds',
  label_criteria: 'Tenir les critères du label',
  visibility: 'Rendre le partenaire visible',
  placements_promoted: 'Faire connaître les emplois d’avenir numériques',
  fund_and_seat: 'Contribuer au fonds et siéger à son comité',
  offers_published: 'Publier les offres d’emploi',
  skills_framework: 'Tenir le référentiel de compétences',
}

export function dutyName(code: string): string {
  return dutyWords[code] ?? 'Tenir un engagement de la convention'
}

/** Where a fact that proves it would be found. */
const kindWords: Readonly<Record<EvidenceKind, string>> = {
  agenda: 'l’agenda partagé',
  equipment: 'le matériel partagé',
  forum: 'le forum',
  funding: 'le fonds',
  indicators: 'les indicateurs',
  jobs: 'les offres d’emploi',
  labels: 'les labels',
  map: 'la carte publique',
  photo: 'une photo',
  places: 'les fiches des lieux',
  privacy: 'le registre des traitements',
  refurbishing: 'le reconditionnement',
  skills: 'les référentiels de compétences',
  training: 'les formations',
  watch: 'la veille',
  workspaces: 'les espaces de travail',
  declared: 'une déclaration',
}

/** « Preuve attendue : l’agenda partagé, le forum ou une déclaration. » */
export function expectedEvidence(kinds: readonly EvidenceKind[]): string {
  const sources = [...new Set([...kinds, 'declared' as const])].map((kind) => kindWords[kind])
  const last = sources.pop() ?? ''
  return `Preuve attendue : ${sources.length > 0 ? `${sources.join(', ')} ou ` : ''}${last}.`
}

export const groupTitles: Readonly<Record<DutyGroup, string>> = {
  overdue: 'En retard',
  current: 'En cours',
  coming: 'À venir',
  past: 'Tenues',
}

/** The order of the page. */
export const GROUPS = ['overdue', 'current', 'coming', 'past'] as const

/** In a word. A duty « autant que possible » without evidence is never called late. AGR-73. */
export function dutyTag({ status, bestEfforts, evidence }: TrackedDuty): { state: State; word: string } {
  switch (status) {
    case 'fulfilled':
      return evidence?.isDeclared
        ? { state: 'info', word: 'Déclarée tenue' }
        : { state: 'positive', word: 'Tenue' }
    case 'overdue':
      return { state: 'danger', word: 'En retard' }
    case 'upcoming':
      return { state: 'neutral', word: 'À venir' }
    case 'due':
      return bestEfforts
        ? { state: 'pending', word: 'Autant que possible' }
        : { state: 'warning', word: 'Sans preuve à ce jour' }
  }
}

/** « 1er semestre 2026 », « année 2026 », « du 12 juin 2026 au 11 juin 2027 ». */
export function windowWords(window: string): string {
  const [start = '', lastDay] = window.split('/')
  if (lastDay) return `du ${formatDay(start as Day)} au ${formatDay(lastDay as Day)}`
  if (/-H[12]$/.test(window)) return `${window.endsWith('1') ? '1er' : '2e'} semestre ${window.slice(0, 4)}`
  return /^\d{4}$/.test(window) ? `année ${window}` : `réunion du ${formatDay(window as Day)}`
}

export type DutyRefusal = ConfirmationRefusal | DeclarationRefusal | WithdrawalRefusal | DocumentRefusal

const refusals: Record<DutyRefusal, (details: Refusal['details']) => Problem> = {
  'no-such-agreement': () => whole('Cette convention n’existe pas ou n’est pas à votre portée.'),
  'no-such-place': () => whole('Ce lieu n’est plus dans l’annuaire.'),
  'place-not-listed': () => ({ field: 'lieu', message: 'Choisissez un lieu que la convention liste.' }),
  'no-such-duty': () => whole('Cette convention ne prévoit pas cette obligation.'),
  'not-their-duty': () =>
    whole('Cette obligation est celle de l’autre partie : c’est à elle d’en apporter la preuve.'),
  'dated-in-the-future': ({ day }) => ({
    field: 'date',
    message: `Vous déclarez ce qui est fait : le ${said(day)} n’est pas encore venu.`,
  }),
  'done-before-entry': () => ({
    field: 'date',
    message: 'La convention n’était pas encore en vigueur ce jour-là : indiquez un jour où elle l’était.',
  }),
  'no-such-evidence': () => whole('Cette preuve n’existe pas sur cette convention.'),
  'not-their-evidence': () =>
    whole('Cette preuve a été déclarée par l’autre partie : elle seule peut la retirer.'),
  'already-withdrawn': () => whole('Cette preuve a déjà été retirée.'),
  ...documentProblems('document'),
}

export function problemOfDuty({ refused, details }: Refusal<DutyRefusal>): Problem {
  return refusals[refused](details)
}

function whole(message: string): Problem {
  return { field: null, message }
}

function said(day: string | undefined): string {
  return day ? formatDay(day as Day) : '…'
}
