import type { Day } from '../../../../kernel/day.ts'
import { dayOf } from '../../../../kernel/instant.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { OwnLine, StoryLine } from '../../data/borrowing/borrowing.queries.ts'
import { deskText } from '../desk-name-wording.ts'
import { appointmentText } from '../moment-wording.ts'

const ACT_WORDS: Readonly<Record<string, string>> = {
  drafted: 'Demande préparée',
  imported: 'Prêt passé, repris d’un fichier',
  submitted: 'Demande envoyée',
  approved: 'Prêt accordé',
  rejected: 'Prêt refusé',
  withdrawn: 'Demande abandonnée',
  expired: 'Demande restée sans réponse',
  prepared: 'Matériel préparé au guichet',
  unprepared: 'Matériel remis en rayon',
  handed_over: 'Matériel remis',
  taken_back: 'Matériel rendu',
  inspected: 'Matériel contrôlé',
  closed: 'Prêt terminé',
  displaced: 'Matériel repris par son propriétaire',
  displacement_lapsed: 'Proposition restée sans réponse',
  substitute_accepted: 'Autre exemplaire accepté',
  split_accepted: 'Prêt partagé en deux',
  split: 'Seconde partie d’un prêt partagé',
  extension_asked: 'Prolongation demandée',
  extension_granted: 'Prolongation accordée',
  extension_refused: 'Prolongation refusée',
  offer_accepted: 'Proposition de la liste d’attente acceptée',
  no_show: 'Matériel jamais retiré',
  lost: 'Matériel déclaré perdu',
  stolen: 'Matériel déclaré volé',
  part_lost: 'Une partie déclarée perdue',
  part_stolen: 'Une partie déclarée volée',
  disputed: 'Contrôle du retour contesté',
  cancelled: 'Prêt annulé',
  recalled: 'Retour avancé à la fin de la convention',
  recall_lifted: 'Retour avancé annulé',
  appointment_closed: 'Rendez-vous à replanifier, le guichet sera fermé',
  appointment_kept: 'Rendez-vous maintenu',
  appointment_moved: 'Nouveau rendez-vous',
  shortened: 'Prêt raccourci',
  early_return_asked: 'Retour anticipé demandé',
  early_return_accepted: 'Retour anticipé accepté',
  early_return_declined: 'Retour anticipé refusé',
  confirmed: 'Demande confirmée par l’emprunteur',
}

export const REASON_WORDS: Readonly<Record<string, string>> = {
  owner_need: 'besoin propre de la tête de réseau',
  unavailable: 'matériel indisponible',
  out_of_purpose: 'demande hors de l’objet de la convention',
  incomplete: 'dossier incomplet',
  insurance: 'assurance',
  rights: 'droit d’emprunter',
  duration: 'durée',
  overdue: 'un retard en cours',
  other: 'autre raison',
}

/** One act of the story, with its reason when it has one. */
export function storyText({ act, reasonCode, reason }: StoryLine): string {
  const code = reasonCode ? ` (${REASON_WORDS[reasonCode] ?? reasonCode})` : ''
  return `${ACT_WORDS[act] ?? act}${code}${reason ? ` : ${reason.replace(/[.\s]+$/, '')}` : ''}.`
}

/** What comes next, and who does it: the first sentence of a loan. */
export function nextStep(line: OwnLine, today: Day): string {
  const { state, zone, pickupAt, dueAt, returnAt } = line
  const at = deskText(line.desk)
  const [pickup, back] = [pickupAt && appointmentText(pickupAt, zone), dueAt ?? returnAt]
  const due = back ? appointmentText(back, zone) : ''
  if (line.offeredUntil)
    return `Un exemplaire vous est proposé, à vous seul, jusqu’au ${appointmentText(line.offeredUntil, zone)}. À vous de répondre.`
  if (line.waits) return 'Vous êtes sur la liste d’attente. Rien à faire : une proposition se lira ici.'
  switch (state) {
    case 'draft':
      return 'Rien n’est encore demandé. Complétez ce brouillon, puis envoyez-le.'
    case 'submitted':
      return 'La tête de réseau doit répondre. Le matériel vous est gardé d’ici là.'
    case 'approved':
      return `À retirer le ${pickup} au ${at}.`
    case 'prepared':
      return `C’est prêt : à retirer le ${pickup} au ${at}.`
    case 'displaced':
      return line.displacedUntil
        ? `La tête de réseau a besoin de ce matériel. Répondez à sa proposition avant le ${appointmentText(line.displacedUntil, zone)}.`
        : 'La tête de réseau a repris ce matériel et la proposition n’est plus valable. Faites une autre demande, ou abandonnez celle-ci.'
    case 'out':
      if (lateText(line, today))
        return `À rendre sans attendre au ${at} : le retour était prévu le ${due}. Si quelque chose vous en empêche, dites-le à la tête de réseau.`
      return `À rendre le ${due} au ${at}.`
    case 'partially_returned':
      return `Une partie reste à rendre : le ${due} au ${at}.`
    case 'returned':
      return 'Le guichet contrôle le matériel rendu. Racontez ce qu’il a permis de faire.'
    case 'rejected':
      return 'Le prêt est refusé. Vous pouvez demander, une fois, que la décision soit réexaminée.'
    case 'no_show':
      return 'Personne n’est venu chercher le matériel : il est de nouveau libre.'
    case 'expired':
      return 'La demande est restée sans réponse dans le délai. Vous pouvez en envoyer une autre.'
    case 'lost':
    case 'stolen':
    case 'disputed':
      return 'La tête de réseau instruit ce dossier : sa décision se lira ici.'
    case 'inspected':
    case 'closed':
      return line.hasOutcome
        ? 'Il n’y a plus rien à faire.'
        : 'Le prêt est terminé. Il reste à raconter ce qu’il a permis de faire.'
    default:
      return 'Il n’y a plus rien à faire.'
  }
}

/** « en retard depuis le 15 mars 2027 » when the due day has passed and it is still away. EQP-1101. */
export function lateText({ isOut, dueAt, zone }: OwnLine, today: Day): string | null {
  if (!isOut || !dueAt) return null
  const due = dayOf(dueAt, zone)
  return due < today ? `en retard depuis le ${formatDay(due)}` : null
}
