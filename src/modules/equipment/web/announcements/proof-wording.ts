import type { Day } from '../../../../kernel/day.ts'
import { formatPeriod } from '../../../../ui/french.ts'

export interface ProofNews {
  readonly networkName: string
  readonly organisation: string
  readonly from: Day
  readonly lastDay: Day
  /** Null while nobody has read it. */
  readonly answer: 'verified' | 'refused' | null
  readonly reason: string
  readonly address: string
}

/** What a mail says of a proof of insurance: to the managers when it arrives, to its structure when it is read. */
export function proofMail(news: ProofNews): { subject: string; body: string } {
  const { networkName, organisation, from, lastDay, answer, reason, address } = news
  const dates = formatPeriod(from, lastDay)
  const said = {
    waiting: [
      `attestation d’assurance à lire (${organisation})`,
      `${organisation} a envoyé une attestation d’assurance, ${dates}. Elle ne vaut qu’une fois vérifiée.`,
      `À lire ici : ${address}`,
    ],
    verified: [
      'votre attestation d’assurance est vérifiée',
      `Votre attestation, ${dates}, est vérifiée. Elle vaut pour tous vos prêts de ces jours-là.`,
      `Vos attestations : ${address}`,
    ],
    refused: [
      'votre attestation d’assurance est refusée',
      `Votre attestation, ${dates}, est refusée. Motif : ${reason}`,
      `Sans une autre, le matériel ne peut pas vous être remis. Envoyez-la ici : ${address}`,
    ],
  }[answer ?? 'waiting']
  const [subject = '', ...body] = said
  return {
    subject: `${networkName} : ${subject}`,
    body: ['Bonjour,', ...body, networkName].join('\n\n'),
  }
}
