import type { Context } from '../../../../platform/context.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { type Document, keepFile } from '../../../../platform/files/kept-files.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { addProof, type NewProof } from '../../data/borrowing/insurance.store.ts'
import { tellingProof } from '../../jobs/proof-queue.ts'

/** A proof of one's own structure: it counts once a manager has verified it. EQP-807. */
export function sendInsuranceProof(
  context: Context,
  proof: Omit<NewProof, 'networkId' | 'fileId'>,
  document: Document & { sha256: string },
): Promise<void> {
  return inTransaction(context.db, async (tx) => {
    const { sha256, ...kept } = document
    const fileId = await keepFile(tx, context, kept, sha256)
    const id = await addProof(tx, { ...proof, networkId: context.network.id, fileId }, context.now, null)
    await writeJournal(tx, context, 'insurance-proof.sent', proof.organisationId, {
      from: proof.from,
      lastDay: proof.lastDay,
    })
    await enqueue(tx, tellingProof, { proof: id }, { once: id })
  })
}
