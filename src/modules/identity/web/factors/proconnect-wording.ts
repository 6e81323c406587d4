interface Wording {
  title: string
  text: string
}

/** What to say when ProConnect sent somebody back without opening anything, by the library's name for it. */
const wordings: Record<string, Wording> = {
  access_denied: {
    title: 'Connexion abandonnée',
    text: 'Vous avez quitté ProConnect avant la fin. Rien n’a été changé : recommencez, ou choisissez une autre façon.',
  },
  state_mismatch: {
    title: 'Cette connexion a expiré',
    text: 'Le retour de ProConnect est arrivé trop tard, a déjà servi, ou ne vient pas de ce navigateur. Recommencez depuis la page de connexion.',
  },
  unable_to_link_account: {
    title: 'Compte déjà relié',
    text: 'Le compte de cette adresse est déjà relié à une autre identité ProConnect. Connectez-vous autrement, ou demandez à la personne qui anime votre réseau.',
  },
  account_not_linked: {
    title: 'Adresse à confirmer',
    text: 'Un compte existe pour cette adresse, mais elle n’a pas encore été confirmée ici. Ouvrez le lien de votre invitation, puis recommencez.',
  },
}

const UNREADABLE: Wording = {
  title: 'ProConnect n’a pas confirmé votre identité',
  text: 'La réponse de ProConnect n’a pas pu être vérifiée. Recommencez ; si cela se répète, connectez-vous autrement et signalez-le à la personne qui anime votre réseau.',
}

const SAME: Record<string, string> = {
  state_not_found: 'state_mismatch',
  state_invalid: 'state_mismatch',
  please_restart_the_process: 'state_mismatch',
}

export function wordingOfReturn(error: string): Wording {
  return wordings[SAME[error] ?? error] ?? UNREADABLE
}

/** Known at ProConnect, unknown here: people are invited. */
export function notInvited(email: string): Wording {
  return {
    title: 'Vous n’avez pas encore de compte ici',
    text: `Votre adresse ${email} n’a pas encore été invitée. Demandez une invitation à la personne qui anime votre réseau, en lui donnant cette adresse.`,
  }
}

export const UNAVAILABLE: Wording = {
  title: 'ProConnect ne répond pas',
  text: 'ProConnect ne répond pas pour l’instant. Réessayez dans quelques minutes, ou connectez-vous autrement.',
}

export const NOT_SET: Wording = {
  title: 'ProConnect n’est pas proposé ici',
  text: 'Cette installation n’est pas reliée à ProConnect. Connectez-vous d’une autre façon.',
}

export const OTHER_ORGANISATION =
  'ProConnect vous connaît dans une autre structure que celle pour laquelle vous agissez ici. Vérifiez celle qui est affichée.'

export const UNLINKED =
  'Votre compte n’est plus relié à ProConnect. Un courriel vous le confirme ; vous pouvez toujours entrer avec un lien reçu par courriel.'
