import type { Id } from '../../../../kernel/id.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import type { Database } from '../../../../platform/db/database.ts'
import { type Document, keepFile } from '../../../../platform/files/kept-files.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addSignatureDocument } from '../../data/evidence.store.ts'
import type { AgreementId } from '../../domain/agreement.ts'
import { actOnAgreement, recordedBy, type TargetRefusal } from '../act-on-agreement.ts'

/** A document whose bytes are already in the file store. */
export interface PutDocument extends Document {
  sha256: string
}

/** The scan of an original signed on paper, and where each of the two is kept. AGR-23, AGR-31. */
export interface SignedOriginal {
  document: PutDocument
  keptByHead: string
  keptByPartner: string
}

export type OriginalRefusal = TargetRefusal | 'no-such-signature'

/** Adds the scan of a signature recorded before. The signature keeps its own date. */
export function addOriginal(
  context: Context,
  target: { id: AgreementId; seen: number },
  act: Id<'act'>,
  original: SignedOriginal,
): Promise<Id<'act'> | Refusal<OriginalRefusal>> {
  return actOnAgreement<Id<'act'> | Refusal<OriginalRefusal>>(context, target, async (tx, agreement) => {
    const isSignature = agreement.acts.some(({ id, type }) => id === act && type === 'signature')
    if (!isSignature) return refuse('no-such-signature')
    await keepOriginal(tx, context, act, original)
    await writeJournal(tx, context, 'signature.documented', agreement.id, { act })
    return act
  })
}

export async function keepOriginal(
  tx: Database,
  context: Context,
  act: Id<'act'>,
  { document, keptByHead, keptByPartner }: SignedOriginal,
): Promise<void> {
  await keepSignatureDocument(tx, context, { act, kind: 'original', document, keptByHead, keptByPartner })
}

export async function keepSignatureDocument(
  tx: Database,
  context: Context,
  kept: { act: Id<'act'>; kind: 'original' | 'ratification' } & SignedOriginal,
): Promise<void> {
  const { at, by } = recordedBy(context)
  await addSignatureDocument(tx, {
    act_id: kept.act,
    kind: kept.kind,
    file_id: await keepFile(tx, context, kept.document, kept.document.sha256),
    kept_by_head: kept.keptByHead,
    kept_by_partner: kept.keptByPartner,
    added_at: at,
    added_by: by,
  })
}
