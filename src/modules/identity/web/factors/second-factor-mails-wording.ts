import type { Mail } from '../../../../platform/mail/mail.ts'
import type { FactorChange } from '../../domain/factors/factor-change.ts'

const said: Record<FactorChange, readonly [subject: string, sentence: string]> = {
  'code-added': [
    'Un code est désormais demandé à votre connexion',
    'Une application qui donne des codes protège désormais votre compte. Son code vous sera demandé à chaque connexion.',
  ],
  'code-removed': [
    'Le code n’est plus demandé à votre connexion',
    'L’application qui donnait des codes pour votre compte a été retirée. Aucun code ne vous sera plus demandé.',
  ],
  'recovery-codes-renewed': [
    'Vos codes de secours ont changé',
    'De nouveaux codes de secours ont été créés pour votre compte. Les anciens ne servent plus.',
  ],
  'passkey-added': [
    'Une clé d’accès a été ajoutée à votre compte',
    'Une clé d’accès a été ajoutée à votre compte. Elle suffit pour se connecter.',
  ],
  'passkey-removed': [
    'Une clé d’accès a été retirée de votre compte',
    'Une clé d’accès a été retirée de votre compte. Elle n’ouvre plus rien.',
  ],
  'proconnect-linked': [
    'ProConnect ouvre désormais votre compte',
    'Votre compte vient d’être relié à ProConnect. Vous pouvez vous connecter avec l’identité de votre organisme.',
  ],
  'proconnect-unlinked': [
    'ProConnect n’est plus relié à votre compte',
    'Votre compte n’est plus relié à ProConnect. Vos autres façons de vous connecter ne changent pas.',
  ],
  'factors-reset': [
    'Votre seconde preuve de connexion a été remise à zéro',
    'Une personne chargée de mission de votre réseau a retiré de votre compte l’application de codes et les clés d’accès, et fermé vos sessions. Connectez-vous avec votre mot de passe ou un lien reçu par courriel, puis ajoutez une nouvelle seconde preuve.',
  ],
}

/** `reason`: the words of whoever made the change in the person's place. */
export function factorChangeMail(
  change: FactorChange,
  networkName: string,
  reason = '',
): Pick<Mail, 'subject' | 'body'> {
  const [subject, sentence] = said[change]
  return {
    subject: `${subject} (${networkName})`,
    body: [
      'Bonjour,',
      sentence,
      ...(reason ? [`Motif : ${reason}`] : []),
      'C’est vous ? Vous n’avez rien à faire.',
      'Ce n’est pas vous ? Choisissez tout de suite un nouveau mot de passe depuis la page de connexion, puis prévenez la personne qui anime votre réseau.',
    ].join('\n\n'),
  }
}
