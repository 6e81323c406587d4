import type { Day } from '../../../../kernel/day.ts'
import { formatDay } from '../../../../ui/french.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { CODE_MINUTES, CODE_TRIES } from '../../domain/signing-code.ts'

interface MailAbout {
  agreement: Agreement
  networkName: string
}

/** To whoever's turn it is to sign. */
export function callMail({ agreement, networkName, address }: MailAbout & { address: string }) {
  return {
    subject: `${networkName} : à vous de signer la convention ${agreement.reference}`,
    body: [
      'Bonjour,',
      `La convention ${agreement.reference} avec ${agreement.partner.name} attend votre signature.`,
      `Connectez-vous pour lire le texte entier, puis signer ou refuser : ${address}`,
      'Personne ne peut signer à votre place : ce lien demande votre compte, et un code vous sera envoyé à cette adresse.',
      networkName,
    ].join('\n\n'),
  }
}

/** To whoever has been waited for; the link closes after `until`. */
export function signingReminderMail({
  agreement,
  networkName,
  address,
  since,
  until,
}: MailAbout & { address: string; since: Day; until: Day | null }) {
  return {
    subject: `${networkName} : rappel, la convention ${agreement.reference} attend votre signature`,
    body: [
      'Bonjour,',
      `La convention ${agreement.reference} avec ${agreement.partner.name} attend votre signature depuis le ${formatDay(since)}.`,
      `Connectez-vous pour lire le texte entier, puis signer ou refuser : ${address}`,
      ...(until
        ? [
            `Cet appel à signer prend fin le ${formatDay(until)} au soir. Passé ce jour, demandez au réseau de le prolonger.`,
          ]
        : []),
      'Rien n’est signé tant que vous ne l’avez pas fait : le silence ne vaut pas accord.',
      networkName,
    ].join('\n\n'),
  }
}

export function codeMail({ agreement, networkName, code }: MailAbout & { code: string }) {
  return {
    subject: `${networkName} : votre code pour signer la convention ${agreement.reference}`,
    body: [
      'Bonjour,',
      `Votre code pour signer la convention ${agreement.reference} : ${code}`,
      `Il sert une seule fois, pendant ${CODE_MINUTES} minutes, avec ${CODE_TRIES} essais. Ne le donnez à personne, pas même à l’équipe du réseau.`,
      'Vous n’avez rien demandé ? Ne tapez ce code nulle part, et prévenez le réseau : quelqu’un se sert de votre compte.',
      networkName,
    ].join('\n\n'),
  }
}
