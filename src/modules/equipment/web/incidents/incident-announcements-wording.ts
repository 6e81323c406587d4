import type { IncidentKind } from '../../domain/incidents/incident.ts'
import type { AnnouncementKind } from '../../domain/telling/announcements.ts'
import { because, type Wording } from '../announcements/told-wording.ts'
import { KIND_WORDS } from './incidents-wording.ts'

type Kinds =
  | 'emergency_answered'
  | 'breakdown_declared'
  | 'incident_opened'
  | 'police_reference_due'
  | 'charge_announced'
  | 'charge_answered'
  | 'charge_decided'
  | 'loan_disputed'

/** What is told of incidents and of what they cost. EQP-901, EQP-902, EQP-905. */
export const INCIDENT_ANNOUNCEMENTS: Readonly<Record<Extract<AnnouncementKind, Kinds>, Wording>> = {
  breakdown_declared: {
    to: 'managers',
    subject: ({ what }) => `panne signalée sur ${what}`,
    body: ({ borrower, what }) => [
      `${borrower} signale une panne ou une détérioration de ${what}.`,
      'Examinez-la dans les incidents de l’inventaire, et dites à l’emprunteur quoi faire.',
    ],
  },
  emergency_answered: {
    to: 'borrower',
    subject: ({ what }) => `votre intervention d’urgence sur ${what}`,
    body: ({ what, facts }) => [
      facts.isAccepted === true
        ? `L’intervention d’urgence sur ${what} est acceptée : elle était justifiée.`
        : `L’intervention d’urgence sur ${what} est contestée. Le motif se lit sur la page du prêt, sous « Incidents et frais ».`,
    ],
  },
  incident_opened: {
    to: 'borrower',
    subject: ({ what }) => `un incident est ouvert sur ${what}`,
    body: ({ what, facts }) => [
      `La tête de réseau a ouvert un incident sur ${what} : ${KIND_WORDS[facts.kind as IncidentKind] ?? 'à examiner'}.`,
      'Vous pouvez le lire sur la page du prêt. Rien ne vous est demandé pour l’instant.',
    ],
  },
  police_reference_due: {
    to: 'managers',
    subject: ({ what }) => `plainte à compléter pour ${what}`,
    body: ({ what }) => [
      `Le vol de ${what} n’a pas encore la référence de sa plainte.`,
      'Demandez-la à l’emprunteur et notez-la sur la page de l’incident : l’assurance l’exigera.',
    ],
  },
  charge_announced: {
    to: 'borrower',
    subject: ({ what }) => `des frais sont annoncés pour ${what}`,
    body: ({ what }) => [
      `La tête de réseau annonce des frais à votre charge pour ${what}.`,
      'Lisez le montant, la preuve et l’article de la convention sur la page du prêt, sous « Incidents et frais ». Vous pouvez accepter ou contester.',
    ],
  },
  charge_answered: {
    to: 'managers',
    subject: ({ borrower }) => `${borrower} a répondu sur des frais`,
    body: ({ borrower, what }) => [
      `${borrower} a répondu aux frais annoncés pour ${what}.`,
      'Lisez la réponse dans les incidents de l’inventaire, puis décidez.',
    ],
  },
  charge_decided: {
    to: 'borrower',
    subject: ({ what }) => `décision sur les frais de ${what}`,
    body: ({ what }) => [
      `La tête de réseau a décidé des frais de ${what}.`,
      'Le montant, le motif et le relevé se lisent sur la page du prêt, sous « Incidents et frais ».',
    ],
  },
  loan_disputed: {
    to: 'managers',
    subject: ({ borrower }) => `${borrower} conteste le contrôle d’un retour`,
    body: (told) => [`${told.borrower} conteste le contrôle de ${told.what}.`, because(told)],
  },
}
