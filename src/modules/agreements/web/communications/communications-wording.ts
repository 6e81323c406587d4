import type { Day } from '../../../../kernel/day.ts'
import type { Refusal } from '../../../../kernel/refusal.ts'
import type { DocumentRefusal } from '../../../../platform/files/kept-files.ts'
import { documentProblems } from '../../../../platform/http/document-wording.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { CommunicationKind } from '../../domain/acts.ts'
import type { CommunicationState } from '../../domain/communications.ts'
import type { AnswerRefusal } from '../../use-cases/communications/answer-communication.ts'
import type { ReportRefusal } from '../../use-cases/communications/report-operation.ts'
import type { CommunicationRefusal } from '../../use-cases/communications/request-communication.ts'

export const kindWords: Readonly<Record<CommunicationKind, { label: string; hint: string }>> = {
  existence_and_content: {
    label: 'Dire que la convention existe, ce qu’elle contient, avec qui',
    hint: 'Un article, une page de site, une délibération commentée.',
  },
  promotional: { label: 'Une opération de promotion', hint: 'Une affiche, une campagne, un communiqué.' },
  event: { label: 'Un évènement', hint: 'Une inauguration, une journée portes ouvertes, un stand.' },
}

export const communicationTag: Readonly<
  Record<CommunicationState['status'], { state: State; word: string }>
> = {
  not_required: { state: 'neutral', word: 'Accord non nécessaire' },
  awaiting_other_party: { state: 'warning', word: 'En attente d’une réponse' },
  approved: { state: 'positive', word: 'Approuvée' },
  refused: { state: 'danger', word: 'Refusée' },
}

/** What the clause asks one to check: nobody should mistake what binds the parties. AGR-67. */
export const CONFUSION_CHECKLIST = [
  'Le texte ne laisse croire à aucun autre lien entre les parties que cette convention.',
  'Il ne laisse croire ni à un soutien plus large, ni à une durée plus longue que la sienne.',
  'Les noms des parties sont écrits comme dans la convention.',
  'Les logos ont des tailles comparables, et chacun est utilisé selon sa charte.',
] as const

/** Nothing is decided by waiting. AGR-5. */
export const NO_DEFAULT_ANSWER =
  'Aucun délai ne vaut réponse : sans accord écrit, l’opération n’est pas approuvée. Des rappels partent après 7 et 14 jours.'

export type OperationRefusal = CommunicationRefusal | AnswerRefusal | ReportRefusal | DocumentRefusal

const refusals: Record<OperationRefusal, (details: Refusal['details']) => Problem> = {
  'no-such-agreement': () => whole('Cette convention n’existe pas ou n’est pas à votre portée.'),
  'changed-meanwhile': () =>
    whole(
      'Un acte a été enregistré sur cette convention pendant votre saisie. Vérifiez son état, puis recommencez : votre saisie est conservée.',
    ),
  'not-their-party': () => whole('Chaque partie agit pour elle-même : vous ne représentez pas celle-ci.'),
  'communication-outside-life': () =>
    whole('La convention n’est pas en vigueur : sa clause de communication ne s’applique pas.'),
  'no-such-communication': () => whole('Cette demande n’existe pas sur cette convention.'),
  'not-theirs-to-answer': () => whole('C’est votre propre demande : la réponse revient à l’autre partie.'),
  'approval-not-required': () => whole('La convention ne demande pas d’accord pour cette communication.'),
  'refused-without-reason': () => ({
    field: 'raison',
    message: 'Dites pourquoi vous refusez : l’autre partie pourra corriger sa demande.',
  }),
  'operation-reported': ({ day }) =>
    whole(`Le bilan de cette opération a déjà été transmis, le ${said(day)}.`),
  'not-their-operation': () => whole('Le bilan revient à la partie qui a demandé l’opération.'),
  'operation-not-agreed': () =>
    whole('Cette opération n’est pas approuvée : elle n’a pas de bilan à transmettre.'),
  'operation-not-held': ({ day }) =>
    whole(`L’opération est prévue le ${said(day)} : son bilan se transmet à partir de ce jour.`),
  ...documentProblems('visuels'),
}

export function problemOfCommunication({ refused, details }: Refusal<OperationRefusal>): Problem {
  return refusals[refused](details)
}

/** The form of a report has one document, under its own name. */
export function problemOfReport(refusal: Refusal<OperationRefusal>): Problem {
  const problem = problemOfCommunication(refusal)
  return problem.field === 'visuels' ? { ...problem, field: 'document' } : problem
}

function whole(message: string): Problem {
  return { field: null, message }
}

function said(day: string | undefined): string {
  return day ? formatDay(day as Day) : '…'
}
