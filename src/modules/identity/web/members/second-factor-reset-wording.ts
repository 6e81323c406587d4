import type { Refusal } from '../../../../kernel/refusal.ts'
import type { ResetRefusal } from '../../use-cases/members/reset-second-factor.ts'

const sentences: Record<ResetRefusal, (details: Refusal['details']) => string> = {
  'no-such-membership': () => 'Ce rôle a pris fin : cette personne n’est plus de votre réseau.',
  'your-own': () =>
    'C’est votre propre compte : demandez à une autre personne chargée de mission, ou passez par « Un code à chaque connexion » de votre compte.',
  'acts-elsewhere': ({ networks }) =>
    `Cette personne agit aussi pour ${networks}, qui se fie à la même seconde preuve. Demandez à qui anime ce réseau de retirer d’abord le rôle de cette personne : il pourra l’inviter de nouveau ensuite.`,
  'nothing-to-reset': () =>
    'Cette personne n’a ni application de codes ni clé d’accès : elle se connecte avec son mot de passe ou un lien reçu par courriel.',
}

export function resetSentence({ refused, details }: Refusal<ResetRefusal>): string {
  return sentences[refused](details)
}
