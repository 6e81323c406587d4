import { formatDay } from '../../../../ui/french.ts'
import type { Membership, MembershipEnd } from '../../domain/members/member.ts'
import { roleNames } from '../../domain/members/roles.ts'
import type { EndRefusal } from '../../use-cases/members/end-membership.ts'

export const endSentences: Record<EndRefusal, string> = {
  'no-such-membership': 'Ce rôle n’existe plus.',
  'already-over': 'Ce rôle avait déjà pris fin : rien n’a été changé.',
  'last-officer':
    'C’est la dernière personne chargée de mission du réseau : sans elle, plus personne ne pourrait le tenir. Invitez d’abord quelqu’un d’autre dans ce rôle.',
  'role-not-yours-to-take': 'Ce rôle est donné et retiré par la tête de réseau : adressez-vous à elle.',
  'your-own':
    'Ce rôle est le vôtre. Pour le quitter, passez par « Vos structures et rôles » de votre compte.',
}

const endedBy: Record<NonNullable<MembershipEnd['by']>, string> = {
  left: 'la personne a quitté la structure',
  removed: 'le rôle a été retiré',
  anonymised: 'le compte a été effacé',
}

/** « Depuis le 3 mars 2026 : le rôle a été retiré. » */
export function endSentence({ day, by }: MembershipEnd): string {
  return by ? `${formatDay(day)} : ${endedBy[by]}` : formatDay(day)
}

interface EndMail {
  membership: Membership
  networkName: string
}

/** To the person whose role was taken back. */
export function removalMail({ membership, networkName }: EndMail): { subject: string; body: string } {
  const { name, organisationName, role, end } = membership
  return {
    subject: `${networkName} : votre rôle a pris fin`,
    body: [
      `Bonjour ${name},`,
      `Votre rôle « ${roleNames[role]} » pour ${organisationName}, dans le réseau ${networkName}, a été retiré le ${end ? formatDay(end.day) : ''}.`,
      ...(end?.reason ? [`Motif : ${end.reason}`] : []),
      'Vos droits pour cette structure ont pris fin aussitôt. Votre compte et vos autres rôles ne changent pas.',
      'Si vous pensez que c’est une erreur, répondez à la personne qui anime votre réseau.',
      networkName,
    ].join('\n\n'),
  }
}

/** To the officers, and to those who answer for the organisation. */
export function departureMail({ membership, networkName }: EndMail, address: string) {
  const { name, organisationName, role, end } = membership
  return {
    subject: `${networkName} : ${name} a quitté ${organisationName}`,
    body: [
      'Bonjour,',
      `${name} a quitté ${organisationName} le ${end ? formatDay(end.day) : ''}. Son rôle était : ${roleNames[role]}.`,
      'Ses droits pour cette structure ont pris fin aussitôt. Ses actes passés restent au journal.',
      `Pour inviter quelqu’un à sa suite : ${address}`,
      networkName,
    ].join('\n\n'),
  }
}
