import { oneAtATime } from '../../../platform/db/one-at-a-time.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import { keepFile } from '../../../platform/files/kept-files.ts'
import type { Job } from '../../../platform/jobs/jobs.ts'
import type { Services } from '../../../platform/services.ts'
import type { Network } from '../../../platform/session/actor.ts'
import { networkAddress, networkById } from '../../identity/index.ts'
import { networkOfAgreement } from '../data/agreements.store.ts'
import {
  addSigningDocument,
  type FrozenSigningText,
  type SigningDocument,
  signingDocumentOf,
  signingTextsOf,
} from '../data/sealed-documents.store.ts'
import { documentPdf } from '../documents/document-pdf.ts'
import type { AgreementId } from '../domain/agreement.ts'
import { readText } from '../domain/signed-text.ts'
import { signingDocument } from '../web/signing/signing-document-wording.ts'
import { verificationAddresses } from '../web/signing/verification-paths.ts'

/** Makes the PDF of the text that was opened to signature, once. */
export const prepareSigningDocument: Job<{ agreement: AgreementId }> = {
  name: 'agreements/prepare-signing-document',
  async work(services, { agreement }) {
    const networkId = await networkOfAgreement(services.db, agreement)
    const network = networkId && (await networkById(services.db, networkId))
    const text = (await signingTextsOf(services.db, agreement)).at(-1)
    if (network && text) await preparedDocument(services, network, text)
  },
}

/** The PDF to sign: the first one kept is the only one, whatever the number of processes that make it. */
export async function preparedDocument(
  services: Services,
  network: Network,
  text: FrozenSigningText,
): Promise<SigningDocument> {
  return oneAtATime(services.db, `agreements.signing-document:${text.id}`, async () => {
    const kept = await signingDocumentOf(services.db, text.id)
    return kept ?? (await prepare(services, network, text))
  })
}

async function prepare(
  { db, clock, config, documents, files }: Services,
  network: Network,
  text: FrozenSigningText,
): Promise<SigningDocument> {
  const { reference, ...read } = readText(text.content)
  const pdf = await documentPdf(
    documents,
    signingDocument(
      { reference, ...read },
      {
        fingerprint: text.fingerprint,
        networkName: network.name,
        verifyAt: `${networkAddress(config.baseUrl, network)}${verificationAddresses.form}`,
      },
    ),
    text.frozenAt,
  )
  const sha256 = await files.put(pdf)
  const now = clock.now()
  const by = { network, actor: { kind: 'system' }, now } as const
  const file = { name: `convention-${reference}-a-signer.pdf`, mediaType: 'application/pdf', content: pdf }
  await inTransaction(db, async (tx) => {
    const file_id = await keepFile(tx, by, file, sha256)
    await addSigningDocument(tx, { text_id: text.id, file_id, prepared_at: now })
  })
  const document = await signingDocumentOf(db, text.id)
  if (!document) throw new Error('the document to sign was kept and is not there')
  return document
}
