import type { Id } from '../../kernel/id.ts'
import type { Context } from '../../platform/context.ts'
import { keepFile } from '../../platform/files/kept-files.ts'
import { findAgreement } from './data/agreements.store.ts'
import { signatureDocumentsOf } from './data/evidence.store.ts'
import {
  addSealedDocument,
  addSigningDocument,
  sealedDocumentsOf,
  signingTextsOf,
} from './data/sealed-documents.store.ts'
import { addSigning, closeSigning } from './data/signings.store.ts'
import type { AgreementId } from './domain/agreement.ts'
import { targetOf } from './testing.ts'
import { addOriginal, type PutDocument } from './use-cases/signing/keep-signature-document.ts'
import { fingerprintOf } from './use-cases/signing/signing-text.ts'

/** The first signature of an agreement signed on paper, with the scan of its original. */
export async function aSignedOriginal(
  context: Context,
  id: AgreementId,
  document: PutDocument,
): Promise<{ signature: string; signatureDocument: string }> {
  const agreement = await findAgreement(context.db, context.reach, id)
  const signature = agreement?.acts.find(({ type }) => type === 'signature')?.id as Id<'act'>
  const original = { document, keptByHead: '', keptByPartner: '' }
  await addOriginal(context, await targetOf(context, id), signature, original)
  const [kept] = await signatureDocumentsOf(context.db, id)
  return { signature, signatureDocument: kept?.id ?? '' }
}

/** The document to sign of an agreement and its last seal, as jobs would have kept them. */
export async function aSealedDocument(
  context: Context,
  id: AgreementId,
  document: PutDocument,
): Promise<{ sealedDocument: string }> {
  const { db, now } = context
  const content = 'un texte figé'
  const frozen = { content, fingerprint: fingerprintOf(content), calls: [] }
  const life = { remindEvery: null, expiresOn: null }
  const signing = await addSigning(db, id, { ...frozen, life }, { at: now, by: null })
  await closeSigning(db, signing, { at: now, by: null })
  const [text] = await signingTextsOf(db, id)
  if (!text) throw new Error('a signing freezes a text')
  const file_id = await keepFile(db, context, document, document.sha256)
  await addSigningDocument(db, { text_id: text.id, file_id, prepared_at: now })
  const final = { rank: 1, kind: 'final', seal: 'demonstration', certificate: 'essai' }
  await addSealedDocument(db, { text_id: text.id, file_id, recorded_at: now, ...final })
  const [sealed] = await sealedDocumentsOf(db, text.id)
  return { sealedDocument: sealed?.id ?? '' }
}
