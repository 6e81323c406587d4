import { plural } from '../../../../ui/french.ts'
import type { AnnouncementKind } from '../../domain/telling/announcements.ts'
import type { Told, Wording } from './told-wording.ts'

const things = ({ stillOut, what }: Told) => (stillOut.length > 0 ? stillOut.join(', ') : what)
const days = ({ facts }: Told) => plural(Number(facts.daysLate ?? 0), 'jour', 'jours')
const forWhom = ({ collector }: Told) => (collector ? `Retiré par : ${collector}.` : null)

const lateBody = (told: Told, next: string) => [
  `${things(told)} devait être rendu le ${told.due}, au guichet ${told.desk} : ${days(told)} de retard.`,
  `Emprunteur : ${told.borrower}.`,
  forWhom(told),
  next,
]

const outcomeBody = ({ what }: Told) => [
  `Vous avez rendu ${what}. À quoi ce prêt a-t-il servi ? Le bilan se remplit en deux minutes, depuis la page du prêt.`,
  'Ces chiffres comptent dans ce que le réseau montre de son action.',
]

/** What a day brings when nothing was done. EQP-1103, EQP-1401. */
export const REMINDERS = {
  pickup_soon: {
    to: 'borrower',
    subject: ({ what }) => `à retirer bientôt (${what})`,
    body: ({ what, pickup, desk, collector }) => [
      `${what} est à retirer le ${pickup}, au guichet ${desk}.`,
      collector ? `Vient le chercher : ${collector}.` : 'Dites sur la page du prêt qui vient le chercher.',
    ],
  },
  return_soon: {
    to: 'borrower',
    subject: (told) => `à rendre bientôt (${things(told)})`,
    body: (told) => [
      `À rendre le ${told.due}, au guichet ${told.desk} : ${things(told)}.`,
      forWhom(told),
      'S’il vous faut plus de temps, demandez une prolongation depuis la page du prêt avant ce jour.',
    ],
  },
  return_today: {
    to: 'borrower',
    subject: (told) => `à rendre aujourd’hui (${things(told)})`,
    body: (told) => [
      `À rendre aujourd’hui, ${told.due}, au guichet ${told.desk} : ${things(told)}.`,
      forWhom(told),
    ],
  },
  late_1: {
    to: 'borrower',
    subject: (told) => `en retard (${things(told)})`,
    body: (told) => lateBody(told, 'Rapportez-le au plus vite : d’autres l’attendent peut-être.'),
  },
  late_3: {
    to: 'organisation',
    subject: (told) => `toujours en retard (${things(told)})`,
    body: (told) => lateBody(told, 'Rapportez-le, ou dites au guichet ce qui l’empêche.'),
  },
  late_7: {
    to: 'representative',
    subject: (told) => `${days(told)} de retard (${things(told)})`,
    body: (told) =>
      lateBody(
        told,
        'Sans retour, une mise en demeure sera préparée. Elle ne part pas seule : une personne la relit et décide.',
      ),
  },
  formal_notice_draft: {
    to: 'managers',
    subject: ({ borrower }) => `un projet de mise en demeure est prêt (${borrower})`,
    body: (told) => [
      `${things(told)} devait être rendu le ${told.due} : ${days(told)} de retard, malgré les rappels.`,
      'Un projet de mise en demeure est prêt. Rien n’est parti : relisez-le, puis décidez de l’envoyer ou non.',
    ],
  },
  outcome_7: {
    to: 'borrower',
    subject: ({ what }) => `le bilan de votre prêt (${what})`,
    body: outcomeBody,
  },
  outcome_21: {
    to: 'organisation',
    subject: ({ what }) => `il manque le bilan de votre prêt (${what})`,
    body: (told) => [...outcomeBody(told), 'C’est le dernier rappel.'],
  },
} as const satisfies Partial<Record<AnnouncementKind, Wording>>
