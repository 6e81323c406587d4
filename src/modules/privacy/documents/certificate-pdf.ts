import { dayOf } from '../../../kernel/instant.ts'
import type { DocumentRequest, Documents } from '../../../platform/documents/documents.ts'
import type { Network } from '../../../platform/session/actor.ts'
import { formatDay } from '../../../ui/french.ts'
import type { Erasure } from '../domain/erasure.ts'
import { certificateSentence, groundNames } from '../web/certificate-wording.ts'

/** The certificate as a tagged, archivable PDF. The same erasure gives the same bytes. */
export function certificatePdf(
  documents: Documents,
  network: Network,
  erasure: Erasure,
  standard: DocumentRequest['standard'] = 'a-2a',
): Promise<Uint8Array> {
  return documents.pdf({
    template: 'src/modules/privacy/documents/certificate.typ',
    data: {
      title: 'Attestation d’effacement',
      number: erasure.id,
      network: network.name,
      head: network.headName,
      sentence: certificateSentence(network.headName, network.name),
      facts: [`Effacé le ${formatDay(dayOf(erasure.doneAt))}`, groundNames[erasure.ground]],
      gone: erasure.gone,
      kept: erasure.kept,
    },
    createdAt: erasure.doneAt,
    standard,
  })
}
