import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { plural } from '../../../../ui/french.ts'
import type { PasswordFault } from '../../domain/sign-in/password-rules.ts'
import type { ProofRefusal } from '../../use-cases/sign-in/prove-password.ts'
import type { PasswordRefusal } from '../../use-cases/sign-in/sign-in-with-password.ts'
import { passwordSentences } from '../members/invitation-wording.ts'

/** Never says whether somebody has this address. */
const signInSentences: Record<PasswordRefusal, (details: Refusal['details']) => string> = {
  'wrong-password': () =>
    'Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez les deux, ou recevez un lien de connexion.',
  locked: ({ seconds }) =>
    `Le mot de passe a été faux trop de fois. Attendez ${minutes(Number(seconds))}, ou recevez tout de suite un lien de connexion.`,
  suspended: () =>
    'Le mot de passe de ce compte ne peut pas servir pour l’instant sur un nouvel appareil. Recevez un lien de connexion.',
  unverified: () =>
    'Votre adresse n’est pas encore confirmée. Nous venons de vous écrire : ouvrez le lien du courriel, puis revenez vous connecter.',
}

export function problemOfSignIn({ refused, details }: Refusal<PasswordRefusal>): Problem {
  const field = refused === 'wrong-password' ? 'mot_de_passe' : null
  return { field, message: signInSentences[refused](details) }
}

const proofSentences: Record<ProofRefusal, string> = {
  'wrong-current': 'Ce n’est pas votre mot de passe actuel. Vérifiez-le et recommencez.',
  'too-many-attempts':
    'Le mot de passe actuel a été faux trop de fois. Attendez 15 minutes, puis recommencez.',
}

export function problemOfProof({ refused }: Refusal<ProofRefusal>): Problem {
  return { field: 'mot_de_passe_actuel', message: proofSentences[refused] }
}

export function problemOfPassword({ refused }: Refusal<PasswordFault | ProofRefusal>): Problem {
  if (refused === 'wrong-current' || refused === 'too-many-attempts')
    return { field: 'mot_de_passe_actuel', message: proofSentences[refused] }
  return { field: 'mot_de_passe', message: passwordSentences[refused] }
}

/** What a dead link page says of each kind of link. */
export const deadLinks = {
  'sign-in': 'Un lien de connexion sert une seule fois, pendant dix minutes. Demandez-en un nouveau.',
  password:
    'Un lien pour choisir un mot de passe sert une seule fois, pendant une heure. Demandez-en un nouveau.',
  confirmation:
    'Ce lien a déjà servi ou il a expiré. Connectez-vous : si votre adresse reste à confirmer, un nouveau lien vous sera envoyé.',
  email: 'Ce lien a déjà servi ou il a expiré. Demandez de nouveau le changement depuis votre compte.',
} as const

const ways: Readonly<Record<string, string>> = {
  password: 'avec le mot de passe',
  'magic-link': 'avec un lien reçu par courriel',
  passkey: 'avec une clé d’accès',
  proconnect: 'avec ProConnect',
  invitation: 'en acceptant une invitation',
  demonstration: 'comme personne fictive',
}

export function wayName(openedBy: string): string {
  return ways[openedBy] ?? ''
}

function minutes(seconds: number): string {
  return plural(Math.max(1, Math.ceil(seconds / 60)), 'minute', 'minutes')
}
