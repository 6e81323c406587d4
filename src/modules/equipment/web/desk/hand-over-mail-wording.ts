import type { Instant } from '../../../../kernel/instant.ts'
import { typography } from '../../../../ui/french.ts'
import { momentText } from '../moment-wording.ts'

interface HandOverMail {
  networkName: string
  deskName: string
  due: Instant
  zone: string
  /** The page of the loan, for whoever asked for it. */
  address: string
}

/** What the borrower is told when the thing has left the desk. */
export function handOverMail({ networkName, deskName, due, zone, address }: HandOverMail) {
  const back = momentText(due, zone)
  return {
    subject: typography(`${networkName} : votre matériel est remis`),
    body: [
      'Bonjour,',
      `Le matériel de votre prêt vient d’être remis au guichet ${deskName}.`,
      typography(`À rendre : ${back}, au même guichet.`),
      typography(`Le prêt et son état des lieux de départ, dès que le document est prêt : ${address}`),
      networkName,
    ].join('\n\n'),
  }
}
