import type { Day } from '../../../../kernel/day.ts'
import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import type { Context } from '../../../../platform/context.ts'
import { refusedBy } from '../../../../platform/db/constraints.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { type Document, keepFile } from '../../../../platform/files/kept-files.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addProof, findProof, type ProofId, replaceInDrafts } from '../../data/applications/proofs.store.ts'
import { recordedBy } from '../recorded-by.ts'

export interface PutProof {
  readonly document: Document
  /** Of its bytes, which `files.put` keeps already. */
  readonly sha256: string
  readonly on: Day | null
}

/** A file added to what the organisation may show for any criterion. LAB-9. */
export async function keepProof(
  context: Context,
  { document, sha256, on }: PutProof,
): Promise<ProofId | Refusal<'not-a-member'>> {
  return inTransaction<ProofId | Refusal<'not-a-member'>>(context.db, async (tx) => {
    if (context.actor.kind !== 'member') return refuse('not-a-member')
    const fileId = await keepFile(tx, context, document, sha256)
    const kind = kindOf(document)
    const made = { kind, fileId, words: '', name: document.name, on }
    const owner = { networkId: context.network.id, organisationId: context.actor.organisationId }
    const id = await addProof(tx, { ...made, ...owner }, recordedBy(context))
    await writeJournal(tx, context, 'proof.added', id, { kind })
    return id
  })
}

/** Another file in the place of one: drafts show the new one, what was sent keeps the old. LAB-9. */
export async function replaceProof(
  context: Context,
  id: ProofId,
  { document, sha256, on }: PutProof,
): Promise<ProofId | Refusal<'no-such-proof' | 'replaced-already'>> {
  try {
    return await inTransaction<ProofId | Refusal<'no-such-proof' | 'replaced-already'>>(
      context.db,
      async (tx) => {
        const old = await findProof(tx, context.reach, id)
        if (!old?.fileId) return refuse('no-such-proof')
        const fileId = await keepFile(tx, context, document, sha256)
        const { kind, organisationId } = old
        const made = { kind, organisationId, fileId, words: '', name: document.name, on, replaces: id }
        const by = await addProof(tx, { ...made, networkId: context.network.id }, recordedBy(context))
        await replaceInDrafts(tx, id, by, context.now)
        await writeJournal(tx, context, 'proof.replaced', by, { replaces: id })
        return by
      },
    )
  } catch (error) {
    if (refusedBy(error) === 'proof_is_replaced_once') return refuse('replaced-already')
    throw error
  }
}

function kindOf({ mediaType }: Document): 'photo' | 'file' {
  return mediaType.startsWith('image/') ? 'photo' : 'file'
}
