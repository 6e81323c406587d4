import type { Day } from '../../../../kernel/day.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { DocumentRefusal } from '../../../../platform/files/kept-files.ts'
import { documentProblems } from '../../../../platform/http/document-wording.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { CommitteeKind, VoteAct } from '../../domain/acts.ts'
import type { MinutesState, MotionState } from '../../domain/committees.ts'
import type { MinutesRefusal } from '../../use-cases/committees/answer-minutes.ts'
import type { IssueRefusal } from '../../use-cases/committees/issue-minutes.ts'
import type { DecisionRefusal } from '../../use-cases/committees/record-decision.ts'
import type { MeetingRefusal } from '../../use-cases/committees/record-meeting.ts'

export const committeeNames: Readonly<Record<CommitteeKind, string>> = {
  steering: 'Comité de pilotage',
  network: 'Comité du réseau',
  bilateral: 'Réunion de fin d’année',
  governance: 'Comité de gouvernance',
}

export const voteWords: Readonly<Record<VoteAct['ballots'][number]['vote'] | 'absent', string>> = {
  for: 'Pour',
  against: 'Contre',
  abstain: 'Abstention',
  absent: 'Absente',
}

/** Without any version, nothing is to be validated yet. */
export function minutesTag(
  minutes: MinutesState | null,
  hasVersion: boolean,
): { state: State; word: string } {
  if (!hasVersion) return { state: 'neutral', word: 'Pas de compte rendu' }
  switch (minutes?.status) {
    case 'validated':
      return { state: 'positive', word: 'Compte rendu validé' }
    case 'awaiting_validation':
      return { state: 'warning', word: 'En attente d’une validation' }
    default:
      return { state: 'pending', word: 'Compte rendu à valider' }
  }
}

/** A vote without a rule of decision is noted, when both parties wanted the same. AGR-63. */
export function motionTag(motion: MotionState | null, hasRule: boolean): { state: State; word: string } {
  if (!motion) return { state: 'neutral', word: 'Sans accord des parties' }
  if (motion.result === 'adopted') return { state: 'positive', word: hasRule ? 'Adoptée' : 'Prise d’acte' }
  return motion.reason === 'no_quorum'
    ? { state: 'danger', word: 'Non adoptée : une partie manquait' }
    : { state: 'danger', word: 'Non adoptée : pas d’unanimité' }
}

export type CommitteeRefusal =
  | MeetingRefusal
  | DecisionRefusal
  | IssueRefusal
  | MinutesRefusal
  | DocumentRefusal

const refusals: Record<CommitteeRefusal, (details: Refusal['details']) => Problem> = {
  'no-such-agreement': () => whole('Cette convention n’existe pas ou n’est pas à votre portée.'),
  'changed-meanwhile': () =>
    whole(
      'Un acte a été enregistré sur cette convention pendant votre saisie. Vérifiez son état, puis recommencez : votre saisie est conservée.',
    ),
  'dated-in-the-future': ({ day }) => ({
    field: 'date',
    message: `Cette réunion est datée du ${said(day)} : elle ne pourra être enregistrée qu’à partir de ce jour.`,
  }),
  'no-such-committee': () => ({
    field: 'comite',
    message: 'La convention ne prévoit pas ce comité : choisissez-en un autre.',
  }),
  'meeting-before-entry': () => ({
    field: 'date',
    message: 'La convention n’était pas encore en vigueur ce jour-là : vérifiez la date de la réunion.',
  }),
  'no-such-meeting': () => whole('Cette réunion n’est pas enregistrée sur la convention.'),
  'meeting-outside-life': ({ day }) =>
    whole(`La convention n’était pas en vigueur le ${said(day)} : un vote de ce jour-là ne l’engage pas.`),
  'no-voice': () =>
    whole('Aucune partie n’a voté : dites ce que chacune a voté, ou n’enregistrez pas de décision.'),
  'same-minutes': () => ({
    field: 'document',
    message: 'C’est le compte rendu déjà publié, au signe près : choisissez la nouvelle version.',
  }),
  'not-their-party': () => whole('Chaque partie répond pour elle-même : vous ne représentez pas celle-ci.'),
  'no-minutes': () => whole('Aucun compte rendu n’est encore publié : il n’y a rien à valider.'),
  'minutes-changed': () =>
    whole(
      'Une nouvelle version du compte rendu a été publiée pendant votre lecture : relisez-la avant de répondre.',
    ),
  'minutes-validated': () => whole('Votre structure a déjà validé cette version du compte rendu.'),
  'reserve-without-reason': () => ({
    field: 'reserve',
    message: 'Dites ce qui doit changer dans le compte rendu : l’autre partie le lira.',
  }),
  ...documentProblems('document'),
}

export function problemOfCommittee({ refused, details }: Refusal<CommitteeRefusal>): Problem {
  return refusals[refused](details)
}

function whole(message: string): Problem {
  return { field: null, message }
}

function said(day: string | undefined): string {
  return day ? formatDay(day as Day) : '…'
}
