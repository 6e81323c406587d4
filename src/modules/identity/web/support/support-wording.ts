import { formatMoment } from '../../../../ui/french.ts'
import type { Visit } from '../../data/support/support.store.ts'
import type { SupportRefusal } from '../../domain/support/support.ts'

export const supportSentences: Record<SupportRefusal, string> = {
  'your-own': 'C’est votre propre compte : vous y êtes déjà.',
  'already-in-place': 'Vous voyez déjà le site à la place de quelqu’un. Revenez d’abord à votre compte.',
  'consent-needed':
    'Ce rôle répond du réseau : la personne doit d’abord vous ouvrir l’assistance, depuis « Votre compte », « Assistance ».',
  'reason-needed': 'Indiquez le motif : la personne le lira dans le courriel qui la prévient.',
  'writing-not-agreed':
    'La personne n’a autorisé que la lecture. Choisissez « Lire seulement », ou demandez-lui d’ouvrir davantage.',
}

/** What support may do, in a few words. */
export function supportExtent(mayWrite: boolean): string {
  return mayWrite ? 'Lire et enregistrer à votre place' : 'Lire seulement'
}

interface VisitTold {
  visit: Pick<Visit, 'visitorName' | 'reason' | 'mayWrite' | 'endsAt'>
  networkName: string
  address: string
}

/** What the person is told when somebody comes in their place. */
export function visitMail({ visit, networkName, address }: VisitTold): { subject: string; body: string } {
  const until = formatMoment(visit.endsAt)
  const extent = visit.mayWrite
    ? 'Avec votre accord, cette personne peut aussi enregistrer à votre place.'
    : 'Cette personne peut lire, pas enregistrer.'
  return {
    subject: `${networkName} : une personne vous aide à votre place`,
    body: [
      'Bonjour,',
      `${visit.visitorName} voit en ce moment le site à votre place, jusqu’au ${until} au plus tard.`,
      visit.reason ? `Motif : ${visit.reason}` : 'Vous aviez ouvert l’assistance depuis votre compte.',
      `${extent} Votre mot de passe et les pages de votre compte lui restent fermés, et chaque acte est inscrit au journal avec son nom.`,
      `Vos visites d’assistance, et comment les fermer : ${address}`,
      networkName,
    ].join('\n\n'),
  }
}
