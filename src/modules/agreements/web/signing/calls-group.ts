import type { DeadlineGroup } from '../../../../ui/deadlines.tsx'
import { formatDay } from '../../../../ui/french.ts'
import type { CallToSign } from '../../use-cases/signing/calls-to-sign.ts'
import { signingPaths } from './signing-paths.ts'

/** The first thing of the day: what waits for the reader's own signature. */
export function callsGroup(base: string, calls: readonly CallToSign[]): DeadlineGroup {
  return {
    title: 'À vous de signer',
    late: true,
    items: calls.map(({ agreement: { id, reference, partner }, since, until }) => ({
      day: since,
      text: `La convention ${reference} avec ${partner.name} attend votre signature.`,
      reason: until
        ? `L’appel à signer prend fin le ${formatDay(until)} au soir.`
        : 'Vous pouvez signer ou refuser, en disant pourquoi.',
      act: {
        label: 'Signer en ligne',
        about: `la convention ${reference}`,
        href: signingPaths.sign(base, id),
      },
    })),
  }
}
