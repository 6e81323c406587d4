import type { AnnouncementKind } from '../../domain/telling/announcements.ts'
import { REASON_WORDS } from '../managing/managing-wording.ts'
import { because, dayIn, momentIn, type Told, type Wording } from './told-wording.ts'

const until = (told: Told) => momentIn(told, 'until') ?? momentIn(told, 'untilAt') ?? told.due
const refusedBecause = ({ reason, reasonCode }: Told) => {
  const code = REASON_WORDS[reasonCode as keyof typeof REASON_WORDS]
  return `Motif : ${[code, reason.trim()].filter(Boolean).join('. ')}`
}

/** What an act of a loan tells the other side. */
export const LOAN_ANNOUNCEMENTS = {
  submitted: {
    to: 'managers',
    subject: ({ borrower, what }) => `${borrower} demande ${what}`,
    body: (told) => [
      `${told.borrower} demande ${told.what}, du ${told.pickup} au ${told.due}.`,
      told.needsDerogation ? 'La durée dépasse la limite : accorder demande une décision motivée.' : null,
      told.heldUntil
        ? `Le matériel est retenu jusqu’au ${told.heldUntil}. Sans réponse d’ici là, la demande expire.`
        : null,
    ],
  },
  approved: {
    to: 'borrower',
    subject: ({ what }) => `votre prêt est accordé (${what})`,
    body: (told) => [
      `${told.what} vous est prêté du ${told.pickup} au ${told.due}, au guichet ${told.desk}.`,
      told.needsDerogation ? 'Le dépassement de la durée est accordé.' : null,
      because(told),
      told.facts.lacksInsurance === true
        ? 'Sous condition : une attestation d’assurance qui couvre tout le prêt. Sans elle, le matériel ne peut pas vous être remis. Envoyez-la depuis la page du prêt.'
        : null,
    ],
  },
  rejected: {
    to: 'borrower',
    subject: ({ what }) => `votre demande est refusée (${what})`,
    body: (told) => [
      `Votre demande de ${told.what}, du ${told.pickup} au ${told.due}, est refusée.`,
      refusedBecause(told),
      'La page du prêt propose d’autres dates et d’autres matériels, et permet de demander une fois un réexamen.',
    ],
  },
  withdrawn: {
    to: 'managers',
    subject: ({ borrower, what }) => `${borrower} renonce à ${what}`,
    body: ({ borrower, what, pickup, due }) => [
      `${borrower} renonce à ${what}, du ${pickup} au ${due}. Le matériel est libre à nouveau.`,
    ],
  },
  expired: {
    to: 'both',
    subject: ({ what }) => `demande restée sans réponse (${what})`,
    body: ({ side, borrower, what, pickup, due }) =>
      side === 'borrower'
        ? [
            `Votre demande de ${what}, du ${pickup} au ${due}, est restée sans réponse : elle a expiré et rien ne vous est réservé.`,
            'Vous pouvez en faire une autre.',
          ]
        : [
            `La demande de ${borrower} pour ${what}, du ${pickup} au ${due}, est restée sans réponse : elle a expiré et le matériel est libre.`,
          ],
  },
  substituted: {
    to: 'borrower',
    subject: ({ what }) => `un autre exemplaire vous attend (${what})`,
    body: (told) => [
      `Votre prêt du ${told.pickup} au ${told.due} est maintenu, avec un autre exemplaire du même modèle : ${told.what}.`,
      because(told),
      'Vous n’avez rien à faire.',
    ],
  },
  displaced: {
    to: 'both',
    subject: ({ side, what }) =>
      side === 'borrower' ? `votre prêt ne peut pas se faire comme prévu (${what})` : `prêt repris (${what})`,
    body: (told) =>
      told.side === 'borrower'
        ? [
            `${told.what}, qui vous était prêté du ${told.pickup} au ${told.due}, ne peut pas vous être remis à ces dates.`,
            because(told),
            momentIn(told, 'answerBy')
              ? `Choisissez sur la page du prêt entre ce qui vous est proposé et renoncer, avant le ${momentIn(told, 'answerBy')}. Sans réponse, la proposition n’est plus retenue, et rien n’est décidé à votre place.`
              : 'La page du prêt dit ce qui vous est proposé. Rien n’est décidé à votre place.',
          ]
        : [
            `Le prêt de ${told.borrower}, ${told.what} du ${told.pickup} au ${told.due}, est repris. L’emprunteur est prévenu et choisit.`,
            because(told),
          ],
  },
  displacement_accepted: {
    to: 'managers',
    subject: ({ borrower }) => `${borrower} accepte la proposition`,
    body: ({ borrower, what, pickup, due }) => [
      `${borrower} accepte ce qui remplaçait le prêt repris : ${what}, du ${pickup} au ${due}.`,
    ],
  },
  displacement_declined: {
    to: 'managers',
    subject: ({ borrower }) => `${borrower} renonce au prêt repris`,
    body: ({ borrower, what }) => [
      `${borrower} renonce à son prêt de ${what}, que vous aviez repris. Ce qui était retenu pour lui est libre.`,
    ],
  },
  displacement_lapsed: {
    to: 'both',
    subject: ({ what }) => `proposition restée sans réponse (${what})`,
    body: ({ side, borrower, what, pickup, due }) =>
      side === 'borrower'
        ? [
            `Vous n’avez pas répondu à la proposition qui remplaçait votre prêt de ${what}, du ${pickup} au ${due} : elle n’est plus retenue.`,
            'Votre prêt n’est pas annulé pour autant. Choisissez d’autres dates ou renoncez, depuis sa page.',
          ]
        : [
            `${borrower} n’a pas répondu à la proposition qui remplaçait son prêt de ${what}, du ${pickup} au ${due} : le matériel retenu est libre, le prêt reste à régler.`,
          ],
  },
  cancelled: {
    to: 'both',
    subject: ({ what }) => `prêt annulé (${what})`,
    body: (told) =>
      told.side === 'borrower'
        ? [
            `Votre prêt de ${told.what}, du ${told.pickup} au ${told.due}, est annulé : ce matériel ne peut plus être prêté, et aucun autre n’est libre à ces dates.`,
            because(told),
            'Vos rendez-vous au guichet sont annulés. Vous pouvez demander d’autres dates.',
          ]
        : [
            `Le prêt de ${told.borrower}, ${told.what} du ${told.pickup} au ${told.due}, est annulé : rien ne peut le remplacer. L’emprunteur est prévenu.`,
            because(told),
          ],
  },
  unheld: {
    to: 'managers',
    subject: ({ borrower, what }) => `demande à revoir (${what}, ${borrower})`,
    body: (told) => [
      `${told.what} n’est plus retenu pour la demande de ${told.borrower}, du ${told.pickup} au ${told.due}. Il vous reste à y répondre.`,
      because(told),
    ],
  },
  reexamination_asked: {
    to: 'managers',
    subject: ({ borrower }) => `${borrower} demande un réexamen`,
    body: ({ borrower, what, pickup, due }) => [
      `${borrower} demande de revoir votre décision sur ${what}, du ${pickup} au ${due}. Sa question est sur la page du prêt.`,
    ],
  },
  extension_asked: {
    to: 'managers',
    subject: ({ borrower, what }) => `${borrower} demande à garder ${what}`,
    body: (told) => [
      `${told.borrower} demande à garder ${told.what} jusqu’au ${until(told)}. Le retour est prévu le ${told.due}.`,
      because(told),
      told.facts.needsDerogation === true
        ? 'La durée dépasse alors la limite : accorder demande une décision motivée.'
        : null,
    ],
  },
  extension_granted: {
    to: 'borrower',
    subject: ({ what }) => `prolongation accordée (${what})`,
    body: (told) => [
      `Vous pouvez garder ${told.what} jusqu’au ${until(told)}, à rendre au guichet ${told.desk}.`,
      because(told),
    ],
  },
  extension_refused: {
    to: 'borrower',
    subject: ({ what }) => `prolongation refusée (${what})`,
    body: (told) => [
      `Vous ne pouvez pas garder ${told.what} plus longtemps : il reste à rendre le ${told.due}, au guichet ${told.desk}.`,
      because(told),
    ],
  },
  offer_made: {
    to: 'borrower',
    subject: ({ what }) => `${what} est libre pour vous`,
    body: (told) => [
      `Un matériel que vous attendiez est libre : ${told.what}, du ${momentIn(told, 'from') ?? told.pickup} au ${until(told)}.`,
      `Il vous est réservé jusqu’au ${momentIn(told, 'answerUntil') ?? told.due}, à vous seul. Ensuite, il est proposé au suivant de la liste d’attente.`,
    ],
  },
  offer_lapsed: {
    to: 'borrower',
    subject: ({ what }) => `l’offre est passée (${what})`,
    body: ({ what }) => [
      `Vous n’avez pas répondu à temps : ${what} n’est plus réservé pour vous. Vous gardez votre place dans la liste d’attente.`,
    ],
  },
  ready: {
    to: 'borrower',
    subject: ({ what }) => `votre matériel est prêt (${what})`,
    body: ({ what, pickup, desk, collector }) => [
      `${what} est préparé et vous attend au guichet ${desk}, le ${pickup}.`,
      collector ? `Vient le chercher : ${collector}.` : 'Dites sur la page du prêt qui vient le chercher.',
    ],
  },
  handed_over: {
    to: 'borrower',
    subject: 'votre matériel est remis',
    body: ({ what, due, desk }) => [
      `Le matériel de votre prêt vient d’être remis au guichet ${desk} : ${what}.`,
      `À rendre : ${due}, au même guichet.`,
      'L’état des lieux de départ est sur la page du prêt, dès que le document est prêt.',
    ],
  },
  returned: {
    to: 'borrower',
    subject: ({ what }) => `votre matériel est rendu (${what})`,
    body: ({ what, desk }) => [
      `${what} vient d’être rendu au guichet ${desk}. L’état des lieux de retour est sur la page du prêt, dès que le document est prêt.`,
      'Racontez à quoi ce prêt a servi : le bilan se remplit en deux minutes, depuis cette page.',
    ],
  },
  partially_returned: {
    to: 'borrower',
    subject: ({ what }) => `matériel rendu en partie (${what})`,
    body: ({ what, due, stillOut }) => [
      `Une partie de ${what} vient d’être rendue. Reste à rendre : ${stillOut.join(', ')}.`,
      `C’est attendu le ${due}.`,
    ],
  },
  no_show: {
    to: 'both',
    subject: ({ what }) => `matériel jamais retiré (${what})`,
    body: ({ side, borrower, what, pickup }) =>
      side === 'borrower'
        ? [
            `Personne n’est venu chercher ${what}, attendu le ${pickup} : il n’est plus réservé pour vous.`,
            'Si vous en avez encore besoin, faites une autre demande.',
          ]
        : [`${borrower} n’est pas venu chercher ${what}, attendu le ${pickup} : il est libre à nouveau.`],
  },
  recalled: {
    to: 'both',
    subject: ({ what }) => `retour avancé (${what})`,
    body: (told) =>
      told.side === 'borrower'
        ? [
            `La convention qui permet ce prêt se termine. ${told.what} est à rendre au plus tard le ${told.due}, au guichet ${told.desk}.`,
          ]
        : [
            `La convention de ${told.borrower} se termine : ${told.what} est rappelé pour le ${told.due}. L’emprunteur est prévenu.`,
          ],
  },
  recall_lifted: {
    to: 'both',
    subject: ({ what }) => `retour avancé annulé (${what})`,
    body: ({ side, borrower, what, due, desk }) => [
      `La convention continue : ${what}${side === 'borrower' ? '' : `, prêté à ${borrower},`} est de nouveau à rendre le ${due}, au guichet ${desk}.`,
    ],
  },
  insurance_ends_soon: {
    to: 'both',
    subject: ({ what }) => `l’assurance se termine avant le retour (${what})`,
    body: (told) => insuranceEnds(told, `se termine le ${dayIn(told, 'lastDay')}`),
  },
  insurance_ends_today: {
    to: 'both',
    subject: ({ what }) => `l’assurance se termine (${what})`,
    body: (told) => insuranceEnds(told, `se termine ce ${dayIn(told, 'lastDay')}`),
  },
} as const satisfies Partial<Record<AnnouncementKind, Wording>>

function insuranceEnds({ side, borrower, what, due }: Told, ends: string): string[] {
  return side === 'borrower'
    ? [
        `L’assurance qui couvre ${what} ${ends}, et le retour est prévu le ${due}.`,
        'Envoyez une attestation pour la suite depuis la page du prêt, ou rendez le matériel avant.',
      ]
    : [
        `L’assurance de ${borrower} pour ${what} ${ends}, et le retour est prévu le ${due}. L’emprunteur est prévenu.`,
      ]
}
