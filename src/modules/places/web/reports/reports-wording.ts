import type { Day } from '../../../../kernel/day.ts'
import { dayOf } from '../../../../kernel/instant.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { formatDay, plural } from '../../../../ui/french.ts'
import type { ErrorReport } from '../../data/reports/reports.store.ts'
import { type ReportKind, type ReportOutcome, staffFrom } from '../../domain/reports/report.ts'
import type { AnswerRefusal } from '../../use-cases/reports/answer-report.ts'
import type { ReportRefusal } from '../../use-cases/reports/report-error.ts'

export const kindNames: Readonly<Record<ReportKind, string>> = {
  closed: 'Ce lieu a fermé',
  moved: 'Il a déménagé',
  hours: 'Les horaires sont faux',
  phone: 'Le téléphone est faux',
  duplicate: 'Il apparaît deux fois',
  other: 'Autre chose',
}

export const outcomeNames: Readonly<Record<ReportOutcome, string>> = {
  corrected: 'La fiche est corrigée',
  refused: 'La fiche est juste',
}

export const reportProblems: Readonly<Record<ReportRefusal, Problem>> = {
  'already-reported': {
    field: 'nature',
    message: 'Nous venons de recevoir la même chose de votre part pour ce lieu. Merci : c’est déjà transmis.',
  },
  'too-many-reports': {
    field: null,
    message: 'Plusieurs signalements viennent de partir de votre connexion. Réessayez dans une heure.',
  },
}

export const answerProblems: Readonly<Record<Exclude<AnswerRefusal, 'no-such-report'>, Problem>> = {
  'already-answered': {
    field: null,
    message: 'Quelqu’un vient de répondre à ce signalement : sa réponse est partie, la vôtre non.',
  },
}

/** Whose it is to answer today: « au gestionnaire du lieu jusqu’au 24 juin 2026 ». */
export function whoseText({ sentAt, isPlaceKept }: ErrorReport, today: Day): string {
  const from = staffFrom(dayOf(sentAt), isPlaceKept)
  return today < from ? `Au gestionnaire du lieu, jusqu’au ${formatDay(from)}` : 'À la tête de réseau'
}

interface AboutReport {
  report: ErrorReport
  networkName: string
  address: string
}

export function reportMail({ report: { place, kind, words }, networkName, address }: AboutReport) {
  return {
    subject: `${networkName} : une erreur signalée sur la fiche de ${place.name}`,
    body: [
      'Bonjour,',
      `Une personne signale une erreur sur la fiche de ${place.name} : ${lower(kindNames[kind])}.`,
      ...(words ? [`Elle écrit : ${words}`] : []),
      `Corrigez la fiche ou répondez-lui : ${address}`,
      'Sans réponse dans les sept jours, la tête de réseau prendra le relais.',
      networkName,
    ].join('\n\n'),
  }
}

export function answeredMail({ report: { place, answer }, networkName, address }: AboutReport) {
  const isCorrected = answer?.outcome === 'corrected'
  return {
    subject: `${networkName} : réponse à votre signalement sur ${place.name}`,
    body: [
      'Bonjour,',
      isCorrected
        ? `Merci : la fiche de ${place.name} est corrigée.`
        : `Votre signalement sur ${place.name} a été lu. La fiche n’est pas changée.`,
      ...(answer?.words ? [answer.words] : []),
      `Le suivi de votre signalement : ${address}`,
      'Votre adresse sera effacée dans 90 jours. Elle ne sert à rien d’autre.',
      networkName,
    ].join('\n\n'),
  }
}

export function waitingMail({
  count,
  networkName,
  address,
}: {
  count: number
  networkName: string
  address: string
}) {
  return {
    subject: `${networkName} : ${plural(count, 'signalement sans réponse', 'signalements sans réponse')}`,
    body: [
      'Bonjour,',
      `${plural(count, 'signalement attend', 'signalements attendent')} une réponse depuis plus de sept jours : c’est à vous d’y répondre.`,
      address,
      networkName,
    ].join('\n\n'),
  }
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
