import { dayOf } from '../../../../kernel/instant.ts'
import type { Role } from '../../../../platform/session/actor.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { State } from '../../../../ui/tag.tsx'
import type { Invitation } from '../../data/members/invitations.store.ts'
import { type InvitationState, MOST_RESENDINGS } from '../../domain/members/invitation.ts'
import { roleNames } from '../../domain/members/roles.ts'
import {
  LONGEST_PASSWORD,
  type PasswordFault,
  SHORTEST_PASSWORD,
} from '../../domain/sign-in/password-rules.ts'
import type { AnswerRefusal } from '../../use-cases/members/answer-invitation.ts'
import type { InviteRefusal } from '../../use-cases/members/invite-member.ts'
import type { ResendRefusal } from '../../use-cases/members/keep-invitation.ts'

/** What a role lets one do: completes « Vous pourrez ». */
export const roleGives: Record<Role, string> = {
  officer: 'tenir les conventions, les lieux et les labels du réseau, et inviter ses membres',
  reader: 'lire tout ce qui concerne le réseau, sans rien modifier',
  data_protection_officer: 'suivre la protection des données personnelles du réseau',
  auditor: 'lire tout ce qui concerne le réseau et son journal, sans rien modifier',
  partner: 'suivre les conventions de la structure, tenir sa fiche et inviter des collègues',
  facilitator: 'suivre ce qui concerne la structure et ses lieux',
  committee_member: 'prendre part aux travaux d’un comité',
  juror: 'prendre part aux travaux d’un jury',
  expert: 'apporter une expertise au réseau',
  desk_agent: 'tenir l’accueil du matériel prêté par le réseau',
  donor: 'suivre les dons de matériel de la structure',
  refurbisher: 'suivre le matériel que la structure reconditionne',
  sponsor: 'suivre les accompagnements que l’entreprise soutient',
}

/** The last day the link opens, in Paris. */
export function lastDayOf({ expiresAt }: Pick<Invitation, 'expiresAt'>): string {
  return formatDay(dayOf(expiresAt))
}

export function inviterOf({ inviterName, networkName }: Invitation): string {
  return inviterName ?? `L’équipe du réseau ${networkName}`
}

interface MailText {
  subject: string
  body: string
}

export function invitationMail(invitation: Invitation, address: string): MailText {
  const { networkName, organisationName, role, givenName, familyName } = invitation
  return {
    subject: `${networkName} : invitation à rejoindre le réseau`,
    body: [
      `Bonjour ${givenName} ${familyName},`.replace(/ +,/, ','),
      `${inviterOf(invitation)} vous invite à rejoindre le réseau ${networkName}, pour ${organisationName}.`,
      `Votre rôle : ${roleNames[role]}. Vous pourrez ${roleGives[role]}.`,
      `Pour accepter ou refuser, ouvrez cette page jusqu’au ${lastDayOf(invitation)} :\n${address}`,
      'Ce lien est personnel : ne le transmettez pas. Si vous n’attendiez pas ce message, ne faites rien : sans réponse de votre part, rien n’est créé.',
      networkName,
    ].join('\n\n'),
  }
}

/** To whoever invited. */
export function answerMail(invitation: Invitation, address: string): MailText {
  const { networkName, organisationName, role, givenName, familyName, email, answer } = invitation
  const who = `${givenName} ${familyName}`.trim() || email
  const isAccepted = answer === 'accepted'
  return {
    subject: `${networkName} : ${who} ${isAccepted ? 'a accepté' : 'a refusé'} votre invitation`,
    body: [
      'Bonjour,',
      `${who} (${email}) ${isAccepted ? 'a accepté' : 'a refusé'} votre invitation pour ${organisationName}, avec ce rôle : ${roleNames[role]}.`,
      isAccepted
        ? 'Ses droits sont ouverts. Vous pouvez les retirer à tout moment depuis la page des membres.'
        : 'Aucun droit n’est ouvert. Si c’est une erreur, vous pouvez envoyer une nouvelle invitation.',
      `Les membres du réseau : ${address}`,
      networkName,
    ].join('\n\n'),
  }
}

export const invitationTags: Record<InvitationState, { word: string; state: State }> = {
  open: { word: 'Attend sa réponse', state: 'pending' },
  expired: { word: 'Expirée', state: 'warning' },
  accepted: { word: 'Acceptée', state: 'positive' },
  refused: { word: 'Refusée', state: 'neutral' },
  withdrawn: { word: 'Retirée', state: 'neutral' },
}

/** What the link says once it can no longer be answered. */
export const closedInvitation: Record<
  Exclude<InvitationState, 'open'>,
  { heading: string; sentence: (invitation: Invitation) => string }
> = {
  expired: {
    heading: 'Cette invitation a expiré',
    sentence: (invitation) =>
      `Elle était valable jusqu’au ${lastDayOf(invitation)}, pour votre sécurité. Rien n’est perdu : demandez-en une nouvelle.`,
  },
  accepted: {
    heading: 'Cette invitation est déjà acceptée',
    sentence: ({ organisationName }) =>
      `Vous agissez pour ${organisationName}. Il ne reste qu’à vous connecter.`,
  },
  refused: {
    heading: 'Cette invitation a été refusée',
    sentence: () => 'Rien n’a été créé à votre nom.',
  },
  withdrawn: {
    heading: 'Cette invitation a été retirée',
    sentence: () => 'Son envoi a été annulé avant votre réponse. Rien n’a été créé à votre nom.',
  },
}

interface Problem {
  field: string | null
  message: string
}

export const inviteProblems: Record<InviteRefusal, Problem> = {
  'no-such-organisation': { field: 'structure', message: 'Choisissez une structure de la liste.' },
  'role-not-yours-to-give': {
    field: 'role',
    message: 'Choisissez un rôle de la liste : les autres sont donnés par la tête de réseau.',
  },
  'role-of-the-head': {
    field: 'role',
    message:
      'Ce rôle ne se donne que pour la structure qui anime le réseau. Choisissez un autre rôle, ou cette structure.',
  },
  'already-member': {
    field: 'courriel',
    message: 'Cette personne a déjà ce rôle pour cette structure : il n’y a rien à faire.',
  },
  'already-invited': {
    field: 'courriel',
    message: 'Cette personne a déjà reçu cette invitation et n’y a pas répondu. Renvoyez-la plutôt.',
  },
}

export const resendSentences: Record<ResendRefusal, string> = {
  'no-such-invitation': 'Cette invitation n’existe plus.',
  'already-answered': 'Cette invitation a reçu sa réponse entre-temps : il n’y a plus rien à envoyer.',
  'sent-too-often': `Cette invitation a déjà été renvoyée ${MOST_RESENDINGS} fois. Vérifiez l’adresse avec la personne, retirez l’invitation, puis invitez-la de nouveau.`,
}

export const answerSentences: Record<AnswerRefusal, string> = {
  'no-such-invitation': 'Cette invitation n’existe plus.',
  'already-answered': 'Cette invitation a déjà reçu sa réponse : rien de plus n’a été enregistré.',
  expired: 'Cette invitation n’est plus valable : rien n’a été enregistré. Demandez-en une nouvelle.',
  'another-person':
    'Cette invitation est adressée à une autre personne que vous : rien n’a été enregistré. Déconnectez-vous d’abord.',
  'account-changed-meanwhile':
    'Votre compte vient de changer par ailleurs. Relisez cette page, puis répondez de nouveau.',
}

export const passwordSentences: Record<PasswordFault, string> = {
  'too-short': `Ce mot de passe est trop court : ${SHORTEST_PASSWORD} signes au moins. Une phrase convient très bien.`,
  'too-long': `Ce mot de passe est trop long : ${LONGEST_PASSWORD} signes au plus.`,
  repeated: 'Ce mot de passe répète ou suit les mêmes touches. Choisissez plutôt une phrase.',
  common: 'Ce mot de passe est trop courant : il serait vite deviné. Choisissez plutôt une phrase.',
  personal: 'Ce mot de passe contient surtout vos noms ou ceux du réseau. Choisissez plutôt une phrase.',
}
