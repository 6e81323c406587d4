import type { Id } from '../../../../kernel/id.ts'
import { isRefusal, type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { keepFile } from '../../../../platform/files/kept-files.ts'
import { addSignatureDocument } from '../../data/evidence.store.ts'
import { addSealedDocument, sealedDocumentsOf, signingDocumentOf } from '../../data/sealed-documents.store.ts'
import { openSigningOf, type Signing } from '../../data/signings.store.ts'
import type { Agreement } from '../../domain/agreement.ts'
import { stateOn } from '../../domain/state.ts'
import { actOnAgreement, recordedBy, type Target, type TargetRefusal } from '../act-on-agreement.ts'
import { textOf } from '../drafting/agreement-text.ts'
import type { PutDocument } from './keep-signature-document.ts'
import { type PaperSignature, signedBy } from './record-signature.ts'
import { appendSignature } from './signature-act.ts'
import { signsAfter } from './signed-bytes.ts'
import { textToSign } from './signing-text.ts'

export type ElsewhereRefusal =
  | TargetRefusal
  | 'no-open-signing'
  | 'dated-in-the-future'
  | 'already-signed'
  | 'unknown-party'
  | 'not-their-power'
  | 'text-changed'
  | 'document-not-prepared'
  | 'not-the-approved-document'
  | 'nothing-signed'
  | 'not-a-pdf'

/** The file that a signing service gave back, its bytes already in the file store. */
export type SignedElsewhere = Omit<PaperSignature, 'original'> & { document: PutDocument }

/**
 * Records a signature made with a provider outside the application, on the very document that was opened to
 * signature: it begins with the same bytes and adds a signature. Its certificate is not judged here. AGR-25.
 */
export function signElsewhere(
  context: Context,
  target: Target,
  signature: SignedElsewhere,
  bytesOf: (sha256: string) => Promise<Uint8Array>,
): Promise<Agreement | Refusal<ElsewhereRefusal>> {
  return actOnAgreement<Agreement | Refusal<ElsewhereRefusal>>(context, target, async (tx, agreement) => {
    const signing = await openSigningOf(tx, agreement.id)
    if (!signing) return refuse('no-open-signing')
    const refusal = whyNot(agreement, signature, context)
    if (refusal) return refusal
    const text = await textOf(tx, context.network, agreement)
    if (textToSign(context.network, agreement, text).fingerprint !== signing.fingerprint)
      return refuse('text-changed')
    const extended = await extendedRevision(tx, signing, signature.document, bytesOf)
    if (isRefusal(extended)) return extended
    const signed = await signedBy(tx, agreement, signature)
    if (isRefusal(signed)) return signed
    const power = signature.power ?? null
    const act = { type: 'signature', ...signed } as const
    const after = await appendSignature(tx, context, agreement, { text, act, power })
    const id = after.acts.at(-1)?.id as Id<'act'>
    await keep(tx, context, { signing, act: id, document: signature.document, rank: extended.rank })
    return after
  })
}

function whyNot(
  { terms, acts }: Agreement,
  { party, signedOn, document }: SignedElsewhere,
  { today }: Context,
): Refusal<ElsewhereRefusal> | null {
  if (document.mediaType !== 'application/pdf') return refuse('not-a-pdf')
  if (signedOn > today) return refuse('dated-in-the-future', { day: signedOn })
  if (!terms.parties.includes(party)) return refuse('unknown-party')
  return stateOn(terms, acts, today).missingSignatures.includes(party) ? null : refuse('already-signed')
}

/** What the file goes on from: the last revision, or the document as it was opened. Null rank: not the last one. */
async function extendedRevision(
  tx: Database,
  { textId }: Signing,
  { content }: PutDocument,
  bytesOf: (sha256: string) => Promise<Uint8Array>,
): Promise<
  { rank: number | null } | Refusal<'document-not-prepared' | 'not-the-approved-document' | 'nothing-signed'>
> {
  const opened = await signingDocumentOf(tx, textId)
  if (!opened) return refuse('document-not-prepared')
  const revisions = await sealedDocumentsOf(tx, textId)
  const latest = revisions.at(-1)
  if (latest && signsAfter(await bytesOf(latest.sha256), content) === 'signed')
    return { rank: revisions.length + 1 }
  const found = signsAfter(await bytesOf(opened.sha256), content)
  if (found === 'other') return refuse('not-the-approved-document')
  if (found === 'unsigned') return refuse('nothing-signed')
  return { rank: latest ? null : 1 }
}

/** The file is the proof of the signature; where it goes on from the last revision, the seals go on from it. */
async function keep(
  tx: Database,
  context: Context,
  kept: { signing: Signing; act: Id<'act'>; document: PutDocument; rank: number | null },
): Promise<void> {
  const { signing, act, document, rank } = kept
  const file_id = await keepFile(tx, context, document, document.sha256)
  const { at, by } = recordedBy(context)
  await addSignatureDocument(tx, { act_id: act, kind: 'elsewhere', file_id, added_at: at, added_by: by })
  if (rank === null) return
  const { textId: text_id } = signing
  await addSealedDocument(tx, { text_id, rank, kind: 'elsewhere', act_id: act, file_id, recorded_at: at })
}
