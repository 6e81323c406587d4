import type { Refusal } from '../../../../kernel/refusal.ts'
import type { Problem } from '../../../../platform/http/form.ts'
import { plural } from '../../../../ui/french.ts'
import type { PasswordFault } from '../../domain/sign-in/password-rules.ts'
import type { ProofRefusal } from '../../use-cases/sign-in/prove-presence.ts'
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
    'Votre adresse n’est pas encore confirmée. Nous venons de vous écrire : ouvrez le lien du courriel, puis revenez vous connecter.',
}

export function problemOfSignIn({ refused, details }: Refusal<PasswordRefusal>): Problem {
  const field = refused === 'wrong-password' ? 'mot_de_passe' : null
  return { field, message: signInSentences[refused](details) }
}

const proofSentences: Record<ProofRefusal, string> = {
  'wrong-current': 'Ce n’est pas votre mot de passe actuel. Vérifiez-le et recommencez.',
  'too-many-attempts':
    'Le mot de passe actuel a été faux trop de fois. Attendez 15 minutes, puis recommencez.',
  'not-fresh':
    'Votre connexion date de plus de dix minutes. Pour prouver que c’est bien vous, déconnectez-vous, connectez-vous de nouveau, puis recommencez.',
}

export function problemOfProof({ refused }: Refusal<ProofRefusal>): Problem {
  const field = refused === 'not-fresh' ? null : 'mot_de_passe_actuel'
  return { field, message: proofSentences[refused] }
}

function isOfProof(refused: string): refused is ProofRefusal {
  return refused in proofSentences
}

export function problemOfPassword({ refused, details }: Refusal<PasswordFault | ProofRefusal>): Problem {
  if (isOfProof(refused)) return problemOfProof({ refused, details })
  return { field: 'mot_de_passe', message: passwordSentences[refused] }
}

/** What a dead link page says of each kind of link. */
export const deadLinks = {
  'sign-in': 'Un lien de connexion sert une seule fois, pendant dix minutes. Demandez-en un nouveau.',
  password:
    'Un lien pour choisir un mot de passe sert une seule fois, pendant une heure. Demandez-en un nouveau.',
  confirmation:
    'Ce lien a déjà servi ou il a expiré. Connectez-vous : si votre adresse reste à confirmer, un nouveau lien vous sera envoyé.',
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
