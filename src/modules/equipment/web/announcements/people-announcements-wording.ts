import type { AnnouncementKind } from '../../domain/telling/announcements.ts'
import { because, momentIn, type Told, type Wording } from './told-wording.ts'

const wanted = (told: Told) => momentIn(told, 'wantedAt') ?? ''

/** What people ask of one another about a loan, beside its usual way. EQP-505, EQP-506, EQP-602. */
export const PEOPLE_ANNOUNCEMENTS = {
  early_return_asked: {
    to: 'borrower',
    subject: ({ what }) => `retour anticipé demandé (${what})`,
    body: (told) => [
      `La tête de réseau aurait besoin de ${told.what} avant la date prévue : au plus tard le ${wanted(told)}.`,
      because(told),
      `Vous pouvez accepter, et choisir un créneau, ou refuser. Sans réponse, ${told.what} reste à rendre le ${told.due}.`,
    ],
  },
  early_return_accepted: {
    to: 'both',
    subject: ({ what }) => `retour anticipé accepté (${what})`,
    body: (told) => [
      told.side === 'borrower'
        ? `Vous rendez ${told.what} plus tôt : le ${momentIn(told, 'at') ?? told.due}, au guichet ${told.desk}.`
        : `${told.borrower} rend ${told.what} plus tôt : le ${momentIn(told, 'at') ?? told.due}, au guichet ${told.desk}.`,
    ],
  },
  early_return_declined: {
    to: 'managers',
    subject: ({ what }) => `retour anticipé refusé (${what})`,
    body: (told) => [`${told.borrower} garde ${told.what} jusqu’au ${told.due}, comme prévu.`, because(told)],
  },
  reexamination_answered: {
    to: 'borrower',
    subject: ({ what }) => `réponse à votre demande de réexamen (${what})`,
    body: ({ what, facts }) => [
      facts.isUpheld === true
        ? `La décision prise sur votre demande de ${what} est maintenue.`
        : `La décision prise sur votre demande de ${what} est revue. Faites une nouvelle demande : elle sera étudiée à la lumière de cette réponse.`,
      'La réponse motivée se lit sur la page du prêt.',
    ],
  },
  entered_for_borrower: {
    to: 'borrower',
    subject: ({ what }) => `demande saisie pour vous, à confirmer (${what})`,
    body: (told) => [
      `La tête de réseau a saisi pour votre structure une demande de ${told.what}, du ${told.pickup} au ${told.due}.`,
      'Relisez-la, puis confirmez-la ou abandonnez-la depuis la page du prêt.',
      told.heldUntil ? `Le matériel vous est gardé jusqu’au ${told.heldUntil}.` : null,
    ],
  },
  entered_confirmed: {
    to: 'managers',
    subject: ({ borrower, what }) => `${borrower} confirme sa demande (${what})`,
    body: (told) => [
      `${told.borrower} confirme la demande de ${told.what} que vous avez saisie, du ${told.pickup} au ${told.due}.`,
    ],
  },
} satisfies Partial<Record<AnnouncementKind, Wording>>
