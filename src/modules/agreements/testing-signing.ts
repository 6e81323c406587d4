import type { Id } from '../../kernel/id.ts'
import type { Context } from '../../platform/context.ts'
import { findAgreement } from './data/agreements.store.ts'
import { signatureDocumentsOf } from './data/evidence.store.ts'
import type { AgreementId } from './domain/agreement.ts'
import { targetOf } from './testing.ts'
import { addOriginal, type PutDocument } from './use-cases/signing/keep-signature-document.ts'

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
