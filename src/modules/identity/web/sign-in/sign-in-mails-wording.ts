import type { Instant } from '../../../../kernel/instant.ts'
import type { Mail } from '../../../../platform/mail/mail.ts'
import { formatMoment, ofName } from '../../../../ui/french.ts'
import { LINK_MINUTES } from '../../domain/sign-in/links.ts'

type Text = Pick<Mail, 'subject' | 'body'>

export interface LinkMail {
  networkName: string
  /** The whole address, token included. */
  address: string
}

export function signInLinkMail({ networkName, address }: LinkMail): Text {
  return {
    subject: `Votre lien de connexion à ${networkName}`,
    body: letter(
      `Voici votre lien pour vous connecter à ${networkName} :`,
      address,
      `Ouvrez-le, puis choisissez « Me connecter ». Il sert une seule fois, pendant ${LINK_MINUTES['sign-in']} minutes.`,
      'Vous n’avez rien demandé ? Ne faites rien : sans ce lien, personne ne peut entrer. Ne le transmettez à personne.',
    ),
  }
}

export function newPasswordMail({ networkName, address }: LinkMail): Text {
  return {
    subject: `Choisir un nouveau mot de passe pour ${networkName}`,
    body: letter(
      `Pour choisir un nouveau mot de passe sur ${networkName}, ouvrez ce lien :`,
      address,
      'Il sert une seule fois, pendant une heure.',
      'Vous n’avez rien demandé ? Ne faites rien : votre mot de passe reste le même.',
    ),
  }
}

export function confirmationMail({ networkName, address }: LinkMail): Text {
  return {
    subject: `Confirmez votre adresse pour ${networkName}`,
    body: letter(
      `Pour utiliser votre compte sur ${networkName}, confirmez que cette adresse est bien la vôtre :`,
      address,
      'Le lien sert une seule fois, pendant un jour.',
    ),
  }
}

export function newEmailMail({ networkName, address }: LinkMail): Text {
  return {
    subject: `Confirmez votre nouvelle adresse pour ${networkName}`,
    body: letter(
      `Vous avez demandé à recevoir ici les courriels ${ofName(networkName)}. Pour que ce changement ait lieu, ouvrez ce lien :`,
      address,
      'Il sert une seule fois, pendant un jour. Vous n’avez rien demandé ? Ne faites rien : rien ne changera.',
    ),
  }
}

export function emailChangeAskedMail(networkName: string): Text {
  return {
    subject: 'Changement d’adresse demandé pour votre compte',
    body: letter(
      `Une nouvelle adresse vient d’être demandée pour votre compte sur ${networkName}. Elle servira dès qu’elle aura été confirmée. D’ici là, rien ne change.`,
      ...notYou,
    ),
  }
}

/** To the address that served until now. */
export function emailChangedMail(networkName: string): Text {
  return {
    subject: 'L’adresse de votre compte a changé',
    body: letter(
      `L’adresse de courriel de votre compte sur ${networkName} vient de changer. Celle-ci n’ouvre plus rien, et ne recevra plus nos courriels.`,
      'C’est vous ? Vous n’avez rien à faire.',
      'Ce n’est pas vous ? Prévenez tout de suite la personne qui anime votre réseau.',
    ),
  }
}

export function passwordChangedMail(networkName: string): Text {
  return {
    subject: 'Votre mot de passe a changé',
    body: letter(
      `Le mot de passe de votre compte sur ${networkName} vient de changer. Vos autres appareils sont déconnectés.`,
      ...notYou,
    ),
  }
}

interface NewDevice {
  networkName: string
  device: string
  at: Instant
  /** Null when it is not known any more. */
  address: string | null
  /** Where the person sees and ends their sessions. */
  sessions: string
}

export function newDeviceMail({ networkName, device, at, address, sessions }: NewDevice): Text {
  return {
    subject: `Nouvelle connexion à votre compte ${networkName}`,
    body: letter(
      'Votre compte vient d’être ouvert sur un appareil que nous ne connaissions pas.',
      [
        `Quand : ${formatMoment(at)}`,
        `Avec quoi : ${device}`,
        ...(address ? [`Depuis : l’adresse internet ${address}`] : []),
      ].join('\n'),
      'C’est vous ? Vous n’avez rien à faire.',
      `Ce n’est pas vous ? Déconnectez cet appareil, puis changez votre mot de passe : ${sessions}`,
    ),
  }
}

const notYou = [
  'C’est vous ? Vous n’avez rien à faire.',
  'Ce n’est pas vous ? Choisissez tout de suite un nouveau mot de passe depuis la page de connexion, puis prévenez la personne qui anime votre réseau.',
]

function letter(...paragraphs: string[]): string {
  return ['Bonjour,', ...paragraphs].join('\n\n')
}
