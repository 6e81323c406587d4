import type { Day } from '../../../../kernel/day.ts'
import { isDay } from '../../../../kernel/day.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay, formatDayRelative, plural, relativeDay } from '../../../../ui/french.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { Mark } from '../../domain/instruction/completion.ts'
import type { Delay } from '../../domain/instruction/instruction-delay.ts'
import type { NextStep, StepKind, WaitedFor } from '../../domain/instruction/next-step.ts'
import type { Verdict } from '../../domain/instruction/opinion.ts'
import type { Seen, VisitState } from '../../domain/instruction/visit.ts'
import type { AnswerRefusal } from '../../use-cases/instruction/answer-completion.ts'
import type { CompletionRefusal } from '../../use-cases/instruction/ask-completion.ts'
import type { OpinionRefusal } from '../../use-cases/instruction/ask-opinion.ts'
import type { AssignRefusal } from '../../use-cases/instruction/assign-file.ts'
import type { ClosingRefusal } from '../../use-cases/instruction/close-unanswered.ts'
import type { GroupRefusal } from '../../use-cases/instruction/keep-groups.ts'
import type { VisitRefusal } from '../../use-cases/instruction/plan-visit.ts'
import type { ProposalRefusal } from '../../use-cases/instruction/propose-decision.ts'
import type { ReviewRefusal } from '../../use-cases/instruction/save-review.ts'

export const MARK_WORDS: Readonly<Record<Mark, { word: string; state: State }>> = {
  complete: { word: 'Complet', state: 'positive' },
  incomplete: { word: 'Incomplet', state: 'warning' },
  incorrect: { word: 'Inexact', state: 'warning' },
  outdated: { word: 'Périmé', state: 'warning' },
}

export const OPINION_WORDS: Readonly<Record<Verdict, { word: string; state: State }>> = {
  favourable: { word: 'Favorable', state: 'positive' },
  reserved: { word: 'Réservé', state: 'warning' },
  unfavourable: { word: 'Défavorable', state: 'danger' },
}

export const SEEN_WORDS: Readonly<Record<Seen, string>> = {
  yes: 'Constaté',
  partly: 'Constaté en partie',
  no: 'Non constaté',
}

export const VISIT_WORDS: Readonly<Record<VisitState, { word: string; state: State }>> = {
  proposed: { word: 'Date proposée', state: 'pending' },
  confirmed: { word: 'Date confirmée', state: 'info' },
  declined: { word: 'Autre date demandée', state: 'warning' },
  cancelled: { word: 'Annulée', state: 'neutral' },
  reported: { word: 'Compte rendu écrit', state: 'positive' },
  replied: { word: 'Réponse reçue', state: 'positive' },
}

export const PROPOSED_WORDS = {
  granted: 'Accorder le label',
  granted_with_reserve: 'Accorder avec réserve',
  refused: 'Refuser',
} as const

/** The next thing to do of a file, as its act. */
const STEP_WORDS: Readonly<Record<StepKind, string>> = {
  take_up: 'Prendre en charge',
  examine: 'Examiner les réponses',
  ask_completion: 'Demander les compléments',
  await_completion: 'Compléments attendus du demandeur',
  close_unanswered: 'Sans réponse : décider de la suite',
  await_visit_answer: 'Date de visite à confirmer par le demandeur',
  propose_other_date: 'Proposer une autre date de visite',
  await_visit: 'Visite à venir',
  report_visit: 'Écrire le compte rendu de la visite',
  await_opinions: 'Avis attendus',
  chase_opinions: 'Avis en retard : relancer ou retirer la question',
  propose: 'Proposer une décision',
  await_decision: 'Décision attendue',
  over: 'Dossier clos',
}

/** « Compléments attendus du demandeur, pour le 3 mars 2026, dans 4 jours ». */
export function stepText({ kind, by, waitedFor }: NextStep, today: Day): string {
  const words = STEP_WORDS[kind]
  return by === null || waitedFor === 'instructor'
    ? words
    : `${words}, pour le ${formatDayRelative(by, today)}`
}

export const WAITED_WORDS: Readonly<Record<WaitedFor, string>> = {
  instructor: 'À instruire',
  applicant: 'Chez le demandeur',
  experts: 'Chez les experts',
  visit: 'Visite à venir',
  decider: 'À décider',
  nobody: 'Clos',
}

/** « 12 jours restants, jusqu’au 3 mars 2026 »; suspended, it says so. LAB-10. */
export function delayText({ lastDay, daysUsed }: Delay, today: Day, days: number): string {
  if (lastDay === null) return `Suspendu : ${plural(daysUsed, 'jour écoulé', 'jours écoulés')} sur ${days}`
  if (lastDay < today) return `Dépassé depuis le ${formatDay(lastDay)}`
  return `Jusqu’au ${formatDayRelative(lastDay, today)}`
}

/** The same in a narrow column: « 40 jours », « suspendu », « dépassé ». */
export function delayShort({ lastDay }: Delay, today: Day): string {
  if (lastDay === null) return 'Suspendu'
  return lastDay < today ? 'Dépassé' : relativeDay(lastDay, today)
}

export function delayState({ lastDay }: Delay, today: Day): State {
  if (lastDay === null) return 'pending'
  return lastDay < today ? 'danger' : 'info'
}

export type InstructionRefusal =
  | AnswerRefusal
  | CompletionRefusal
  | OpinionRefusal
  | AssignRefusal
  | ClosingRefusal
  | GroupRefusal
  | VisitRefusal
  | ProposalRefusal
  | ReviewRefusal

type Details = Readonly<Record<string, string>>
const dayIn = (details: Details, name: string) => {
  const text = details[name] ?? ''
  return isDay(text) ? formatDay(text) : text
}

const PROBLEMS: Readonly<Record<InstructionRefusal, (details: Details) => Problem>> = {
  'file-moved-on': () => ({
    field: null,
    message: 'Ce dossier a avancé entre-temps : relisez-le, puis recommencez si c’est encore utile.',
  }),
  'section-saved-meanwhile': () => ({
    field: null,
    message:
      'Quelqu’un a enregistré cette rubrique pendant que vous l’examiniez. Les deux versions sont ci-dessous : gardez ce qui convient, puis enregistrez.',
  }),
  'what-lacks-unsaid': ({ code }) => ({
    field: `message-${code}`,
    message: 'Dites au demandeur ce qui manque : il lira ces mots.',
  }),
  'nothing-lacks': () => ({
    field: null,
    message: 'Rien n’est noté incomplet : examinez d’abord les rubriques et notez ce qui manque.',
  }),
  'due-too-early': (details) => ({
    field: 'date',
    message: `Le demandeur doit avoir le temps de répondre : le ${dayIn(details, 'earliest')} au plus tôt.`,
  }),
  'late-items-unexplained': () => ({
    field: 'motif',
    message:
      'Ces points étaient déjà dans le dossier à la demande précédente : dites pourquoi vous les demandez seulement maintenant.',
  }),
  'nothing-asked': () => ({ field: null, message: 'Aucun complément n’est demandé pour ce dossier.' }),
  'no-such-item': () => ({ field: null, message: 'Ce point n’est pas demandé.' }),
  'answer-empty': ({ code }) => ({
    field: `reponse-${code}`,
    message: 'Écrivez une réponse ou joignez un document. Si vous ne l’avez pas, dites pourquoi.',
  }),
  'not-all-answered': ({ left = '' }) => ({
    field: null,
    message: `Il reste ${plural(Number(left), 'point', 'points')} sans réponse : répondez à chacun avant d’envoyer.`,
  }),
  'not-reminded-twice': () => ({
    field: null,
    message: 'Deux rappels doivent partir avant de clore ce dossier : attendez le second.',
  }),
  'still-time-to-answer': (details) => ({
    field: null,
    message: `Le demandeur peut encore répondre : vous pourrez clore à partir du ${dayIn(details, 'from')}.`,
  }),
  'not-an-expert': () => ({ field: 'expert', message: 'Choisissez une personne de la liste des experts.' }),
  'expert-of-applicant': () => ({
    field: 'expert',
    message: 'Cette personne appartient à la structure qui candidate : choisissez quelqu’un d’autre.',
  }),
  'asked-already': () => ({
    field: 'expert',
    message: 'Une question lui est déjà posée sur ce dossier : attendez son avis, ou retirez la question.',
  }),
  'due-in-the-past': () => ({ field: 'date', message: 'Indiquez un jour à venir.' }),
  'opinion-over': () => ({ field: null, message: 'Cet avis est déjà rendu, ou n’est plus demandé.' }),
  'sent-there-already': () => ({ field: null, message: 'Ce dossier y est déjà.' }),
  'no-such-group': () => ({ field: 'groupe', message: 'Choisissez un groupe ouvert.' }),
  'not-in-group': () => ({ field: 'personne', message: 'Cette personne n’est pas de ce groupe.' }),
  'group-name-taken': () => ({ field: 'nom', message: 'Un groupe porte déjà ce nom.' }),
  'sits-already': () => ({ field: 'personne', message: 'Cette personne est déjà de ce groupe.' }),
  'not-a-member': () => ({ field: 'personne', message: 'Choisissez un membre du réseau.' }),
  'visit-in-the-past': () => ({ field: 'date', message: 'Proposez un jour à venir, ou aujourd’hui.' }),
  'visit-to-come': () => ({
    field: null,
    message: 'Une visite est déjà prévue : écrivez son compte rendu, ou annulez-la d’abord.',
  }),
  'visit-moved-on': () => ({ field: null, message: 'Cette visite a changé entre-temps : relisez la page.' }),
  'held-in-the-future': () => ({
    field: 'date',
    message: 'Indiquez le jour où la visite a vraiment eu lieu.',
  }),
  'people-shown-unasked': () => ({
    field: 'accord',
    message: 'Confirmez l’accord des personnes reconnaissables, ou retirez les photos.',
  }),
  'reasons-missing': () => ({
    field: 'motifs',
    message: 'Motivez la proposition : la lettre reprendra ces mots.',
  }),
  'reserve-missing': () => ({ field: 'reserve', message: 'Écrivez la réserve à lever.' }),
  'level-missing': () => ({ field: 'niveau', message: 'Choisissez le niveau proposé.' }),
  'level-unknown': () => ({ field: 'niveau', message: 'Ce niveau n’existe pas pour ce label.' }),
}

export function problemOfInstruction({ refused, details }: Refusal<InstructionRefusal>): Problem {
  return PROBLEMS[refused](details)
}
