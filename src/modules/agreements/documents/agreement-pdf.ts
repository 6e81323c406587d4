import type { Instant } from '../../../kernel/instant.ts'
import type { DocumentRequest, Documents } from '../../../platform/documents/documents.ts'
import type { Network } from '../../../platform/session/actor.ts'
import { formatDay } from '../../../ui/french.ts'
import type { Agreement } from '../domain/agreement.ts'
import type { AgreementText } from '../use-cases/drafting/agreement-text.ts'
import { partyName } from '../web/parties.ts'

/** The agreement as a tagged, archivable PDF. The same text gives the same bytes. */
export function agreementPdf(
  documents: Documents,
  network: Network,
  agreement: Agreement,
  text: AgreementText,
  standard: DocumentRequest['standard'] = 'a-2a',
): Promise<Uint8Array> {
  return documents.pdf({
    template: 'src/modules/agreements/documents/agreement.typ',
    data: documentData(network, agreement, text),
    createdAt: lastChange(agreement),
    standard,
  })
}

function documentData(network: Network, agreement: Agreement, { template, clauses }: AgreementText) {
  const { acts, terms } = agreement
  return {
    reference: agreement.reference,
    title: template.title,
    network: network.name,
    version: template.version,
    parties: terms.parties.map((party) => partyName(agreement, party, network.headName)),
    clauses: clauses.map(({ number, title, paragraphs, textIncomplete }) => ({
      number,
      title,
      blocks: paragraphs.map((block) => (typeof block === 'string' ? { text: block } : { items: block })),
      incomplete: textIncomplete,
    })),
    signatures: terms.parties.map((party) => {
      const signed = acts.findLast((act) => act.type === 'signature' && act.party === party)
      return {
        party: partyName(agreement, party, network.headName),
        by: signed?.type === 'signature' ? (signed.capacity ?? '') : '',
        on: signed?.occurredOn ? formatDay(signed.occurredOn) : '',
      }
    }),
  }
}

function lastChange({ acts, createdAt }: Agreement): Instant {
  return acts.at(-1)?.recordedAt ?? createdAt
}
