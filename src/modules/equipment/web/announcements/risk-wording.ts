import type { AnnouncementKind } from '../../domain/telling/announcements.ts'
import { because, momentIn, type Told, type Wording } from './told-wording.ts'

const appointment = ({ facts }: Told) => (facts.purpose === 'pickup' ? 'retrait' : 'retour')

/** What a closed desk, the end of an agreement or a missing unit moves. EQP-204, EQP-306, EQP-1102. */
export const RISK_ANNOUNCEMENTS = {
  appointment_closed: {
    to: 'both',
    subject: ({ what }) => `rendez-vous à replanifier (${what})`,
    body: (told) =>
      told.side === 'borrower'
        ? [
            `Le guichet ${told.desk} sera fermé à l’heure d’un de vos rendez-vous pour ${told.what}.`,
            because(told),
            'Choisissez un autre créneau depuis la page du prêt : les plus proches y sont proposés. Vous ne serez pas en retard à cause de cette fermeture.',
          ]
        : [
            `Le guichet ${told.desk} sera fermé à l’heure d’un rendez-vous de ${told.borrower} pour ${told.what}.`,
            because(told),
            'L’emprunteur est prévenu et choisit un autre créneau. Vous pouvez aussi le choisir pour lui.',
          ],
  },
  appointment_kept: {
    to: 'both',
    subject: ({ what }) => `rendez-vous maintenu (${what})`,
    body: ({ side, borrower, what, desk }) => [
      side === 'borrower'
        ? `Le guichet ${desk} ouvrira finalement : votre rendez-vous pour ${what} tient, à la même heure.`
        : `Le guichet ${desk} ouvrira finalement : le rendez-vous de ${borrower} pour ${what} tient, à la même heure.`,
    ],
  },
  appointment_moved: {
    to: 'both',
    subject: ({ what }) => `nouveau rendez-vous (${what})`,
    body: (told) => [
      told.side === 'borrower'
        ? `Votre ${appointment(told)} de ${told.what} est pris pour le ${momentIn(told, 'at') ?? ''}, au guichet ${told.desk}.`
        : `Le ${appointment(told)} de ${told.what} par ${told.borrower} est pris pour le ${momentIn(told, 'at') ?? ''}, au guichet ${told.desk}.`,
    ],
  },
  shortened: {
    to: 'borrower',
    subject: ({ what }) => `prêt raccourci (${what})`,
    body: (told) => [
      `La convention qui permet ce prêt se termine plus tôt que prévu. ${told.what} est à retirer le ${told.pickup} comme convenu, et à rendre le ${momentIn(told, 'at') ?? told.due}, au guichet ${told.desk}.`,
    ],
  },
  ended_with_agreement: {
    to: 'borrower',
    subject: ({ what }) => `prêt annulé (${what})`,
    body: (told) => [
      `Le prêt de ${told.what} est annulé : la convention qui le permet se termine avant la date de retour.`,
      because(told),
      'Vos rendez-vous au guichet sont annulés.',
    ],
  },
  at_risk: {
    to: 'managers',
    subject: ({ what }) => `prêt à risque (${what})`,
    body: (told) => [
      `${told.borrower} doit retirer ${told.what} le ${told.pickup}, et ce matériel ${missing(told)}. Rien ne peut le remplacer pour l’instant.`,
      'Ouvrez la page du prêt pour donner un autre exemplaire dès qu’un se libère, ou appelez l’emprunteur.',
    ],
  },
} as const satisfies Partial<Record<AnnouncementKind, Wording>>

function missing({ facts }: Told): string {
  if (facts.cause === 'late') return 'n’est pas revenu du prêt précédent'
  return facts.cause === 'part' ? 'n’est pas complet' : 'n’est pas en service'
}
