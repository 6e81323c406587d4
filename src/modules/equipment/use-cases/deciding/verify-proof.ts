import { type Refusal, refuse } from '../../../../kernel/refusal.ts'
import { inTransaction } from '../../../../platform/db/transaction.ts'
import { enqueue } from '../../../../platform/jobs/jobs.ts'
import { writeJournal } from '../../../../platform/journal/journal.ts'
import { qualitiesOf } from '../../../identity/index.ts'
import { answerProof, type SentProof } from '../../data/borrowing/proofs.queries.ts'
import { tellingProof } from '../../jobs/proof-queue.ts'
import type { Workplace } from '../workplace.ts'

export type ProofRefusal = 'reason_missing' | 'answered_meanwhile' | 'own_proof'

/** A manager reads a proof of insurance and says whether it holds; nobody verifies their own organisation's. EQP-807. */
export async function verifyProof(
  { context, inventory }: Workplace,
  proof: SentProof,
  answer: { answer: 'verified' | 'refused'; reason: string },
): Promise<null | Refusal<ProofRefusal>> {
  const { actor, db, network, today } = context
  if (answer.answer === 'refused' && answer.reason.trim() === '') return refuse('reason_missing')
  const own = actor.kind === 'member' ? await qualitiesOf(db, network.id, actor.personId, today) : []
  if (own.some(({ organisations }) => organisations.includes(proof.organisationId)))
    return refuse('own_proof')
  return inTransaction<null | Refusal<ProofRefusal>>(db, async (tx) => {
    if (!(await answerProof(tx, proof.id, answer, context.now))) return refuse('answered_meanwhile')
    await writeJournal(tx, context, 'insurance-proof.answered', inventory.id, {
      proof: proof.id,
      answer: answer.answer,
    })
    await enqueue(tx, tellingProof, { proof: proof.id }, { once: `${proof.id}:${answer.answer}` })
    return null
  })
}
